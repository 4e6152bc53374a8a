import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';

const BYTE_ORDER_MARK = '\ufeff';

/** The cells of a saved CSV file, row by row, the heading first. */
export function readCsv(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, 'utf8');
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return Papa.parse<string[]>(plain, { skipEmptyLines: true }).data;
}

/** The cells of a saved workbook, each as another program's text of it. */
export async function readXlsx(path: string): Promise<readonly (readonly string[])[]> {
  const rows = await readSheet(new Uint8Array(readFileSync(path)).buffer, 1);
  return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))));
}

/** The named columns of a table whose first row is its heading. */
export function columnsOf(
  table: readonly (readonly string[])[],
  names: readonly string[],
): readonly (readonly string[])[] {
  const [heading = [], ...rows] = table;
  const places = names.map((name) => heading.indexOf(name));
  if (places.includes(-1)) throw new Error(`no ${names.join(', ')} in: ${heading.join(', ')}`);
  return rows.map((row) => places.map((place) => row[place] ?? ''));
}
