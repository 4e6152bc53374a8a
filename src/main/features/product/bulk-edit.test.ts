import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BareShop,
  milk,
  openBareShop,
  STANDARD_TAX,
  ZERO_TAX,
} from '../../../../test/catalogue/bare-shop.ts';
import type { CallInput } from '../../../shared/contract/index.ts';

type Edit = Pick<CallInput<'product.previewBulkEdit'>, 'selection' | 'change'>;

let bare: BareShop;
beforeAll(async () => {
  bare = await openBareShop();
});
afterAll(() => bare.shop.close());

let made = 0;
/** Products of a brand of their own, one for each price. */
async function shelf(...prices: readonly (number | null)[]) {
  made += 1;
  const brand = `Brand ${made}`;
  const products = [];
  for (const [index, priceMinor] of prices.entries())
    products.push(
      await bare.maya.call('product.create', { ...milk, name: `${brand} no ${index}`, brand, priceMinor }),
    );
  const selection: Edit['selection'] = { kind: 'filter', filter: { brand: brand.toUpperCase() } };
  return { ids: products.map(({ id }) => id), products, selection };
}

const dearer: Edit['change'] = { kind: 'price', how: { kind: 'percent', ppm: 100_000 } };
const now = (id: string) => bare.carl.call('product.get', { id });
const preview = (edit: Edit) => bare.maya.call('product.previewBulkEdit', edit);
async function run(edit: Edit) {
  const { changed } = await preview(edit);
  return bare.maya.call('product.bulkEdit', { ...edit, expectedChanged: changed });
}

describe('product.previewBulkEdit', () => {
  it('says how many change, what they cost before and after, and what is left out', async () => {
    const { selection } = await shelf(100, 250, null, 0);
    expect(await preview({ selection, change: dearer })).toMatchObject({
      products: 4,
      changed: 2,
      unchanged: 1,
      withoutPrice: 1,
      impossible: 0,
      beforeMinor: 350,
      afterMinor: 385,
    });
    const cheaper: Edit['change'] = { kind: 'price', how: { kind: 'amount', amountMinor: -150 } };
    expect(await preview({ selection, change: cheaper })).toMatchObject({
      changed: 1,
      impossible: 2,
      examples: [{ beforeMinor: 250, afterMinor: 100 }],
    });
  });

  it('changes nothing', async () => {
    const { selection } = await shelf(100);
    const before = bare.shop.snapshot();
    await preview({ selection, change: dearer });
    expect(bare.shop.snapshot()).toBe(before);
  });

  it('refuses more than 5,000 products, and what they should get if it is not there', async () => {
    const ids = Array.from(
      { length: 5001 },
      (_, n) => `019ca000-0000-7000-9000-${String(n).padStart(12, '0')}`,
    );
    expect(
      (
        await bare.maya.refused('product.previewBulkEdit', {
          selection: { kind: 'ids', ids },
          change: dearer,
        })
      ).code,
    ).toBe('input.invalid');
    const { selection } = await shelf(100);
    const nowhere = '019ca000-0000-7000-8fff-00000000dead';
    for (const [change, code] of [
      [{ kind: 'category', categoryId: nowhere }, 'category.unknown'],
      [{ kind: 'taxCategory', taxCategoryId: nowhere }, 'tax.categoryUnknown'],
    ] as const)
      expect((await bare.maya.refused('product.previewBulkEdit', { selection, change })).code).toBe(code);
  });
});

