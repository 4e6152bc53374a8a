import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import '../../src/main/features/index.ts';
import { beginningsOf } from '../../src/domain/product-search/indexed-words.ts';
import { indexPending } from '../../src/main/features/product/search-index.ts';
import { searchProducts } from '../../src/main/features/product/search-products.ts';
import { checkSoldCounts } from '../../src/main/jobs/check-sold-counts.ts';
import { MIGRATIONS } from '../../src/main/storage/migrations/index.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';
import type { TestShop } from '../helpers/open-shop.ts';
import { openOrderTill, sell } from '../order/order-till.ts';
import { ringUp, type Till } from '../sale/open-till.ts';
import { type BareShop, milk, openBareShop } from './bare-shop.ts';
import { searchInput } from './search-input.ts';
import { seeded } from './search-quality.ts';

let bare: BareShop | undefined;
let till: Till | undefined;
afterEach(async () => {
  await bare?.shop.close();
  await till?.shop.close();
  bare = till = undefined;
});

type Search = Partial<CallInput<'product.search'>>;
type Product = CallOutput<'product.create'>;

async function shopWith(...products: Partial<typeof milk>[]): Promise<BareShop> {
  bare = await openBareShop();
  for (const product of products) await add(product);
  return bare;
}

const add = (more: Partial<typeof milk>): Promise<Product> =>
  bare!.maya.call('product.create', { ...milk, ...more });

async function search(text: string, more: Search = {}) {
  const { rows, corrected } = await bare!.carl.call('product.search', { text, ...more });
  return { names: rows.map(({ name }) => name), corrected };
}

const found = async (text: string, more: Search = {}) => (await search(text, more)).names;

async function untilIndexed(shop: TestShop): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (shop.rows('SELECT seq FROM search_pending').length === 0) return;
    await wait(20);
  }
  throw new Error('the index did not catch up');
}

describe('a code', () => {
  it.each([
    ['036000241457', '12 digits'],
    ['0036000241457', '13 digits'],
    ['00036000241457', '14 digits'],
    ['0 36000 24145 7', 'as printed'],
  ])('%s finds its product first, whatever else has these words (%s)', async (text) => {
    await shopWith({ name: `${text} in the name` });
    await add({ name: 'Soup', barcodes: [{ code: '036000241457', kind: 'gtin' }] });
    expect((await found(text))[0]).toBe('Soup');
    const { rows } = await bare!.carl.call('product.list', { text, sort: 'relevance' });
    expect(rows[0]?.name).toBe('Soup');
  });

  it('of eight digits is looked up as EAN-8 and as UPC-E', async () => {
    await shopWith(
      { name: 'Expanded', barcodes: [{ code: '042100005264', kind: 'gtin' }] },
      { name: 'Short', barcodes: [{ code: '96385074', kind: 'gtin' }] },
    );
    expect(await found('04252614')).toEqual(['Expanded']);
    expect(await found('96385074')).toEqual(['Short']);
  });

  it('that is a SKU comes before names that begin with it, in any order that is asked for', async () => {
    await shopWith({ name: 'Tea' }, { name: 'Zebra', sku: 'tea' });
    expect(await found('tea')).toEqual(['Zebra', 'Tea']);
    expect((await bare!.carl.call('product.list', { text: 'tea', sort: 'relevance' })).rows[0]?.name).toBe(
      'Zebra',
    );
  });
});

describe('words', () => {
  it('are found inside longer words too, after those that begin so', async () => {
    await shopWith({ name: 'Peanut butter' }, { name: 'Vollmilchschokolade' }, { name: 'Nut mix' });
    expect(await found('nut')).toEqual(['Nut mix', 'Peanut butter']);
    expect(await found('schokolade')).toEqual(['Vollmilchschokolade']);
    expect(await found('butter nut')).toEqual(['Peanut butter']);
  });

  it('of the category, the description and the supplier’s code are found, and follow a new name', async () => {
    await shopWith();
    const dairy = await bare!.maya.call('category.save', { name: 'Dairy', parentId: null });
    await add({ name: 'Gouda', categoryId: dairy.id, description: 'matured slowly', supplierCode: 'LM-77' });
    for (const text of ['dairy', 'matured', 'lm 77']) expect(await found(text)).toEqual(['Gouda']);
    await bare!.maya.call('category.save', {
      id: dairy.id,
      expectedVersion: 1,
      name: 'Cheese',
      parentId: null,
    });
    await untilIndexed(bare!.shop);
    expect(await found('cheese')).toEqual(['Gouda']);
    expect(await found('dairy', { exactly: true })).toEqual([]);
  });

  it('in the name count more than in the brand, and that more than in the description', async () => {
    await shopWith(
      { name: 'Aaa', description: 'goes with honey' },
      { name: 'Bbb', brand: 'Honey' },
      { name: 'Forest honey' },
    );
    expect(await found('honey')).toEqual(['Forest honey', 'Bbb', 'Aaa']);
  });
});

