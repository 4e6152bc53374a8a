import { describe, expect, it } from 'vitest';
import { checkRow } from './check-row.ts';
import { compareProduct, type ExistingProduct, matchProduct } from './compare.ts';
import type { ImportProduct } from './types.ts';

const tea: ExistingProduct = {
  id: 'tea',
  name: 'Tea',
  sku: 'T-1',
  gtins: ['04006381333931'],
  inStoreCodes: [],
  brand: 'Clipper',
  categoryPath: ['Drinks', 'Tea'],
  packSize: '80 bags',
  unit: 'each',
  priceMinor: 250,
  costMinor: null,
  taxCategory: 'zero',
  description: null,
  supplierCode: null,
  notes: null,
  minimumAge: null,
  tracked: true,
};
const milk: ExistingProduct = {
  ...tea,
  id: 'milk',
  name: 'Milk',
  sku: 'M-1',
  gtins: ['00000096385074'],
  inStoreCodes: ['MILK'],
};
const shop = {
  byId: (id: string) => [tea, milk].find((one) => one.id === id) ?? null,
  byGtin: (gtin: string) => [tea, milk].find((one) => one.gtins.includes(gtin)) ?? null,
  bySku: (sku: string) => [tea, milk].find((one) => one.sku === sku) ?? null,
  byInStoreCode: (code: string) => [tea, milk].find((one) => one.inStoreCodes.includes(code)) ?? null,
};

function row(cells: {
  name?: string;
  sku?: string;
  barcode?: string;
  inStoreCode?: string;
  price?: string;
  tax?: string;
  category?: string;
}): ImportProduct {
  const list = [
    cells.name ?? 'Tea',
    cells.sku ?? '',
    cells.barcode ?? '',
    cells.inStoreCode ?? '',
    cells.price ?? '',
    cells.tax ?? '',
    cells.category ?? '',
  ];
  const mapping = { name: 0, sku: 1, barcode: 2, inStoreCode: 3, price: 4, taxCategory: 5, category: 6 };
  const checked = checkRow({ line: 2, cells: list }, mapping, {
    defaultTaxCategory: 'standard',
    decimalStyle: 'point',
    currencyExponent: 2,
  });
  if (!checked.ok) throw new Error('row was refused');
  return checked.value;
}

function matched(found: ReturnType<typeof matchProduct>): string | null {
  return found.ok ? (found.value?.id ?? null) : found.error.code;
}

describe('which product a row means', () => {
  it('is found by barcode however it is written, by SKU, or by in-store code', () => {
    expect(matched(matchProduct(row({ barcode: '4006381333931' }), shop))).toBe('tea');
    expect(matched(matchProduct(row({ sku: 'M-1' }), shop))).toBe('milk');
    expect(matched(matchProduct(row({ inStoreCode: 'MILK' }), shop))).toBe('milk');
    expect(matched(matchProduct(row({ sku: 'NEW' }), shop))).toBeNull();
    expect(matched(matchProduct({ ...row({ sku: 'NEW' }), id: 'milk' }, shop))).toBe('milk');
    expect(matched(matchProduct({ ...row({ sku: 'NEW' }), id: 'gone' }, shop))).toBeNull();
  });

  it('is refused when its codes belong to two products', () => {
    expect(matched(matchProduct(row({ barcode: '4006381333931', sku: 'M-1' }), shop))).toBe(
      'import.matchesSeveral',
    );
    expect(matchProduct({ ...row({ inStoreCode: 'MILK' }), id: 'tea' }, shop)).toEqual({
      ok: false,
      error: { code: 'import.matchesSeveral', productIds: ['tea', 'milk'] },
    });
  });
});

describe('what a row would change', () => {
  it('is nothing when the same list comes twice', () => {
    const same = row({ sku: 'T-1', barcode: '4006381333931', price: '2.50', category: 'Drinks > Tea' });
    expect(compareProduct(tea, same)).toEqual({ kind: 'unchanged' });
  });

  it('is never a fact the row is silent about, nor the tax category it got by default', () => {
    expect(compareProduct(tea, row({}))).toEqual({ kind: 'unchanged' });
  });

  it('is named field by field', () => {
    const changed = row({
      name: 'Green tea',
      barcode: '96385074',
      price: '2.60',
      tax: 'standard',
      category: 'Tea',
    });
    expect(compareProduct(tea, changed)).toEqual({
      kind: 'changed',
      changes: [
        { field: 'name', before: 'Tea', after: 'Green tea' },
        { field: 'barcode', before: '04006381333931', after: '00000096385074' },
        { field: 'category', before: 'Drinks > Tea', after: 'Tea' },
        { field: 'price', before: 250, after: 260 },
        { field: 'taxCategory', before: 'zero', after: 'standard' },
      ],
    });
  });

  it.each<[string, Partial<ImportProduct>, string | number | null, string | number]>([
    ['sku', { sku: 'T-2' }, 'T-1', 'T-2'],
    ['inStoreCode', { inStoreCodes: ['TEA', 'CHAI'] }, null, 'TEA, CHAI'],
    ['brand', { brand: 'Yogi' }, 'Clipper', 'Yogi'],
    ['packSize', { packSize: '40 bags' }, '80 bags', '40 bags'],
    ['unit', { unit: 'kg' }, 'each', 'kg'],
    ['cost', { costMinor: 120 }, null, 120],
    ['description', { description: 'black' }, null, 'black'],
    ['supplierCode', { supplierCode: 'S-1' }, null, 'S-1'],
    ['notes', { notes: 'top shelf' }, null, 'top shelf'],
    ['minimumAge', { minimumAge: 18 }, 0, 18],
    ['tracked', { tracked: false }, 'yes', 'no'],
  ])('is the %s', (field, change, before, after) => {
    expect(compareProduct(tea, { ...row({}), ...change })).toEqual({
      kind: 'changed',
      changes: [{ field, before, after }],
    });
  });

  it('is nothing where a cell could not have said it otherwise', () => {
    const kept: ExistingProduct = {
      ...tea,
      name: 'Green  tea',
      brand: 'Käse\u00a0Haus',
      categoryPath: ['Hot  drinks', 'Tea'],
      description: 'one\r\n two',
      notes: ' \ttop',
      minimumAge: 16,
      tracked: false,
    };
    const same = {
      ...row({ name: 'Green tea', category: 'Hot drinks > Tea' }),
      brand: 'Käse Haus',
      description: 'one\n two',
      notes: 'top',
      minimumAge: 16,
      tracked: false,
    };
    expect(compareProduct(kept, same)).toEqual({ kind: 'unchanged' });
    expect(compareProduct({ ...kept, minimumAge: null, tracked: true }, same)).toMatchObject({
      changes: [
        { field: 'minimumAge', before: 0, after: 16 },
        { field: 'tracked', before: 'yes', after: 'no' },
      ],
    });
    expect(compareProduct(tea, { ...row({}), minimumAge: 0 })).toEqual({ kind: 'unchanged' });
  });

  it('is a shelf where there was none, and another one however alike', () => {
    const homeless = { ...tea, categoryPath: [] };
    expect(compareProduct(homeless, row({ category: 'Drinks' }))).toEqual({
      kind: 'changed',
      changes: [{ field: 'category', before: null, after: 'Drinks' }],
    });
    expect(compareProduct(tea, row({ category: 'Drinks > Tea > Green' }))).toMatchObject({ kind: 'changed' });
    expect(compareProduct(tea, row({ category: 'Food > Tea' }))).toMatchObject({ kind: 'changed' });
  });

  it('is a new product when none was found', () => {
    expect(compareProduct(null, row({}))).toEqual({ kind: 'new' });
  });
});
