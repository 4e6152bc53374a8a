import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from './csv-rows.ts';
import { csvLine } from './csv-text.ts';
import { EXPORT_COLUMNS, type ExportedProduct, exportCells, scaledText } from './export-columns.ts';
import { guessMapping } from './guess-mapping.ts';
import { headerSignature } from './header-signature.ts';

const tea: ExportedProduct = {
  id: 'p-1',
  name: 'Tea',
  sku: 'T-1',
  gtins: ['04006381333931', '00000096385074'],
  inStoreCodes: ['TEA', '7'],
  brand: 'Clipper',
  category: 'Drinks > Tea',
  packSize: '80 bags',
  unit: 'each',
  priceMinor: 250,
  costMinor: 5,
  taxCategory: 'Zero',
  stockMilli: 12_500,
  description: 'black',
  supplierCode: 'S-9',
  notes: 'top shelf',
  minimumAge: 18,
  tracked: true,
};

const cellsOf = (change: Partial<ExportedProduct> = {}, exponent = 2) =>
  Object.fromEntries(
    exportCells({ ...tea, ...change }, exponent).map((cell, index) => [EXPORT_COLUMNS[index]!.field, cell]),
  );

describe('a product in an exported list', () => {
  it('stands in the columns of the headings, numbers as numbers', () => {
    expect(cellsOf()).toEqual({
      id: 'p-1',
      name: 'Tea',
      sku: 'T-1',
      barcode: '4006381333931|00000096385074',
      inStoreCode: 'TEA|7',
      brand: 'Clipper',
      category: 'Drinks > Tea',
      packSize: '80 bags',
      unit: 'each',
      price: { number: '2.50' },
      cost: { number: '0.05' },
      taxCategory: 'Zero',
      stock: { number: '12.5' },
      description: 'black',
      supplierCode: 'S-9',
      notes: 'top shelf',
      minimumAge: { number: '18' },
      tracked: 'yes',
    });
  });

  it('says nothing where nothing is known, and counts nothing that is not counted', () => {
    const change = { priceMinor: null, costMinor: null, minimumAge: null, tracked: false, gtins: [] };
    expect(cellsOf(change)).toMatchObject({
      price: null,
      cost: null,
      minimumAge: null,
      tracked: 'no',
      stock: null,
      barcode: '',
    });
  });

  it.each([
    [0, '0'],
    [3000, '3'],
    [10_000, '10'],
    [-500, '-0.5'],
    [1234, '1.234'],
    [1, '0.001'],
  ])('has %s thousandths in stock as %s', (stockMilli, number) => {
    expect(cellsOf({ stockMilli }).stock).toEqual({ number });
  });

  it.each([
    ['04006381333931', '4006381333931'],
    ['00036000241457', '0036000241457'],
    ['00000096385074', '00000096385074'],
    ['14006381333938', '14006381333938'],
  ])('has the code %s as %s', (gtin, text) => {
    expect(cellsOf({ gtins: [gtin] }).barcode).toBe(text);
  });

  it.each([
    [1230, 2, '12.30'],
    [-5, 3, '-0.005'],
    [7, 0, '7'],
    [-7, 0, '-7'],
    [0, 2, '0.00'],
    [100, 2, '1.00'],
  ])('writes %s with %s decimals as %s', (value, decimals, text) => {
    expect(scaledText(value, decimals)).toBe(text);
  });
});

describe('the headings of an exported list', () => {
  it.each(['en', 'zh'] as const)('are all known to an import in %s', (language) => {
    const headings = EXPORT_COLUMNS.map((column) => column[language]);
    const fields = EXPORT_COLUMNS.map(({ field }, index) => [field, index]);
    expect(guessMapping([headings])).toEqual({ hasHeader: true, mapping: Object.fromEntries(fields) });
  });

  it('are remembered by what they say, not by capitals and blanks', () => {
    expect(headerSignature(['Name ', 'PREIS'])).toBe(headerSignature(['name', 'Preis']));
    expect(headerSignature(['name', 'price'])).not.toBe(headerSignature(['price', 'name']));
    expect(headerSignature(['na', 'me'])).not.toBe(headerSignature(['nam', 'e']));
    expect(headerSignature(['', 'name'])).not.toBeNull();
    expect(headerSignature(['', ' '])).toBeNull();
    expect(headerSignature([])).toBeNull();
  });
});

describe('a line of CSV', () => {
  it('quotes only what would be read otherwise', () => {
    expect(csvLine(['a', 'b c', ''])).toBe('a,b c,\r\n');
    expect(csvLine(['a,b', '"x"', 'two\nlines', 'two\rlines'])).toBe(
      '"a,b","""x""","two\nlines","two\rlines"\r\n',
    );
    expect(csvLine([' a', 'b '])).toBe('" a","b "\r\n');
  });

  test.prop([
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', ';', 'é') }), { minLength: 2 }),
  ])('is read back as it was', (cells) => {
    expect(createCsvReader({ delimiter: ',' }).push(csvLine(cells))[0]?.cells).toEqual(cells);
  });
});