describe('a misspelt word', () => {
  it('is corrected when nothing has it, and the answer says so', async () => {
    await shopWith({ name: 'Dark chocolate' }, { name: 'Oat milk' }, { name: 'Coffee' });
    expect(await search('chocolte')).toEqual({
      names: ['Dark chocolate'],
      corrected: [{ from: 'chocolte', to: 'chocolate' }],
    });
    expect(await search('mikl oat')).toEqual({
      names: ['Oat milk'],
      corrected: [{ from: 'mikl', to: 'milk' }],
    });
    expect(await search('chacolete dakr')).toMatchObject({ names: ['Dark chocolate'] });
  });

  it('is left alone when it is meant as typed, has digits, is short, or is found', async () => {
    await shopWith({ name: 'Dark chocolate' }, { name: 'Oat milk 330ml' }, { name: 'Choco' });
    expect(await search('chocolte', { exactly: true })).toEqual({ names: [], corrected: [] });
    expect(await search('331ml')).toEqual({ names: [], corrected: [] });
    expect(await search('oax')).toEqual({ names: [], corrected: [] });
    expect(await search('choco')).toEqual({ names: ['Choco', 'Dark chocolate'], corrected: [] });
  });

  it('is corrected while it is still being typed', async () => {
    await shopWith({ name: 'Dark chocolate' });
    expect(await search('chokol')).toMatchObject({ names: ['Dark chocolate'] });
  });

  it('is corrected in the list too, on every page, and not beyond what is asked for exactly', async () => {
    await shopWith({ name: 'Milk chocolate' }, { name: 'Dark chocolate' });
    const list = (more: CallInput<'product.list'>) =>
      bare!.carl.call('product.list', { text: 'chocolte', ...more });
    expect(await list({})).toMatchObject({ total: 2, corrected: [{ from: 'chocolte', to: 'chocolate' }] });
    expect(await list({ offset: 1, limit: 1 })).toMatchObject({ corrected: [{ to: 'chocolate' }] });
    expect(await list({ exactly: true })).toEqual({ rows: [], total: 0, corrected: [] });
  });

  it('meets words that were added a moment ago', async () => {
    await shopWith({ name: 'Tea' });
    expect(await found('zwetchgen')).toEqual([]);
    await add({ name: 'Zwetschgen' });
    expect(await found('zwetchgen')).toEqual(['Zwetschgen']);
  });
});

describe('the index', () => {
  it('is joined into one part when it is in many and nobody writes, and finds what it found', async () => {
    const { shop } = await shopWith();
    const parts = () =>
      shop.rows<{ parts: number }>('SELECT count(DISTINCT segid) AS parts FROM product_search_idx')[0]?.parts;
    for (let n = 1; n <= 11; n++) await add({ name: `Tea ${n}` });
    expect(parts()).toBe(11);
    for (const name of ['Green tea', 'Tealight']) await add({ name });
    // One more where the machine was so slow that it was joined before the last.
    for (let tries = 0; (parts() ?? 0) > 2 && tries < 500; tries++) await wait(20);
    expect(parts()).toBeLessThanOrEqual(2);
    expect(await found('tea')).toHaveLength(13);
    expect(await found('light')).toEqual(['Tealight']);
  });
});

describe('Chinese', () => {
  it.each(['农夫', '山泉', '泉', 'nfsq', 'nongfushanquan', 'nong fu', 'shanquan', 'nf', 'n'])(
    'is found by %s',
    async (text) => {
      await shopWith({ name: '农夫山泉 550ml' }, { name: '绿茶' });
      expect(await found(text)).toEqual(['农夫山泉 550ml']);
    },
  );

  it('reads characters as the word has them, and leaves Japanese alone', async () => {
    await shopWith({ name: '重庆小面' }, { name: 'お好み焼き用の粉' });
    expect(await found('chongqing')).toEqual(['重庆小面']);
    expect(await found('fen', { exactly: true })).toEqual([]);
    expect(await found('粉')).toEqual(['お好み焼き用の粉']);
  });
});

