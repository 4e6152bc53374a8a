import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BareShop, milk, openBareShop, ZERO_TAX } from '../../../../test/catalogue/bare-shop.ts';

let bare: BareShop;

beforeAll(async () => {
  bare = await openBareShop();
});
beforeEach(() => {
  for (const table of ['quick_key', 'product_barcode', 'product', 'category']) {
    bare.write(`DELETE FROM ${table}`);
  }
});
afterAll(() => bare.shop.close());

const add = (fields: object = {}) => bare.maya.call('product.create', { ...milk, ...fields });
const gtin = (code: string) => ({ code, kind: 'gtin' as const });
const inStore = (code: string) => ({ code, kind: 'inStore' as const });
const NOBODY = '019ca000-0000-7000-8fff-00000000dead';

describe('product.create', () => {
  it('keeps a GTIN as its 14 digits and an in-store code as it is written', async () => {
    const product = await add({ barcodes: [gtin('036000241457'), inStore('Loose-7')] });
    expect(product.barcodes).toEqual([gtin('00036000241457'), inStore('Loose-7')]);
    expect(product).toMatchObject({
      barcode: '00036000241457',
      version: 1,
      status: 'active',
      onHandMilli: 0,
    });
  });

  it('keeps a code given as UPC-A and again as EAN-13 once', async () => {
    const product = await add({ barcodes: [gtin('036000241457'), gtin('0036000241457')] });
    expect(product.barcodes).toEqual([gtin('00036000241457')]);
  });

  it('refuses a GTIN with a wrong check digit and says the right one', async () => {
    expect(
      await bare.maya.refused('product.create', { ...milk, barcodes: [gtin('4006381333932')] }),
    ).toMatchObject({
      code: 'barcode.badCheckDigit',
      data: { entered: '4006381333932', expectedCheckDigit: 1 },
    });
  });

  it.each([
    [gtin('12345'), 'barcode.badLength'],
    [gtin('40063813339x1'), 'barcode.badCharacters'],
    [gtin('1'.repeat(65)), 'barcode.tooLong'],
    [inStore('two words'), 'barcode.badCharacters'],
  ])('refuses %o as %s', async (barcode, code) => {
    expect(await bare.maya.refused('product.create', { ...milk, barcodes: [barcode] })).toMatchObject({
      code,
    });
  });

  it('refuses a barcode another product has, in any form, and names that product', async () => {
    const first = await add({ name: 'First', barcodes: [gtin('036000241457')] });
    const before = bare.shop.snapshot();
    expect(
      await bare.maya.refused('product.create', { ...milk, barcodes: [gtin('0036000241457')] }),
    ).toMatchObject({
      code: 'product.barcodeTaken',
      data: { code: '00036000241457', productId: first.id, name: 'First' },
    });
    expect(bare.shop.snapshot()).toBe(before);
  });

  it('keeps in-store codes apart from GTINs of the same digits', async () => {
    const boxed = await add({ name: 'Boxed', barcodes: [gtin('00036000241457')] });
    const loose = await add({ name: 'Loose', barcodes: [inStore('00036000241457')] });
    const found = await bare.carl.call('product.search', { text: '00036000241457' });
    expect(found.rows.map((product) => product.id)).toEqual([boxed.id, loose.id]);
  });

  it('refuses a SKU another product has, archived or not', async () => {
    const first = await add({ name: 'First', sku: 'A-1' });
    await bare.maya.call('product.setStatus', { id: first.id, expectedVersion: 1, status: 'archived' });
    expect(await bare.maya.refused('product.create', { ...milk, sku: 'A-1' })).toMatchObject({
      code: 'product.skuTaken',
      data: { sku: 'A-1', productId: first.id, name: 'First' },
    });
  });

  it('refuses a category or tax that is not there', async () => {
    const noCategory = await bare.maya.refused('product.create', { ...milk, categoryId: NOBODY });
    expect(noCategory).toMatchObject({ code: 'category.unknown' });
    const noTax = await bare.maya.refused('product.create', { ...milk, taxCategoryId: NOBODY });
    expect(noTax).toMatchObject({ code: 'tax.categoryUnknown' });
  });

  it('is not for cashiers', async () => {
    expect(await bare.carl.refused('product.create', milk)).toMatchObject({ code: 'auth.forbidden' });
  });

  it.each([
    ['a name that turns the reading direction', 'Milk \u202egnp.exe'],
    ['half a surrogate', 'Milk \ud83d'],
    ['64 KB of name', 'x'.repeat(65_536)],
    ['blanks only', '   '],
    ['a NUL', 'Milk\u0000'],
  ])('refuses %s', async (_, name) => {
    expect(await bare.maya.refused('product.create', { ...milk, name })).toMatchObject({
      code: 'input.invalid',
    });
  });

  it('leaves an audit row and an event', async () => {
    const { id } = await add({ name: 'Audited' });
    const audit = bare.shop.rows<{ action: string; after_json: string }>(
      'SELECT * FROM audit WHERE subject_id = ?',
      id,
    );
    expect(audit).toMatchObject([{ action: 'product.added', before_json: null }]);
    expect(JSON.parse(audit[0]?.after_json ?? '')).toMatchObject({ name: 'Audited', priceMinor: 219 });
    expect(eventsOf(id)).toEqual([{ productId: id, version: 1 }]);
  });
});

