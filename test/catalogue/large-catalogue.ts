import { indexPending } from '../../src/main/features/product/search-index.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { gtinCheckDigit } from '../../src/shared/values/barcode.ts';

export const LARGE = 100_000;

const KINDS =
  'milk bread butter cheese yoghurt coffee tea juice water crisps rice pasta sauce soup beans honey jam cereal biscuits chocolate'.split(
    ' ',
  );
const MAKES =
  'organic fresh dark light salted sweet smoked roasted ground whole creamy crunchy mild spicy classic family'.split(
    ' ',
  );
const BRANDS = Array.from({ length: 250 }, (_, n) => `brand${n.toString(36)}`);

const uuid = (n: number): string => `019ca111-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;

/** Product n's EAN-13 as it is stored. */
export function gtinOf(n: number): string {
  const digits = `0400${n.toString().padStart(9, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}

/** 100,000 products with codes, 40 categories in two levels and stock, straight into the tables in one transaction;
 *  every 50th archived, every 10th without a price, every 20th with a low-stock mark. */
export function fillLargeCatalogue(shop: Connection): void {
  const db = shop.handle;
  const run = (sql: string) => db.prepare(sql);
  const category = run(
    'INSERT INTO category (id, name, parent_id, position, version) VALUES (?, ?, ?, ?, 1)',
  );
  const product =
    run(`INSERT INTO product (id, name, sku, brand, category_id, unit, price_minor, tax_category_id,
    description, status, negative_stock, low_stock_milli, on_hand_milli, stock_counted, search_text, sort_name, created_at_ms,
    updated_at_ms, version)
    VALUES (?, ?, ?, ?, ?, 'each', ?, ?, '', ?, 'allow', ?, ?, 1, ?, ?, ?, ?, 1)`);
  const barcode = run(
    "INSERT INTO product_barcode (code, kind, product_id, position) VALUES (?, 'gtin', ?, 0)",
  );
  db.transaction(() => {
    db.prepare(
      "INSERT OR IGNORE INTO tax_category (id, name, kind, position, archived, version) VALUES (?, 'Standard', 'rate', 0, 0, 1)",
    ).run(uuid(0));
    for (let n = 0; n < 40; n++) {
      category.run(uuid(1_000_000 + n), `Category ${n}`, n < 8 ? null : uuid(1_000_000 + (n % 8)), n);
    }
    for (let n = 1; n <= LARGE; n++) {
      const mix = (n * 7919) % LARGE;
      const brand = BRANDS[mix % BRANDS.length] ?? '';
      const words = `${MAKES[mix % MAKES.length]} ${KINDS[n % KINDS.length]} ${mix}`;
      const low = n % 20 === 0 ? 5000 : null;
      product.run(
        uuid(n),
        words,
        `SKU-${n}`,
        brand,
        uuid(1_000_000 + (mix % 40)),
        n % 10 === 0 ? null : mix,
        uuid(0),
        n % 50 === 0 ? 'archived' : 'active',
        low,
        (mix % 40) * 1000,
        '',
        words,
        n,
        mix,
      ); // prettier-ignore
      barcode.run(gtinOf(n), uuid(n));
    }
  })();
  while (shop.transaction(() => indexPending(shop, 2000)) > 0);
}