describe('filters and orders of a search', () => {
  it('narrow it and sort it as the list does', async () => {
    await shopWith();
    const { id: categoryId } = await bare!.maya.call('category.save', { name: 'Bar', parentId: null });
    await add({ name: 'Cola light', priceMinor: 300, categoryId });
    await add({ name: 'Cola', priceMinor: 100 });
    await add({ name: 'Afri cola', priceMinor: 200, categoryId });
    expect(await found('cola')).toEqual(['Cola', 'Cola light', 'Afri cola']);
    expect(await found('cola', { sort: 'name' })).toEqual(['Afri cola', 'Cola', 'Cola light']);
    expect(await found('cola', { sort: 'price', descending: true })).toEqual([
      'Cola light',
      'Afri cola',
      'Cola',
    ]);
    expect(await found('cola', { categoryId })).toHaveLength(2);
    expect(await search('colla', { sort: 'price' })).toEqual({
      names: ['Cola', 'Afri cola', 'Cola light'],
      corrected: [{ from: 'colla', to: 'cola' }],
    });
  });
});

describe('what sells', () => {
  it('counts lines of closed sales, not refunds and not what was never paid, and comes first', async () => {
    till = await openOrderTill();
    const sold = await sell(till, ['milk 3', 'bread']);
    await sell(till, ['milk']);
    await till.maya.call('order.refund', { id: sold.documentId, reason: 'broken' });
    await ringUp(till, 'apples 0.5');
    const counts = till.shop.rows<{ name: string; sold_count: number }>(
      'SELECT name, sold_count FROM product WHERE sold_count > 0 ORDER BY name',
    );
    expect(counts).toEqual([
      { name: 'bread', sold_count: 1 },
      { name: 'milk', sold_count: 2 },
    ]);
    const { rows } = await till.carl.call('product.list', { sort: 'sales', descending: true });
    expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['milk', 'bread']);
    const { db } = openDatabase(till.shop.dataDir);
    expect(checkSoldCounts(db)).toEqual([]);
    db.handle.exec("UPDATE product SET sold_count = 7 WHERE name = 'bread'");
    expect(checkSoldCounts(db)).toMatchObject([{ soldCount: 7, lines: 1 }]);
    db.close();
  });

  it('does not count training', async () => {
    till = await openOrderTill();
    await till.maya.call('sale.setTraining', { training: true });
    await sell(till, ['milk']);
    expect(till.shop.rows('SELECT kind FROM document')).toEqual([{ kind: 'training' }]);
    expect(till.shop.rows('SELECT name FROM product WHERE sold_count > 0')).toEqual([]);
  });

  it('stands first for one and two letters', async () => {
    till = await openOrderTill();
    for (const name of ['mint', 'mango', 'malt']) till.product(name);
    await untilIndexed(till.shop);
    await sell(till, ['mint']);
    await sell(till, ['milk 2']);
    await sell(till, ['mint']);
    await untilIndexed(till.shop);
    const names = async (text: string) =>
      (await till!.carl.call('product.search', { text })).rows.map(({ name }) => name);
    expect(await names('m')).toEqual(['mint', 'milk', 'malt', 'mango']);
    expect(await names('mi')).toEqual(['mint', 'milk']);
  });
});