describe('product.bulkEdit', () => {
  it('changes every product that matches but those taken out, each with its version, event and time', async () => {
    const { selection, ids, products } = await shelf(100, 200, 300);
    const events = () => bare.shop.rows("SELECT 1 FROM outbox WHERE kind = 'product.saved'").length;
    const before = events();
    const edit = { selection: { ...selection, except: [ids[2]!] } as Edit['selection'], change: dearer };
    const { changed } = await run(edit);
    expect([changed, events() - before]).toEqual([2, 2]);
    const after = await Promise.all(ids.map(now));
    expect(after.map(({ priceMinor }) => priceMinor)).toEqual([110, 220, 300]);
    expect(after[0]!.version).toBe(products[0]!.version + 1);
    const audit = bare.shop.rows<{ after_json: string }>(
      "SELECT after_json FROM audit WHERE action = 'product.bulkChanged' ORDER BY seq DESC LIMIT 1",
    );
    expect(JSON.parse(audit[0]!.after_json)).toMatchObject({ kind: 'price', products: 2 });
  });

  it('sets category and tax of chosen products', async () => {
    const { ids } = await shelf(100, 200);
    const selection: Edit['selection'] = { kind: 'ids', ids };
    const { id: categoryId } = await bare.maya.call('category.save', { name: 'Bulk', parentId: null });
    await run({ selection, change: { kind: 'category', categoryId } });
    await run({ selection, change: { kind: 'taxCategory', taxCategoryId: ZERO_TAX } });
    for (const id of ids) expect(await now(id)).toMatchObject({ categoryId, taxCategoryId: ZERO_TAX });
  });

  it('is refused when the preview no longer says the truth', async () => {
    const { selection, ids } = await shelf(100, 200);
    const { changed } = await preview({ selection, change: dearer });
    await bare.maya.call('product.create', { ...milk, name: 'one more', brand: (await now(ids[0]!)).brand });
    const before = bare.shop.snapshot();
    const edit = { selection, change: dearer, expectedChanged: changed };
    expect(await bare.maya.refused('product.bulkEdit', edit)).toMatchObject({
      code: 'version.conflict',
      data: { changed: 3 },
    });
    expect(bare.shop.snapshot()).toBe(before);
  });
});

