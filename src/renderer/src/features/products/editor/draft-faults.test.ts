import { describe, expect, it } from 'vitest';
import { CallError } from '../../../client/call-error.ts';
import { newBarcodeRow } from './barcode-rows.ts';
import { faultsOf, hasFaults, localFaults } from './draft-faults.ts';
import { changedFields, copyOf, draftOf, emptyDraft, mergedDraft, toFields } from './product-draft.ts';

const milk = { ...emptyDraft('tax'), name: 'Milk' };

describe('a product being typed', () => {
  it('needs a name and a tax category, and nothing else', () => {
    expect(localFaults(milk)).toEqual({ fields: {}, barcodes: {} });
    expect(Object.keys(localFaults(emptyDraft(null)).fields)).toEqual(['name', 'taxCategoryId']);
  });

  it('shows a wrong check digit at its own row', () => {
    const [good, bad] = [newBarcodeRow('5012345678900'), newBarcodeRow('5012345678901')];
    const { barcodes } = localFaults({ ...milk, barcodes: [good, bad] });
    expect(barcodes).toEqual({
      [bad.key]: { key: 'products:barcode.badCheckDigit', values: { digit: 0 } },
    });
  });

  it('refuses amounts below nothing, and an opening stock of nothing', () => {
    const { fields } = localFaults({ ...milk, priceMinor: -1, costMinor: 0, openingStockMilli: 0 });
    expect(Object.keys(fields)).toEqual(['priceMinor', 'openingStockMilli']);
  });

  it('sends blanks as nothing', () => {
    const sent = toFields({ ...milk, name: ' Milk ', sku: ' ', barcodes: [newBarcodeRow('')] });
    expect(sent).toMatchObject({ name: 'Milk', sku: null, brand: null, barcodes: [] });
    expect(sent).not.toHaveProperty('openingStockMilli');
  });
});

describe('what the engine refuses', () => {
  it('is shown at the row of the code that another product has', () => {
    const row = newBarcodeRow('5012345678900');
    const error = new CallError('product.barcodeTaken', { code: '05012345678900', name: 'Tea' });
    expect(Object.keys(faultsOf(error, { ...milk, barcodes: [newBarcodeRow(''), row] }).barcodes)).toEqual([
      row.key,
    ]);
  });

  it('is shown at the fields the input check names', () => {
    const error = new CallError('input.invalid', { issues: [{ path: 'name' }, { path: 'barcodes.0.code' }] });
    expect(Object.keys(faultsOf(error, milk).fields)).toEqual(['name', 'barcodes']);
  });

  it('is shown above the form when it belongs to no field', () => {
    expect(faultsOf(new CallError('internal'), milk).form).toMatchObject({ key: 'errors:internal' });
    expect(hasFaults(faultsOf(new CallError('input.invalid', {}), milk))).toBe(true);
  });
});

const stored = {
  id: 'milk',
  name: 'Milk',
  sku: 'M1',
  barcode: null,
  brand: null,
  packSize: null,
  categoryId: null,
  categoryName: null,
  unit: 'each',
  priceMinor: 120,
  imageId: null,
  status: 'active',
  onHandMilli: 0,
  lowStockMilli: null,
  tileColour: null,
  tracked: true,
  stockCounted: false,
  ownColour: null,
  imageIds: [] as string[],
  supplierCode: null,
  notes: '',
  minimumAge: null,
  barcodes: [{ code: '05012345678900', kind: 'gtin' }],
  costMinor: null,
  taxCategoryId: 'tax',
  taxCategoryName: 'Standard',
  description: '',
  negativeStock: 'warn',
  createdAtMs: 0,
  updatedAtMs: 0,
  version: 1,
} as const;

describe('two people at one product', () => {
  it('sees which fields the other one changed', () => {
    const mine = draftOf({ ...stored, barcodes: [...stored.barcodes] });
    const theirs = draftOf({ ...stored, barcodes: [], priceMinor: 130 });
    expect(changedFields(mine, theirs)).toEqual(expect.arrayContaining(['priceMinor', 'barcodes']));
    expect(changedFields(mine, theirs)).toHaveLength(2);
  });

  it('saves my change without undoing theirs', () => {
    const before = draftOf({ ...stored, barcodes: [...stored.barcodes] });
    const mine = { ...before, name: 'Fresh milk' };
    const theirs = draftOf({ ...stored, barcodes: [], priceMinor: 130 });
    expect(mergedDraft(before, mine, theirs)).toMatchObject({
      name: 'Fresh milk',
      priceMinor: 130,
      barcodes: [],
    });
  });

  it('a copy leaves the codes with the first', () => {
    const copy = copyOf({ ...stored, barcodes: [...stored.barcodes] }, 'Milk (copy)');
    expect(copy).toMatchObject({ name: 'Milk (copy)', sku: '', barcodes: [], priceMinor: 120 });
  });
});
