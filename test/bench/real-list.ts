import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvRows } from './csv-lines.ts';

const LIST = join('products', 'off_core.csv.gz');

export interface RealProduct {
  readonly gtin: string;
  readonly name: string;
}

/** Why the real list cannot be used, in plain words; null when it can. */
export function missingList(data: string): string | null {
  return existsSync(join(data, LIST))
    ? null
    : `the list of real products is not there (${LIST} below --data)`;
}

let kept: { data: string; products: RealProduct[] } | null = null;

/** The first `count` products of the list whose code is a global one, as they stand there. */
export function realProducts(data: string, count: number): readonly RealProduct[] {
  if (kept?.data !== data) {
    const text = gunzipSync(readFileSync(join(data, LIST))).toString('utf8');
    const products: RealProduct[] = [];
    for (const [gtin = '', restricted, name = ''] of csvRows(text)) {
      if (restricted === '0') products.push({ gtin, name });
    }
    kept = { data, products };
  }
  // Spread over the list, so that every country and script of it is in a small one too.
  const all = kept.products;
  const step = Math.max(1, Math.floor(all.length / count));
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, at) => all[(at * step) % all.length] as RealProduct,
  );
}

/** A price list of them with made-up prices. */
export function priceList(products: readonly RealProduct[]): string {
  const rows = products.map(({ gtin, name }, at) => `${gtin},"${name.replaceAll('"', '""')}",${priceOf(at)}`);
  return ['barcode,name,price', ...rows, ''].join('\n');
}

const priceOf = (at: number): string =>
  `${1 + ((at * 7919) % 40)}.${String((at * 31) % 100).padStart(2, '0')}`;
