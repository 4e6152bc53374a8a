import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { csvLine } from '../../domain/catalogue-import/csv-text.ts';
import type { ListCell } from '../../domain/catalogue-import/export-columns.ts';
import { toCellText } from '../../domain/catalogue-import/formula-text.ts';

export type ListFormat = 'csv' | 'xlsx';

/** Writes a list row by row. Texts that a spreadsheet could run are made harmless here and nowhere else. */
export interface ListWriter {
  write(cells: readonly ListCell[]): void;
  /** @returns the size of the file, or null: a sheet cannot hold so many rows. */
  finish(): Promise<number | null>;
}

const FLUSHED_LENGTH = 500_000;
/** What a sheet of a workbook can hold, its heading included. */
const MOST_SHEET_ROWS = 1_048_576;
const MOST_CELL_LENGTH = 32_767;
const COLUMN_WIDTH = 18;
/** '_x000D_' stands for a character in a workbook; as a text it is written with its underscore so. */
const sheetEscape = /_(?=x[0-9a-f]{4}_)/gi;

export function createListWriter(file: string, format: ListFormat, headings: readonly string[]): ListWriter {
  return format === 'csv' ? csvWriter(file, headings) : xlsxWriter(file, headings);
}

function csvWriter(file: string, headings: readonly string[]): ListWriter {
  const descriptor = openSync(file, 'w', 0o600);
  // The mark tells spreadsheets that this is UTF-8.
  let text = '\ufeff';
  let bytes = 0;
  const flush = () => {
    const piece = Buffer.from(text);
    for (let done = 0; done < piece.length; ) done += writeSync(descriptor, piece, done);
    bytes += piece.length;
    text = '';
  };
  const write = (cells: readonly ListCell[]) => {
    text += csvLine(cells.map(cellText));
    if (text.length > FLUSHED_LENGTH) flush();
  };
  write(headings);
  return {
    write,
    finish: async () => {
      flush();
      closeSync(descriptor);
      return bytes;
    },
  };
}

function xlsxWriter(file: string, headings: readonly string[]): ListWriter {
  const rows: SheetData = [headings.map((heading) => ({ value: toCellText(heading), fontWeight: 'bold' }))];
  return {
    write: (cells) => void rows.push(cells.map(sheetCell)),
    finish: async () => {
      if (rows.length > MOST_SHEET_ROWS) return null;
      const columns = headings.map(() => ({ width: COLUMN_WIDTH }));
      const bytes = await writeXlsxFile(rows, { columns, stickyRowsCount: 1 }).toBuffer();
      await writeFile(file, bytes, { mode: 0o600 });
      return bytes.length;
    },
  };
}

function cellText(cell: ListCell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? toCellText(cell) : cell.number;
}

function sheetCell(cell: ListCell): SheetData[number][number] {
  if (cell === null || cell === '') return null;
  if (typeof cell !== 'string') return Number(cell.number);
  return toCellText(cell).slice(0, MOST_CELL_LENGTH).toWellFormed().replace(sheetEscape, '_x005F_');
}
