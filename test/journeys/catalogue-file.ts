import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'catalogue', 'off-rich-200.csv');
const ROWS = 20;

export interface ListedProduct {
  readonly name: string;
  readonly code: string;
  /** as in the file; empty: asked at the first scan */
  readonly price: string;
}

/** A supplier's list of 20 real products with made-up prices; the first has none. */
export function writeCatalogue(path: string): readonly ListedProduct[] {
  const text = readFileSync(FIXTURE, 'utf8');
  const { data } = Papa.parse<{ gtin: string; name: string }>(text, { header: true, skipEmptyLines: true });
  const products = data
    .filter(({ gtin, name }) => gtin.length === 13 && name.length < 24)
    .slice(0, ROWS)
    .map(({ gtin, name }, index) => ({
      name,
      code: gtin,
      price:
        index === 0
          ? ''
          : `${index}.${String(index * 7 + 10)
              .padStart(2, '0')
              .slice(-2)}`,
    }));
  const rows = products.map(({ name, code, price }) => ({ barcode: code, name, price }));
  writeFileSync(path, Papa.unparse(rows));
  return products;
}