describe('the lists of beginnings', () => {
  const dataDir = () => mkdtempSync(join(tmpdir(), 'tillwise-search-'));

  it('stay the best sellers through sales, new names, archiving and deletion', () => {
    const folder = dataDir();
    const { db } = openDatabase(folder);
    db.handle.pragma('synchronous = OFF');
    const random = seeded(20);
    const below = (limit: number) => Math.floor(random() * limit);
    db.handle.exec(
      "INSERT INTO tax_category (id, name, kind, position, archived, version) VALUES ('tax', 'Std', 'rate', 0, 0, 1)",
    );
    const insert =
      db.handle.prepare(`INSERT INTO product (id, name, unit, price_minor, tax_category_id, description,
      status, negative_stock, search_text, sort_name, created_at_ms, updated_at_ms, version)
      VALUES (?, ?, 'each', 1, 'tax', '', 'active', 'allow', '', ?, 0, 0, 1)`);
    const nameOf = () => `${'abc'[below(3)]}${'de'[below(2)]}${'xyz'[below(3)]}${below(9)}`;
    const one = () => below(400) + 1;
    db.transaction(() => {
      for (let n = 1; n <= 400; n++) {
        const name = nameOf();
        insert.run(`p${n}`, name, name);
      }
    });
    for (let round = 0; round < 20; round++) {
      db.transaction(() => {
        for (let n = 0; n < 20; n++) {
          const name = nameOf();
          db.handle
            .prepare('UPDATE product SET sold_count = sold_count + ? WHERE seq = ?')
            .run(below(5) + 1, one());
          db.handle
            .prepare('UPDATE product SET name = ?, sort_name = ? WHERE seq = ?')
            .run(name, name, one());
          db.handle
            .prepare("UPDATE product SET status = iif(status = 'active', 'archived', 'active') WHERE seq = ?")
            .run(one());
        }
      });
      db.handle.prepare('DELETE FROM product WHERE seq = ?').run(one());
      while (db.transaction(() => indexPending(db, 500)) > 0);
    }
    db.handle.exec(
      "UPDATE product SET status = 'archived' WHERE seq IN (SELECT seq FROM product WHERE status = 'active' AND name LIKE 'a%' ORDER BY sold_count DESC LIMIT 40)",
    );
    while (db.transaction(() => indexPending(db, 500)) > 0);
    db.handle.exec(
      "UPDATE product SET sold_count = 1000 + seq WHERE seq IN (SELECT seq FROM product WHERE status = 'active' AND name LIKE 'b%' ORDER BY sold_count LIMIT 10)",
    );
    while (db.transaction(() => indexPending(db, 500)) > 0);
    const products = db.handle
      .prepare("SELECT seq, name, search_text, sold_count FROM product WHERE status = 'active'")
      .all() as { seq: number; name: string; search_text: string; sold_count: number }[];
    const lists = db.handle
      .prepare('SELECT beginning, products_json, complete FROM search_beginning')
      .all() as {
      beginning: string;
      products_json: string;
      complete: number;
    }[];
    const all = db.handle.prepare('SELECT seq FROM product').all() as { seq: number }[];
    const existing = new Set(all.map(({ seq }) => seq));
    for (const { beginning, products_json, complete } of lists) {
      const known = products.filter((row) => beginningsOf(row.search_text).has(beginning));
      // A deleted product is passed over where a list is read.
      const seqs = (JSON.parse(products_json) as number[]).filter((seq) => existing.has(seq));
      const strangers = seqs.filter((seq) => !known.some((row) => row.seq === seq));
      expect(strangers).toEqual([]);
      const most = beginning.length < 3 ? 64 : 32;
      expect(seqs.length).toBeGreaterThanOrEqual(
        complete === 1 ? known.length : Math.min(known.length, most / 2 - 5),
      );
    }
    for (const beginning of ['a', 'b', 'ad', 'ce', 'bd']) {
      const best = products
        .filter((row) => beginningsOf(row.search_text).has(beginning))
        .map((row) => row.sold_count)
        .sort((x, y) => y - x)
        .slice(0, 24);
      const names = searchProducts(db, searchInput(beginning)).rows.map(({ id }) => Number(id.slice(1)));
      const sold = names.map((seq) => products.find((row) => row.seq === seq)?.sold_count);
      expect(sold).toEqual(best);
    }
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('and the whole index come to be for a shop of the version before, with what it sold', () => {
    const folder = dataDir();
    const before = openDatabase(
      folder,
      MIGRATIONS.filter(({ number }) => number < 80),
    ).db;
    before.handle.exec(`PRAGMA foreign_keys = OFF;
      INSERT INTO product (id, name, unit, tax_category_id, description, status, negative_stock, search_text, sort_name,
        created_at_ms, updated_at_ms, version)
      VALUES ('p1', 'Oat milk', 'each', 'tax', '', 'active', 'allow', 'oat milk', 'oat milk', 0, 0, 1),
        ('p2', 'Rice milk', 'each', 'tax', '', 'active', 'allow', 'rice milk', 'rice milk', 0, 0, 1);
      INSERT INTO document (id, kind, register_id, register_name, fiscal_number, series_number, order_number, device_id,
        staff_id, currency, currency_exponent, tax_mode, tax_rounding, closed_at_ms, zone_offset_minutes, business_day,
        item_count, subtotal_minor, discount_minor, tax_minor, total_minor, rounding_minor, change_minor, reason)
      VALUES ('d', 'sale', 'r', 'R', 'F1', 1, 'O1', 'v', 's', 'EUR', 2, 'included', 'line', 0, 0, '2026-01-01', 1, 1, 0, 0,
        1, 0, 0, '');
      INSERT INTO document_line (id, document_id, position, product_id, name, unit, quantity_milli, unit_price_minor,
        shelf_price_minor, gross_minor, payable_minor, net_minor, tax_category_id, tax_category_name, note)
      VALUES ('l', 'd', 0, 'p2', 'Rice milk', 'each', 1000, 1, 1, 1, 1, 1, 'tax', 'Std', '');`);
    before.close();
    const { db } = openDatabase(folder);
    while (db.transaction(() => indexPending(db, 50)) > 0);
    const names = (text: string) => searchProducts(db, searchInput(text)).rows.map(({ name }) => name);
    expect(names('milk')).toEqual(['Rice milk', 'Oat milk']);
    expect(names('m')).toEqual(['Rice milk', 'Oat milk']);
    expect(checkSoldCounts(db)).toEqual([]);
    db.close();
    rmSync(folder, { recursive: true });
  });
});
