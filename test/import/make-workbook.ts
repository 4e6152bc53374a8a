import { deflateRawSync } from 'node:zlib';
import { packStored } from '../../src/main/jobs/workbook-archive.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook written by hand, cell by cell, as other programs write them.
 *  @param sheets  name → the inside of its sheetData */
export function makeWorkbook(sheets: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(packStored(partsOfWorkbook(sheets)));
}

function partsOfWorkbook(sheets: Readonly<Record<string, string>>): Map<string, Buffer> {
  const names = Object.keys(sheets);
  const tags = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts = new Map<string, string>([
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tags.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="rStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ],
  ]);
  names.forEach((name, index) => {
    parts.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    );
  });
  return new Map([...parts].map(([name, text]) => [name, Buffer.from(text)]));
}

/** Rows of plain cells: texts as inline strings, numbers as numbers, null as nothing. */
export function sheetRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, row, column)).join('')}</row>`,
    )
    .join('');
}

function cellOf(cell: string | number | null, row: number, column: number): string {
  const place = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

/** A workbook of some hundred kilobytes whose sheet unpacks to `megabytes`. It claims to be small. */
export function makeZipBomb(megabytes: number): Buffer {
  const parts = partsOfWorkbook({ Bomb: '' });
  const sheet = 'xl/worksheets/sheet1.xml';
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  const archive = Buffer.from(packStored(new Map([...parts, [sheet, packed]])));
  // Both headers of the sheet: packed by deflate, and "1000 bytes when unpacked".
  for (let at = archive.indexOf(sheet); at !== -1; at = archive.indexOf(sheet, at + 1)) {
    const isLocal = archive.readUInt32LE(at - 30) === 0x04034b50;
    const header = isLocal ? at - 30 : at - 46;
    archive.writeUInt16LE(8, header + (isLocal ? 8 : 10));
    archive.writeUInt32LE(1000, header + (isLocal ? 22 : 24));
  }
  return archive;
}