describe('product.undoBulkEdit', () => {
  it('brings back what nobody changed since, and names what somebody did', async () => {
    const { selection, ids } = await shelf(100, 200, 300);
    const { id } = await run({ selection, change: dearer });
    const touched = await now(ids[1]!);
    await bare.maya.call('product.update', {
      ...milk,
      id: touched.id,
      name: 'touched meanwhile',
      brand: touched.brand,
      priceMinor: 999,
      expectedVersion: touched.version,
    });
    const outcome = { restored: 2, keptCount: 1, kept: [{ id: touched.id, name: 'touched meanwhile' }] };
    const standing = bare.shop.snapshot();
    expect(await bare.maya.call('product.previewUndoBulkEdit', { id })).toEqual(outcome);
    expect(bare.shop.snapshot()).toBe(standing);
    expect((await bare.maya.call('product.listBulkEdits', {}))[0]).toMatchObject({ id, undone: null });
    expect(await bare.maya.call('product.undoBulkEdit', { id })).toEqual(outcome);
    expect((await Promise.all(ids.map(now))).map(({ priceMinor }) => priceMinor)).toEqual([100, 999, 300]);
    expect((await bare.maya.refused('product.undoBulkEdit', { id })).code).toBe('bulkEdit.undone');
    expect((await bare.maya.refused('product.previewUndoBulkEdit', { id })).code).toBe('bulkEdit.undone');
    const [last] = await bare.maya.call('product.listBulkEdits', {});
    expect(last).toMatchObject({ id, products: 3, staffName: 'maya', change: { ...dearer, ending: 'any' } });
    expect(last!.undone).toEqual({ atMs: expect.any(Number), staffName: 'maya', restored: 2, kept: 1 });
  });

  it('is refused where products would go back to what was archived since, and says to what', async () => {
    const [from, to] = await Promise.all(
      ['Oddments', 'Drinks'].map((name) =>
        bare.maya.call('category.save', { name, parentId: null, position: 0 }),
      ),
    );
    const { selection, ids } = await shelf(100);
    const toCategory = (categoryId: string): Edit => ({
      selection,
      change: { kind: 'category', categoryId },
    });
    await run(toCategory(from!.id));
    const { id } = await run(toCategory(to!.id));
    await bare.maya.call('category.archive', { id: from!.id, expectedVersion: from!.version });
    for (const name of ['product.previewUndoBulkEdit', 'product.undoBulkEdit'] as const)
      expect(await bare.maya.refused(name, { id })).toMatchObject({
        code: 'bulkEdit.archived',
        data: { name: 'Oddments' },
      });
    const { version } = await bare.maya
      .call('category.list', { withArchived: true })
      .then((all) => all.find((one) => one.id === from!.id)!);
    await bare.maya.call('category.restore', { id: from!.id, expectedVersion: version });
    await bare.maya.call('product.undoBulkEdit', { id });
    expect((await now(ids[0]!)).categoryId).toBe(from!.id);
  });

  it('is refused in the same way for a tax category, which takes no products either while it is archived', async () => {
    const { selection, ids, products } = await shelf(100);
    const toTax = (taxCategoryId: string): Edit => ({
      selection,
      change: { kind: 'taxCategory', taxCategoryId },
    });
    const { id } = await run(toTax(ZERO_TAX));
    const archive = (archived: 0 | 1) =>
      bare.write('UPDATE tax_category SET archived = ? WHERE id = ?', archived, STANDARD_TAX);
    archive(1);
    expect(await bare.maya.refused('product.undoBulkEdit', { id })).toMatchObject({
      code: 'bulkEdit.archived',
      data: { name: 'Standard' },
    });
    const { id: productId, version } = await now(ids[0]!);
    const fields = { ...milk, id: productId, name: products[0]!.name, brand: products[0]!.brand };
    const taxed = { ...fields, taxCategoryId: STANDARD_TAX, expectedVersion: version };
    expect((await bare.maya.refused('product.update', taxed)).code).toBe('tax.categoryUnknown');
    expect((await bare.maya.refused('product.previewBulkEdit', toTax(STANDARD_TAX))).code).toBe(
      'tax.categoryUnknown',
    );
    archive(0);
    await bare.maya.call('product.undoBulkEdit', { id });
    archive(1);
    const back = await now(productId);
    const noted = { ...taxed, notes: 'keeps the tax it has', expectedVersion: back.version };
    expect((await bare.maya.call('product.update', noted)).taxCategoryId).toBe(STANDARD_TAX);
    archive(0);
  });

  it('takes nothing back where everything changed again, and says so before', async () => {
    const { selection, ids } = await shelf(100, 200);
    const first = await run({ selection, change: dearer });
    const second = await run({ selection, change: dearer });
    expect(await bare.maya.call('product.previewUndoBulkEdit', { id: first.id })).toMatchObject({
      restored: 0,
      keptCount: 2,
    });
    expect(await bare.maya.call('product.undoBulkEdit', { id: first.id })).toMatchObject({ restored: 0 });
    expect((await Promise.all(ids.map(now))).map(({ priceMinor }) => priceMinor)).toEqual([121, 242]);
    await bare.maya.call('product.undoBulkEdit', { id: second.id });
    expect((await Promise.all(ids.map(now))).map(({ priceMinor }) => priceMinor)).toEqual([110, 220]);
    const nothing = '019ca000-0000-7000-8fff-00000000dead';
    for (const name of ['product.previewUndoBulkEdit', 'product.undoBulkEdit'] as const)
      expect((await bare.maya.refused(name, { id: nothing })).code).toBe('bulkEdit.unknown');
  });

  it('brings back a category that was none and the tax there was', async () => {
    const { ids } = await shelf(100);
    const selection: Edit['selection'] = { kind: 'ids', ids };
    const { id: categoryId } = await bare.maya.call('category.save', { name: 'Back', parentId: null });
    const first = await run({ selection, change: { kind: 'category', categoryId } });
    await bare.maya.call('product.undoBulkEdit', { id: first.id });
    const second = await run({ selection, change: { kind: 'taxCategory', taxCategoryId: ZERO_TAX } });
    await bare.maya.call('product.undoBulkEdit', { id: second.id });
    expect(await now(ids[0]!)).toMatchObject({ categoryId: null, taxCategoryId: STANDARD_TAX });
  });
});
