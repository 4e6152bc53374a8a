import { afterEach, beforeEach, expect, it } from 'vitest';
import { gtinCheckDigit } from '../../src/shared/values/barcode.ts';
import { openTill, type Till } from './open-till.ts';

const PRODUCTS = 100_000;
const LINES = 20;

let till: Till;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

/** Codes 0400000000nnnc, one a product. */
function barcodeOf(number: number): string {
  const digits = `0400${String(number).padStart(9, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}

function fillShelves(): void {
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PRODUCTS})`;
  till.write(
    `INSERT INTO product (id, name, sku, unit, price_minor, tax_category_id, description, status, negative_stock,
       search_text, sort_name, created_at_ms, updated_at_ms, version)
     ${numbers} SELECT printf('019ca000-0000-7000-8fff-%012d', i), 'Product ' || i, 'S' || i, 'each', 100 + i % 900, :tax,
       '', 'active', 'allow', 'product ' || i, 'product ' || i, 0, 0, 1 FROM n`,
    { tax: till.id('std') },
  );
  const digits = `'0400' || printf('%09d', i)`;
  const weighted = Array.from(
    { length: 13 },
    (_, at) => `substr(${digits}, ${at + 1}, 1) * ${at % 2 ? 1 : 3}`,
  ).join(' + ');
  till.write(
    `INSERT INTO product_barcode (code, kind, product_id, position)
     ${numbers} SELECT ${digits} || ((10 - (${weighted}) % 10) % 10), 'gtin', printf('019ca000-0000-7000-8fff-%012d', i), 0 FROM n`,
  );
}

function describeTimes(what: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(2);
  return `${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`;
}

// What a scan and a checkout cost is printed, not asserted: a busy machine is no fault of the program.
it('scans and closes among a hundred thousand products', { timeout: 60_000 }, async () => {
  fillShelves();
  const scans: number[] = [];
  const closings: number[] = [];
  for (let sale = 0; sale < 15; sale += 1) {
    let view = null;
    for (let line = 1; line <= LINES; line += 1) {
      const barcode = barcodeOf(1 + (((sale * LINES + line) * 7919) % PRODUCTS));
      const started = performance.now();
      view = (await till.carl.call('sale.scanBarcode', { barcode })).sale;
      scans.push(performance.now() - started);
    }
    expect(view!.lines).toHaveLength(LINES);
    const { id: saleId, totalMinor } = view!;
    const started = performance.now();
    await till.carl.call('sale.complete', {
      saleId,
      expectedTotalMinor: totalMinor,
      payment: { kind: 'cash', amountMinor: totalMinor },
    });
    closings.push(performance.now() - started);
  }
  console.log(describeTimes(`a scan into a cart of up to ${LINES} lines`, scans));
  console.log(describeTimes(`closing ${LINES} lines`, closings));
});