describe('product.update', () => {
  it('changes facts, search words and codes together', async () => {
    const { id } = await add({ name: 'Old name', barcodes: [gtin('036000241457')] });
    const fields = { ...milk, name: 'New thing', barcodes: [inStore('N1')], taxCategoryId: ZERO_TAX };
    const updated = await bare.maya.call('product.update', { ...fields, id, expectedVersion: 1 });
    expect(updated).toMatchObject({
      name: 'New thing',
      version: 2,
      taxCategoryName: 'Zero',
      barcodes: [inStore('N1')],
    });
    expect((await bare.carl.call('product.search', { text: 'old' })).rows).toEqual([]);
    expect((await bare.carl.call('product.search', { text: '036000241457' })).rows).toEqual([]);
    expect((await bare.carl.call('product.search', { text: 'thing new' })).rows).toMatchObject([{ id }]);
    expect(eventsOf(id)).toEqual([
      { productId: id, version: 1 },
      { productId: id, version: 2 },
    ]);
  });

  it('audits what differs, before and after', async () => {
    const { id } = await add({ sku: 'KEEP' });
    await bare.maya.call('product.update', { ...milk, sku: 'KEEP', priceMinor: 249, id, expectedVersion: 1 });
    const [row] = bare.shop.rows<{ before_json: string; after_json: string }>(
      "SELECT * FROM audit WHERE subject_id = ? AND action = 'product.changed'",
      id,
    );
    expect([row?.before_json, row?.after_json]).toEqual(['{"priceMinor":219}', '{"priceMinor":249}']);
  });

  it('refuses a stale version and hands over the fresh one', async () => {
    const { id } = await add();
    await bare.maya.call('product.update', { ...milk, name: 'Second', id, expectedVersion: 1 });
    expect(await bare.maya.refused('product.update', { ...milk, id, expectedVersion: 1 })).toMatchObject({
      code: 'version.conflict',
      data: { current: { name: 'Second', version: 2 } },
    });
  });

  it('lets a product keep its own SKU and codes', async () => {
    const own = { sku: 'MINE', barcodes: [gtin('036000241457')] };
    const { id } = await add(own);
    const updated = await bare.maya.call('product.update', { ...milk, ...own, id, expectedVersion: 1 });
    expect(updated).toMatchObject({ sku: 'MINE', barcode: '00036000241457' });
  });

  it('says when there is no such product', async () => {
    const refusal = await bare.maya.refused('product.update', { ...milk, id: NOBODY, expectedVersion: 1 });
    expect(refusal).toMatchObject({ code: 'product.unknown' });
  });
});

