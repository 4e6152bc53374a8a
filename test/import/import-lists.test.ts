import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { applyList, catalogueOf, checkList, readFixture, untilRest } from './list-import.ts';

// Thousands of products are written and synced to disk; a loaded machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let ready: ReadyShop;
beforeEach(async () => {
  ready = await openReadyShop();
});
afterEach(() => ready.shop.close());

const demoList = readFileSync(new URL('../../resources/demo/grocery.csv', import.meta.url));

describe('importing a list', () => {
  it('that is applied says so with all of its rows done, from the first moment on', async () => {
    const { manager } = ready;
    const rows = Array.from({ length: 300 }, (_, index) => `P${index},Product ${index},1.00`);
    const { id } = await checkList(ready, ['sku,name,price', ...rows, ''].join('\n'));
    await manager.call('import.apply', { id });
    for (;;) {
      const { state, progress } = await manager.call('import.get', { id });
      if (state === 'applied') {
        expect(progress).toEqual({ done: 300, total: 300, msLeft: 0 });
        break;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('of 200 real products makes each of them searchable and scannable', async () => {
    const view = await applyList(ready, readFixture('off-rich-200.csv'));
    expect(view).toMatchObject({
      state: 'applied',
      counts: { rows: 200, new: 200, changed: 0, unchanged: 0, faulty: 0, applied: 200 },
      faults: [],
      errorCode: null,
    });
    const [product] = ready.shop.rows<{ id: string; name: string }>(
      'SELECT id, name FROM product ORDER BY seq LIMIT 1',
    );
    const [code] = ready.shop.rows<{ code: string }>(
      'SELECT code FROM product_barcode WHERE product_id = ?',
      product?.id,
    );
    const found = await ready.cashier.call('product.search', { text: product?.name ?? '' });
    expect(found.rows.map((one) => one.id)).toContain(product?.id);
    // A list without prices: the price is asked for at the first scan, by someone who may set one.
    const refused = await ready.manager.refused('sale.scanBarcode', {
      saleId: null,
      barcode: code?.code ?? '',
    });
    expect(refused).toMatchObject({ code: 'product.priceNeeded' });
    expect(ready.shop.rows("SELECT count(*) AS n FROM outbox WHERE kind = 'product.saved'")).toEqual([
      { n: 200 },
    ]);
  });

  it('with prices, shelves, taxes and stock brings all of it', async () => {
    const view = await applyList(ready, demoList);
    expect(view).toMatchObject({ state: 'applied', counts: { faulty: 0 } });
    const banana = await ready.cashier.call('product.search', { text: 'bananas' });
    expect(banana.rows[0]).toMatchObject({
      name: 'Bananas',
      sku: 'V01',
      categoryName: 'Fruit & Vegetables',
      unit: 'kg',
      priceMinor: 115,
      onHandMilli: 38_500,
    });
    const zeroRated = ready.shop.rows('SELECT tax_category_id FROM product WHERE sku = ?', 'V01');
    expect(zeroRated).toEqual([{ tax_category_id: ready.tax.zero }]);
    const sale = await ready.cashier.call('sale.scanBarcode', { saleId: null, barcode: '0810757009177' });
    expect(sale).toMatchObject({ sale: { totalMinor: 209 } });
  });

  it('may name a tax category by its name, its percentage or its kind', async () => {
    const taxes = ['Reduced', 'reduced rate', '5%', '20', '20.0 %', 'exempt', 'ZERO', '', 'luxury'];
    const view = await applyList(
      ready,
      ['sku,name,tax', ...taxes.map((tax, index) => `T${index},Item ${index},${tax}`)].join('\n'),
    );
    const { standard, reduced, zero, exempt } = ready.tax;
    const rows = ready.shop.rows<{ sku: string; tax: string }>(
      'SELECT sku, tax_category_id AS tax FROM product ORDER BY sku',
    );
    expect(rows.map((row) => [row.sku, row.tax])).toEqual([
      ['T0', reduced],
      ['T1', reduced],
      ['T2', reduced],
      ['T3', standard],
      ['T4', standard],
      ['T5', exempt],
      ['T6', zero],
      ['T7', standard],
    ]);
    expect(view.faults).toMatchObject([{ code: 'import.unknownTaxCategory', count: 1 }]);
  });

  it('that was imported before changes nothing, with codes or without', async () => {
    await applyList(ready, demoList);
    const before = catalogueOf(ready.shop);
    const again = await applyList(ready, demoList);
    expect(again).toMatchObject({ state: 'applied', counts: { new: 0, changed: 0, applied: 0 } });
    expect(again.counts?.unchanged).toBe(again.counts?.rows);
    expect(catalogueOf(ready.shop)).toEqual(before);
    const menu = 'name,price\nEspresso,2.50\nFlat white,3.20\nEspresso,9.99\n';
    expect(await applyList(ready, menu)).toMatchObject({
      counts: { new: 2, faulty: 1 },
      faults: [{ code: 'import.duplicateName' }],
    });
    expect(await applyList(ready, menu)).toMatchObject({ counts: { new: 0, unchanged: 2, faulty: 1 } });
  });

  it('changes what it names and leaves the rest as it was', async () => {
    const milk = await ready.addProduct(ready.owner, {
      sku: 'M1',
      brand: 'Meadow',
      description: 'Whole milk',
      lowStockMilli: 5000,
      barcodes: [{ code: '5000159407236', kind: 'gtin' }],
    });
    const view = await applyList(ready, 'sku,name,price,barcode,brand\nM1,Fresh milk,1.20,4006381333931,\n');
    expect(view).toMatchObject({ counts: { new: 0, changed: 1, applied: 1 } });
    const after = await ready.owner.call('product.get', { id: milk.id });
    expect(after).toMatchObject({
      name: 'Fresh milk',
      priceMinor: 120,
      brand: 'Meadow',
      description: 'Whole milk',
      lowStockMilli: 5000,
      version: milk.version + 1,
    });
    expect(after.barcodes.map((one) => one.code)).toEqual(['05000159407236', '04006381333931']);
  });

  it('refuses faulty barcodes row by row: of 11,038, all but the 2,335 that are valid UPC-E or EAN-8', async () => {
    const view = await checkList(ready, readFixture('bad-barcodes.csv.gz'));
    expect(view.counts).toMatchObject({ rows: 11_038, new: 2335, faulty: 8703 });
    expect(view.faults.map((one) => [one.code, one.count])).toEqual([
      ['barcode.badCheckDigit', 4826],
      ['barcode.badLength', 3877],
    ]);
    const page = await ready.manager.call('import.listFaults', { id: view.id, offset: 8700, limit: 10 });
    expect(page.total).toBe(8703);
    expect(page.rows).toHaveLength(3);
    expect(page.rows[0]).toMatchObject({
      code: expect.stringMatching(/^barcode\./),
      column: expect.any(String),
    });
  });

  it('dry, changes nothing but the import itself and what is remembered of its columns', async () => {
    await ready.addProduct(ready.owner, { sku: 'V01' });
    const ofShop = () =>
      (JSON.parse(ready.shop.snapshot()) as [string, unknown][]).filter(
        ([name]) => name !== 'import_run' && name !== 'import_mapping',
      );
    const before = ofShop();
    const view = await checkList(ready, demoList);
    expect(view).toMatchObject({ state: 'checked', counts: { changed: 1, applied: 0 } });
    expect(ofShop()).toEqual(before);
  });

  it('leaves no list behind, and files that only the owner of the folder can read', async () => {
    const { id } = await checkList(ready, demoList);
    const folder = join(ready.shop.dataDir, 'imports');
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    expect(Object.fromEntries(modes)).toEqual({ [`${id}.csv`]: 0o600, [`${id}.db`]: 0o600 });
    await applyList(ready, 'name\nPear\n');
    expect(existsSync(join(folder, `${id}.db`))).toBe(false);
    const lists = () => readdirSync(folder).filter((name) => name.endsWith('.csv'));
    await expect.poll(lists).toEqual([]);
  });

  it('keeps what products were before for the three latest imports, and no longer', async () => {
    for (const name of ['Pear', 'Plum', 'Fig', 'Date']) await applyList(ready, `name\n${name}\n`);
    const kept = () => ready.shop.rows('SELECT count(*) AS n FROM import_before');
    await expect.poll(kept).toEqual([{ n: 3 }]);
    const runs = await ready.manager.call('import.list', {});
    expect(runs.map(({ undo }) => undo?.possible)).toEqual([true, true, true, false]);
    const oldest = runs.at(-1)?.id ?? '';
    expect(await ready.manager.refused('import.undo', { id: oldest })).toMatchObject({
      code: 'import.undoForgotten',
    });
  });

  it('writes by the catalogue of now, not of the check: what a person added in between is not there twice', async () => {
    const { id } = await checkList(ready, 'sku,name,price\nA1,Apple,1.00\nB1,Bread,2.00\n');
    // Between check and apply someone adds the apple by hand.
    await ready.addProduct(ready.owner, { sku: 'A1', name: 'Apple', priceMinor: 100 });
    await ready.manager.call('import.apply', { id });
    expect(await untilRest(ready.manager, id)).toMatchObject({
      state: 'applied',
      counts: { applied: 1, faulty: 0 },
    });
    expect(ready.shop.rows("SELECT version FROM product WHERE name = 'Apple'")).toEqual([{ version: 1 }]);
  });
});
