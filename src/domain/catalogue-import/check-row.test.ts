import { describe, expect, it } from 'vitest';
import { createDuplicateCheck } from './check-duplicates.ts';
import { checkRow, splitCategoryPath } from './check-row.ts';
import { readNumber } from './read-number.ts';
import { createFaultCounter } from './summarise-faults.ts';
import type { ImportMapping } from './types.ts';

const mapping: ImportMapping = {
  name: 0,
  sku: 1,
  barcode: 2,
  inStoreCode: 3,
  brand: 4,
  category: 5,
  packSize: 6,
  unit: 7,
  price: 8,
  cost: 9,
  taxCategory: 10,
  stock: 11,
};
const options = {
  defaultTaxCategory: 'standard',
  decimalStyle: 'point',
  currencyExponent: 2,
  taxCategoryByName: new Map([
    ['zero', 'zero'],
    ['20%', 'standard'],
  ]),
} as const;
const goodCells = [
  ' Oat  drink ',
  'OAT-1',
  '4006381333931',
  'OAT',
  'Oatly',
  'Drinks > Plant drinks',
  '1 l',
  'Stück',
  '£1,234.50',
  '0.8349',
  'ZERO',
  '-2.5',
];

function faultsOf(changes: Record<number, string>): string[] {
  const cells = goodCells.map((cell, column) => changes[column] ?? cell);
  const checked = checkRow({ line: 7, cells }, mapping, options);
  return checked.ok ? [] : checked.error.map((fault) => `${fault.code} in ${fault.field}`);
}