describe('what only this shop knows of a product', () => {
  const own = {
    ownColour: 'purple',
    minimumAge: 18,
    tracked: false,
    supplierCode: 'WH-77',
    notes: 'Ask Ana before ordering',
  } as const;

  it('is stored, shown and audited', async () => {
    const added = await bare.maya.call('product.create', { ...milk, name: 'Port', ...own });
    expect(added).toMatchObject({ ...own, tileColour: 'purple', imageIds: [] });
    const audit = bare.shop.rows('SELECT after_json FROM audit WHERE subject_id = ?', added.id) as {
      after_json: string;
    }[];
    expect(JSON.parse(audit[0]!.after_json)).toMatchObject(own);
  });

  it('stays as it is when a change says nothing about it, and goes when it says so', async () => {
    const added = await bare.maya.call('product.create', { ...milk, name: 'Sherry', ...own });
    const change = { ...milk, id: added.id, name: 'Dry sherry' };
    const same = await bare.maya.call('product.update', { ...change, expectedVersion: added.version });
    expect(same).toMatchObject(own);
    const none = { ownColour: null, minimumAge: null, tracked: true, supplierCode: null, notes: '' };
    const cleared = await bare.maya.call('product.update', {
      ...change,
      ...none,
      expectedVersion: same.version,
    });
    expect(cleared).toMatchObject(none);
  });

  it('takes the colour of its category where it has none', async () => {
    const { id: categoryId } = await bare.maya.call('category.save', {
      name: 'Cellar',
      parentId: null,
      colour: 'pink',
    });
    const added = await bare.maya.call('product.create', { ...milk, name: 'Cider', categoryId });
    expect(added).toMatchObject({ tileColour: 'pink', ownColour: null });
  });

  it.each([0, 100, 1.5])('has no age limit of %s years', async (minimumAge) => {
    expect(await bare.maya.refused('product.create', { ...milk, minimumAge })).toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('product.list', () => {
  it('filters by category branch, price and status, and counts', async () => {
    const drinks = await bare.maya.call('category.save', { name: 'Drinks', parentId: null });
    const juice = await bare.maya.call('category.save', { name: 'Juice', parentId: drinks.id });
    await add({ name: 'Apple', categoryId: juice.id, priceMinor: null });
    await add({ name: 'Cola', categoryId: drinks.id });
    const old = await add({ name: 'Old' });
    await bare.maya.call('product.setStatus', { id: old.id, expectedVersion: 1, status: 'archived' });
    const listed = async (filter: object) => {
      const { rows, total } = await bare.carl.call('product.list', filter);
      return [total, ...rows.map((row) => row.name)];
    };
    expect(await listed({})).toEqual([2, 'Apple', 'Cola']);
    expect(await listed({ categoryId: drinks.id })).toEqual([2, 'Apple', 'Cola']);
    expect(await listed({ categoryId: juice.id })).toEqual([1, 'Apple']);
    expect(await listed({ categoryId: juice.id, text: 'cola' })).toEqual([0]);
    expect(await listed({ priced: 'without' })).toEqual([1, 'Apple']);
    expect(await listed({ priced: 'with' })).toEqual([1, 'Cola']);
    expect(await listed({ status: 'any' })).toEqual([3, 'Apple', 'Cola', 'Old']);
    expect(await listed({ status: 'archived' })).toEqual([1, 'Old']);
    expect(await listed({ text: '🍌' })).toEqual([0]);
    expect(await listed({ status: 'any', countAtMost: 2 })).toEqual([2, 'Apple', 'Cola', 'Old']);
    expect(await listed({ status: 'any', countAtMost: 4 })).toEqual([3, 'Apple', 'Cola', 'Old']);
    expect(await listed({ categoryId: drinks.id, limit: 1, countAtMost: 1 })).toEqual([1, 'Apple']);
  });

  it('pages every sort, up and down, without losing or repeating a row', async () => {
    const group = await bare.maya.call('category.save', { name: 'Group', parentId: null });
    for (let n = 0; n < 7; n++) {
      await add({ name: 'Same', sku: n % 2 ? `S${n}` : null, categoryId: n % 3 ? group.id : null });
    }
    for (const filter of [{}, { categoryId: group.id }, { text: 'same' }]) {
      for (const sort of ['name', 'sku', 'category', 'price', 'stock', 'updated'] as const) {
        for (const descending of [false, true]) {
          const page = (offset: number, limit: number) =>
            bare.carl.call('product.list', { ...filter, sort, descending, offset, limit, status: 'any' });
          const whole = await page(0, 100);
          const parts = [...(await page(0, 3)).rows, ...(await page(3, 2)).rows, ...(await page(5, 9)).rows];
          expect(parts).toEqual(whole.rows);
          expect(new Set(whole.rows.map((row) => row.id)).size).toBe(whole.total);
        }
      }
    }
  });

  it('sorts names with accents where people look for them', async () => {
    for (const name of ['Zebra', 'Éclair', 'apple', 'Fig']) await add({ name });
    const { rows } = await bare.carl.call('product.list', {});
    expect(rows.map((row) => row.name)).toEqual(['apple', 'Éclair', 'Fig', 'Zebra']);
  });
});

describe('favourite tiles', () => {
  it('keep their order, each once, and leave out what is archived', async () => {
    const [a, b] = [await add({ name: 'A' }), await add({ name: 'B' })];
    const keys = await bare.maya.call('product.setQuickKeys', { productIds: [b.id, a.id, b.id] });
    expect(keys.map((key) => key.name)).toEqual(['B', 'A']);
    await bare.maya.call('product.setStatus', { id: b.id, expectedVersion: 1, status: 'archived' });
    expect((await bare.carl.call('product.listQuickKeys', {})).map((key) => key.name)).toEqual(['A']);
  });

  it('stay as they were when one is unknown', async () => {
    const { id } = await add();
    await bare.maya.call('product.setQuickKeys', { productIds: [id] });
    const refusal = await bare.maya.refused('product.setQuickKeys', { productIds: [NOBODY] });
    expect(refusal).toMatchObject({ code: 'product.unknown', data: { id: NOBODY } });
    expect(await bare.carl.call('product.listQuickKeys', {})).toMatchObject([{ id }]);
  });
});

describe('category', () => {
  it('lists parents before children and counts what lies below', async () => {
    const top = await bare.maya.call('category.save', { name: 'Food', parentId: null, position: 1 });
    const first = await bare.maya.call('category.save', { name: 'Drinks', parentId: null, position: 0 });
    const child = await bare.maya.call('category.save', { name: 'Bread', parentId: top.id });
    await add({ categoryId: child.id });
    const list = await bare.carl.call('category.list', {});
    const counts = await bare.carl.call('category.countProducts', {});
    const countOf = (id: string) => counts.find(({ categoryId }) => categoryId === id)?.products;
    expect(list.map(({ id, name }) => [name, countOf(id)])).toEqual([
      ['Drinks', 0],
      ['Food', 1],
      ['Bread', 1],
    ]);
    expect(list[0]?.id).toBe(first.id);
  });

  it('cannot lie inside itself or below itself', async () => {
    const top = await bare.maya.call('category.save', { name: 'Top', parentId: null });
    const mid = await bare.maya.call('category.save', { name: 'Mid', parentId: top.id });
    const low = await bare.maya.call('category.save', { name: 'Low', parentId: mid.id });
    for (const parentId of [top.id, low.id]) {
      const move = { id: top.id, expectedVersion: 1, name: 'Top', parentId };
      expect(await bare.maya.refused('category.save', move)).toMatchObject({ code: 'category.cycle' });
    }
  });

  it('refuses a change from a stale version or from none', async () => {
    const { id } = await bare.maya.call('category.save', { name: 'One', parentId: null });
    const renamed = await bare.maya.call('category.save', {
      id,
      expectedVersion: 1,
      name: 'Two',
      parentId: null,
    });
    expect(renamed).toMatchObject({ name: 'Two', version: 2 });
    for (const stale of [{ expectedVersion: 1 }, {}]) {
      expect(
        await bare.maya.refused('category.save', { id, ...stale, name: 'X', parentId: null }),
      ).toMatchObject({
        code: 'version.conflict',
        data: { current: { name: 'Two' } },
      });
    }
  });
});

function eventsOf(productId: string): unknown[] {
  return bare.shop
    .rows<{ payload_json: string }>(
      "SELECT payload_json FROM outbox WHERE kind = 'product.saved' ORDER BY seq",
    )
    .map((row) => JSON.parse(row.payload_json) as { productId: string })
    .filter((event) => event.productId === productId);
}
