import { closeSync, openSync, writeSync } from 'node:fs';
import { readSheet } from 'read-excel-file/universal';
import { csvLine } from '../../domain/catalogue-import/csv-text.ts';
import { sniffDecimalStyle } from '../../domain/catalogue-import/sniff-layout.ts';
import type { DecimalStyle } from '../../domain/catalogue-import/types.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { packStored, unpackWorkbook, type WorkbookFault } from './workbook-archive.ts';

/** What a workbook has to choose from, and what was chosen. */
export interface WorkbookSheet {
  readonly sheets: readonly string[];
  /** Counted from 1. */
  readonly sheet: number;
}

export interface WorkbookOrder {
  readonly workbookFile: string;
  readonly csvFile: string;
  /** Null: the first that has rows. */
  readonly sheet: number | null;
  /** How numbers are to be written; null: as the sheet writes those it keeps as text. */
  readonly decimalStyle: DecimalStyle | null;
}

export type WorkbookCsv = WorkbookSheet & { readonly decimalStyle: DecimalStyle };

/** A line break inside a cell: written so, a row of the sheet stays one line of the file and keeps its number. */
export const LINE_IN_CELL = '\u2028';
const ROWS_WRITTEN_AT_ONCE = 1000;
/** Rows by columns up to the farthest cell: as many places are held while a sheet is read, empty ones too. */
const MOST_PLACES = 40_000_000;
const LETTERS = 26;

type Cell = string | number | boolean | Date | null;

/** Writes one sheet of a workbook as CSV (UTF-8, commas): a line for each row, empty ones too. Formulas come as the
 *  value that was last worked out, dates as YYYY-MM-DD. */
export async function writeSheetAsCsv(
  order: WorkbookOrder,
): Promise<Result<WorkbookCsv, WorkbookFault | 'import.empty'>> {
  const parts = unpackWorkbook(order.workbookFile);
  if (!parts.ok) return parts;
  const sheets = sheetNames(parts.value.get('xl/workbook.xml')?.toString('utf8') ?? '');
  if (sheets.length === 0) return err('import.workbookUnreadable');
  for (const [name, bytes] of parts.value) {
    if (!/\/worksheets\/[^/]+[.]xml$/.test(name)) continue;
    const text = bytes.toString('latin1');
    if (placesOf(text) > MOST_PLACES) return err('import.workbookTooLarge');
    parts.value.set(name, withErrorsAsText(text) ?? bytes);
  }
  const archive = packStored(parts.value);
  const wanted = order.sheet === null ? sheets.map((_, index) => index + 1) : [order.sheet];
  for (const sheet of wanted) {
    const rows = await readRows(archive, sheet);
    if (rows === null) return err('import.workbookUnreadable');
    if (rows.length === 0) continue;
    const decimalStyle = order.decimalStyle ?? styleOfTexts(rows);
    writeRows(order.csvFile, rows, decimalStyle);
    return ok({ sheets, sheet, decimalStyle });
  }
  return err('import.empty');
}

/** How far a sheet reaches, as its cells name their places ("B12"); cells without a place follow each other. */
function placesOf(text: string): number {
  const lastRow = Number(/\br="(\d+)"/.exec(text.slice(text.lastIndexOf('<row')))?.[1] ?? 1);
  let columns = LETTERS;
  for (const [, letters = ''] of text.matchAll(/\br="([A-Z]{2,3})\d/g)) {
    columns = Math.max(columns, columnNumber(letters));
  }
  return lastRow * columns;
}

/** A formula that failed (#REF!) is read as nothing, which an import takes for "as it is"; as a text it is a fault. */
function withErrorsAsText(sheet: string): Buffer | null {
  const texts = sheet.replace(/(<c\s[^>]*?\bt=)"e"/g, '$1"str"');
  return texts.length === sheet.length ? null : Buffer.from(texts, 'latin1');
}

/** 'A' → 1, 'XFD' → 16384. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
}

async function readRows(archive: ArrayBuffer, sheet: number): Promise<Cell[][] | null> {
  try {
    return (await readSheet(archive, sheet, { trim: false })) as unknown as Cell[][];
  } catch {
    return null;
  }
}

function sheetNames(workbook: string): string[] {
  const tags = workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(?:"([^"]*)"|'([^']*)')/g);
  return [...tags].map((tag) => decodeEntities(tag[1] ?? tag[2] ?? '').slice(0, 100));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? 'x', 16);
    if (Number.isNaN(code)) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
  });
}

/** By the amounts that the sheet keeps as text; numbers proper have no style of their own. */
function styleOfTexts(rows: readonly Cell[][]): DecimalStyle {
  const texts = rows
    .slice(0, 500)
    .flat()
    .filter((cell) => typeof cell === 'string' && /\d/.test(cell) && !/\p{L}{4}/u.test(cell));
  return sniffDecimalStyle(texts as string[], ',');
}

function writeRows(file: string, rows: readonly Cell[][], style: DecimalStyle): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (let start = 0; start < rows.length; start += ROWS_WRITTEN_AT_ONCE) {
      const lines = rows.slice(start, start + ROWS_WRITTEN_AT_ONCE).map((row) => lineOf(row, style));
      const bytes = Buffer.from(lines.join(''));
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    }
  } finally {
    closeSync(descriptor);
  }
}

function lineOf(row: readonly Cell[], style: DecimalStyle): string {
  const cells = row.map((cell) => textOf(cell, style));
  return cells.every((text) => text === '') ? '\r\n' : csvLine(cells);
}

function textOf(cell: Cell, style: DecimalStyle): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell, style);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return dateText(cell);
  return cell.replace(/\r\n?|\n/g, LINE_IN_CELL).toWellFormed();
}

/** Fifteen digits are what a spreadsheet shows: 19.99 is kept as 19.989999999999998. */
function numberText(value: number, style: DecimalStyle): string {
  const rounded = Number(value.toPrecision(15));
  const plain = String(rounded);
  const text = !plain.includes('e')
    ? plain
    : rounded.toFixed(Math.abs(rounded) < 1 ? 12 : 0).replace(/\.?0+$/, '');
  return style === 'comma' ? text.replace('.', ',') : text;
}

function dateText(date: Date): string {
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