describe('one row of a product list', () => {
  it('becomes a product with exact minor units', () => {
    expect(checkRow({ line: 7, cells: goodCells }, mapping, options)).toEqual({
      ok: true,
      value: {
        line: 7,
        id: null,
        name: 'Oat drink',
        sku: 'OAT-1',
        gtins: ['04006381333931'],
        inStoreCodes: ['OAT'],
        brand: 'Oatly',
        categoryPath: ['Drinks', 'Plant drinks'],
        packSize: '1 l',
        unit: 'each',
        priceMinor: 123_450,
        costMinor: 83,
        taxCategory: 'zero',
        taxCategoryGiven: true,
        stockMilli: -2500,
        description: null,
        supplierCode: null,
        notes: null,
        minimumAge: null,
        tracked: null,
      },
    });
  });

  it('may leave out everything but the name; the price is asked for at the first scan', () => {
    const checked = checkRow({ line: 2, cells: ['Tea'] }, mapping, options);
    expect(checked).toMatchObject({
      value: {
        name: 'Tea',
        priceMinor: null,
        gtins: [],
        taxCategory: 'standard',
        taxCategoryGiven: false,
        unit: null,
      },
    });
  });

  it.each([
    [{ 0: '' }, ['import.nameMissing in name']],
    [{ 0: ' \u3000 ' }, ['import.nameMissing in name']],
    [{ 0: 'x'.repeat(201) }, ['import.textTooLong in name']],
    [{ 0: 'x'.repeat(65_536) }, ['import.textTooLong in name']],
    [{ 0: 'Tea\u0000' }, ['import.badCharacters in name']],
    [{ 0: 'Tea\u001b@' }, ['import.badCharacters in name']],
    [{ 0: 'Tea\u202e1.99' }, ['import.badCharacters in name']],
    [{ 0: 'Tea\ud800' }, ['import.badCharacters in name']],
    [{ 2: '4006381333932' }, ['barcode.badCheckDigit in barcode']],
    [{ 2: '400638133393' }, ['barcode.badCheckDigit in barcode']],
    [{ 2: '8,02E+12' }, ['barcode.badLength in barcode', 'barcode.badCharacters in barcode']],
    [{ 2: '4006381333931|96385075' }, ['barcode.badCheckDigit in barcode']],
    [{ 3: 'a b' }, ['barcode.badCharacters in inStoreCode']],
    [{ 7: 'bushel' }, ['import.unknownUnit in unit']],
    [{ 8: '1.999' }, ['import.tooManyDecimals in price']],
    [{ 8: '-1.00' }, ['import.negativeNumber in price']],
    [{ 8: '1,23' }, ['import.badNumber in price']],
    [{ 8: 'NaN' }, ['import.badNumber in price']],
    [{ 8: '1e309' }, ['import.badNumber in price']],
    [{ 8: '9007199254740993' }, ['import.numberTooLarge in price']],
    [{ 10: 'luxury' }, ['import.unknownTaxCategory in taxCategory']],
    [
      { 0: '', 8: 'x', 7: 'y' },
      ['import.nameMissing in name', 'import.unknownUnit in unit', 'import.badNumber in price'],
    ],
  ] as [Record<number, string>, string[]][])('%j is refused with every reason', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it("takes names that are only dangerous elsewhere: '; DROP, <img onerror>, emoji, Arabic, Chinese", () => {
    for (const name of [
      "'; DROP TABLE product; --",
      '<img src=x onerror=alert(1)>',
      '🍌 Banana',
      'شاي أخضر',
      '红烧牛肉面',
    ])
      expect(faultsOf({ 0: name })).toEqual([]);
  });

  it('says line, column and value of a fault', () => {
    const checked = checkRow({ line: 9, cells: ['Tea', '', '4006381333932'] }, mapping, options);
    expect(checked).toEqual({
      ok: false,
      error: [
        { code: 'barcode.badCheckDigit', line: 9, field: 'barcode', column: 2, value: '4006381333932' },
      ],
    });
  });
});

describe('amounts as lists write them', () => {
  it.each([
    ['1.234,50 €', 'comma', 2, 123_450],
    ["1'234.50", 'point', 2, 123_450],
    ['1 234,5', 'comma', 2, 123_450],
    ['CHF 12.-', 'point', 2, null],
    ['EUR 3,99', 'comma', 2, 399],
    ['12,90 kr', 'comma', 2, 1290],
    ['¥120', 'point', 0, 120],
    ['¥120.00', 'point', 0, 120],
    ['1.250', 'point', 3, 1250],
    ['.99', 'point', 2, 99],
    ['１２.５', 'point', 2, 1250],
    ['0.10', 'point', 2, 10],
    ['', 'point', 2, null],
    ['1.2.3', 'point', 2, null],
    ['12,34,567', 'point', 2, null],
  ] as const)('%s in %s style with %i decimals is %s', (text, style, decimals, expected) => {
    const read = readNumber(text, { style, decimals, extraDigits: 'refuse' });
    expect(read.ok ? read.value : null).toBe(expected);
  });

  it('rounds a cost half away from zero and nothing else', () => {
    expect(readNumber('0.125', { style: 'point', decimals: 2, extraDigits: 'round' })).toEqual({
      ok: true,
      value: 13,
    });
    expect(readNumber('0.1249', { style: 'point', decimals: 2, extraDigits: 'round' })).toEqual({
      ok: true,
      value: 12,
    });
  });
});

describe('a whole list', () => {
  it('cuts category paths at > or at a free-standing slash', () => {
    expect(splitCategoryPath('Food > Fruit/Veg > Apples')).toEqual(['Food', 'Fruit/Veg', 'Apples']);
    expect(splitCategoryPath('Food / Fruit/Veg')).toEqual(['Food', 'Fruit/Veg']);
  });

  it('refuses the second row with the same code and names the first', () => {
    const check = createDuplicateCheck();
    const row = (line: number, barcode: string, sku: string) => {
      const checked = checkRow({ line, cells: ['Tea', sku, barcode] }, mapping, options);
      if (!checked.ok) throw new Error('row was refused');
      return check(checked.value);
    };
    expect(row(2, '036000241457', '')).toBeNull();
    expect(row(3, '0036000241457', '')).toMatchObject({
      code: 'import.duplicateBarcode',
      line: 3,
      firstLine: 2,
    });
    expect(row(4, '', 'T-1')).toBeNull();
    expect(row(5, '', 'T-1')).toMatchObject({ code: 'import.duplicateSku', firstLine: 4 });
  });

  it('counts faults by code and keeps five examples', () => {
    const counter = createFaultCounter();
    for (let line = 1; line <= 7; line++) {
      const checked = checkRow({ line, cells: ['', '', line === 1 ? '1' : ''] }, mapping, options);
      counter.add(checked.ok ? [] : checked.error);
    }
    counter.add([]);
    expect(counter.faultyRows).toBe(7);
    expect(counter.summary().map((one) => [one.code, one.count, one.examples.length])).toEqual([
      ['import.nameMissing', 7, 5],
      ['barcode.badLength', 1, 1],
    ]);
  });
});
