import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BareShop, milk, openBareShop } from '../../../../test/catalogue/bare-shop.ts';

let bare: BareShop;

beforeAll(async () => {
  bare = await openBareShop();
});
beforeEach(() => {
  for (const table of ['product_barcode', 'product']) bare.write(`DELETE FROM ${table}`);
});
afterAll(() => bare.shop.close());

const add = (fields: object = {}) => bare.maya.call('product.create', { ...milk, ...fields });
const gtin = (code: string) => ({ code, kind: 'gtin' as const });

describe('product.search', () => {
  const names = async (text: string) =>
    (await bare.carl.call('product.search', { text })).rows.map(({ name }) => name);

  it.each([
    ['creme', 'Crème Brûlée'],
    ['BRULEE cre', 'Crème Brûlée'],
    ['可乐', '可口可乐 330毫升'],
    ['चाय', 'हिन्दी चाय'],
    ['straß', 'Strassenkaffee'],
    ['500g', 'Penne'],
    ['barilla', 'Penne'],
    ['pn-500', 'Penne'],
  ])('%s finds %s', async (text, name) => {
    await add({ name: 'Crème Brûlée' });
    await add({ name: '可口可乐 330毫升' });
    await add({ name: 'हिन्दी चाय' });
    await add({ name: 'Strassenkaffee' });
    await add({ name: 'Penne', brand: 'Barilla', packSize: '500g', sku: 'PN-500' });
    expect(await names(text)).toEqual([name]);
  });

  it('puts the exact code first, then names that begin so, then whole words, then beginnings', async () => {
    for (const name of ['Buttermilky drink', 'Very fine oat milk', 'Milkshake', 'Dark milky', 'Milk'])
      await add({ name });
    const coded = await add({ name: 'Zebra', sku: 'milk' });
    const found = await names('milk');
    expect(found).toEqual([
      coded.name,
      'Milk',
      'Milkshake',
      'Very fine oat milk',
      'Dark milky',
      'Buttermilky drink',
    ]);
  });

  it('leaves out what is archived until it comes back', async () => {
    const { id } = await add({ name: 'Winter tea', sku: 'W', barcodes: [gtin('036000241457')] });
    await bare.maya.call('product.setStatus', { id, expectedVersion: 1, status: 'archived' });
    for (const text of ['winter', 'W', '036000241457']) expect(await names(text)).toEqual([]);
    await bare.maya.call('product.setStatus', { id, expectedVersion: 2, status: 'active' });
    for (const text of ['winter', 'W', '036000241457']) expect(await names(text)).toEqual(['Winter tea']);
  });

  it.each([
    '"',
    'NEAR(oat milk)',
    '*',
    "'; DROP TABLE product; --",
    '^oat',
    '🍌',
    'oat OR',
    'search_text:oat',
    '-',
    '%',
    '\ud800',
  ])('%j is only text', async (text) => {
    await add({ name: 'Oat milk' });
    await expect(bare.carl.call('product.search', { text })).resolves.toBeInstanceOf(Object);
    await expect(bare.carl.call('product.list', { text })).resolves.toBeInstanceOf(Object);
    expect(bare.shop.rows('SELECT count(*) AS n FROM product')).toEqual([{ n: 1 }]);
  });
});
