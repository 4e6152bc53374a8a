import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseGtin } from '../../shared/values/barcode.ts';
import { createDuplicateCheck } from './check-duplicates.ts';
import { checkRow } from './check-row.ts';
import { createCsvReader } from './csv-rows.ts';
import { guessMapping } from './guess-mapping.ts';
import { createTextReader, sniffEncoding } from './sniff-encoding.ts';
import { sniffDelimiter } from './sniff-layout.ts';
import { createFaultCounter } from './summarise-faults.ts';
import type { ImportProduct } from './types.ts';

const repository = new URL('../../../', import.meta.url);

/** The whole way from bytes to checked products, with the guesses taken as they are. */
function importList(path: string) {
  const file = readFileSync(new URL(path, repository));
  const bytes = path.endsWith('.gz') ? gunzipSync(file) : file;
  const encoding = sniffEncoding(bytes);
  if (!encoding.ok) throw new Error(encoding.error.code);
  const text = createTextReader(encoding.value).push(bytes);
  const csv = createCsvReader({ delimiter: sniffDelimiter(text) });
  const rows = [...csv.push(text), ...csv.end()];
  const { mapping, hasHeader } = guessMapping(rows.slice(0, 200).map((row) => row.cells));
  const products: ImportProduct[] = [];
  const faults = createFaultCounter();
  const duplicateOf = createDuplicateCheck();
  const options = {
    defaultTaxCategory: 'standard',
    decimalStyle: 'point',
    currencyExponent: 2,
    taxCategoryByName: new Map([['zero', 'zero']]),
  } as const;
  for (const row of rows.slice(hasHeader ? 1 : 0)) {
    const checked = checkRow(row, mapping, options);
    const duplicate = checked.ok ? duplicateOf(checked.value) : null;
    if (!checked.ok) faults.add(checked.error);
    else if (duplicate !== null) faults.add([duplicate]);
    else products.push(checked.value);
  }
  return { products, faults, mapping };
}

describe('real product lists', () => {
  it('from Open Food Facts and a Serbian supermarket come in whole', () => {
    const off = importList('test/fixtures/catalogue/off-rich-200.csv');
    expect([off.products.length, off.faults.faultyRows]).toEqual([200, 0]);
    expect(off.products.every((product) => product.priceMinor === null && product.gtins.length === 1)).toBe(
      true,
    );
    const serbian = importList('test/fixtures/catalogue/rs-retail-100.csv');
    expect([serbian.products.length, serbian.faults.faultyRows]).toEqual([100, 0]);
  });

  it('of 11,038 faulty barcodes are refused row by row, but for 2,335 that are valid UPC-E or EAN-8', () => {
    const { products, faults, mapping } = importList('test/fixtures/catalogue/bad-barcodes.csv.gz');
    expect(mapping).toEqual({ barcode: 0, name: 2 });
    expect(faults.summary().map((one) => [one.code, one.count])).toEqual([
      ['barcode.badCheckDigit', 4826],
      ['barcode.badLength', 3877],
    ]);
    expect([products.length, faults.faultyRows]).toEqual([2335, 8703]);
  });
});

describe("the demo shop's list", () => {
  const { products, faults } = importList('resources/demo/grocery.csv');
  const real = products.filter((product) => product.gtins.length > 0);

  it('comes in whole, with a price, a cost, a shelf and stock for each product', () => {
    expect(faults.summary()).toEqual([]);
    for (const product of products) {
      expect(product.priceMinor, product.name).toBeGreaterThan(product.costMinor ?? Number.POSITIVE_INFINITY);
      expect(product.categoryPath, product.name).toHaveLength(1);
      expect(product.stockMilli, product.name).toBeGreaterThan(0);
      expect(['standard', 'zero']).toContain(product.taxCategory);
    }
  });

  it('has 300 real products, each with a name of its own and a GTIN that is valid everywhere', () => {
    expect(real).toHaveLength(300);
    expect(new Set(real.map((product) => product.name.toLowerCase())).size).toBe(300);
    for (const product of real) {
      expect(parseGtin(product.gtins[0] ?? '')).toMatchObject({ ok: true, value: { restricted: false } });
      expect(product.brand, product.name).toBeTruthy();
      expect(product.packSize, product.name).toMatch(/^(?:\d+ x )?[\d.]+ (?:kg|g|ml|cl|l|oz|fl oz|lb)$/);
      expect(product.name, product.name).not.toMatch(/\b\p{Lu}{5,}\b/u);
    }
  });

  it('has loose goods sold by the kilogram under in-store codes, and at most 15 shelves', () => {
    const loose = products.filter((product) => product.unit === 'kg');
    expect(loose.length).toBeGreaterThanOrEqual(10);
    expect(
      loose.every((product) => product.inStoreCodes.length === 1 && product.taxCategory === 'zero'),
    ).toBe(true);
    expect(new Set(products.map((product) => product.categoryPath[0])).size).toBeLessThanOrEqual(15);
  });
});
