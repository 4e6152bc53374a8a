import type { ReadableDb } from '../storage/sql.ts';
import { listTaxNames } from './catalogue-import.sql.ts';

/** What a list may call a tax category → its id, in lower case: its id, its name with or without "rate" and the
 *  percentage, and where only one category has it, its kind (zero, exempt) and its percentage. */
export function taxCategoriesByName(db: ReadableDb): Map<string, string> {
  const rows = db.all(listTaxNames, {});
  const byName = new Map<string, string>();
  const add = (name: string, id: string) => name !== '' && !byName.has(name) && byName.set(name, id);
  for (const row of rows) add(row.id, row.id);
  for (const row of rows) add(row.name.trim().toLowerCase(), row.id);
  for (const row of rows) {
    add(shortName(row.name), row.id);
    add(`${shortName(row.name)} rate`, row.id);
  }
  for (const kind of ['zero', 'exempt'] as const) {
    const [only, another] = rows.filter((row) => row.kind === kind);
    if (only !== undefined && another === undefined) add(kind, only.id);
  }
  const byRate = Map.groupBy(rows, (row) => (row.kind === 'exempt' ? null : (row.rate_ppm ?? 0)));
  for (const [ratePpm, [only, another]] of byRate) {
    if (ratePpm === null || only === undefined || another !== undefined) continue;
    for (const text of rateTexts(ratePpm)) add(text, only.id);
  }
  return byName;
}

function shortName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s(]*\d+(?:[.,]\d+)?\s*%\)?\s*$/, '')
    .replace(/\s+(?:rated?|vat|tax|gst)$/, '')
    .trim();
}

/** 88750 → '8.875', '8,875'; 200000 → '20', '20.0', '20.00' and with commas; each with and without '%' and ' %'. */
function rateTexts(ratePpm: number): string[] {
  const percent = String(ratePpm / 10_000);
  const forms = percent.includes('.') ? [percent] : [percent, `${percent}.0`, `${percent}.00`];
  return forms
    .flatMap((text) => [text, text.replace('.', ',')])
    .flatMap((text) => [text, `${text}%`, `${text} %`]);
}
