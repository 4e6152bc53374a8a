import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createDuplicateCheck } from './check-duplicates.ts';
import { checkRow, joinCategoryPath, splitCategoryPath } from './check-row.ts';
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

  it('reads what else a list may know', () => {
    const more: ImportMapping = {
      id: 0,
      name: 1,
      description: 2,
      supplierCode: 3,
      notes: 4,
      minimumAge: 5,
      tracked: 6,
      barcode: 7,
    };
    const read = (cells: string[]) => checkRow({ line: 2, cells }, more, options);
    const codes = '4006381333931; 96385074,4006381333931||';
    expect(read(['ABC', "'=Tea", 'one\r\ntwo', 'S-1', "'@note", '18+', 'no', codes])).toMatchObject({
      ok: true,
      value: {
        id: 'abc',
        name: '=Tea',
        description: 'one\ntwo',
        supplierCode: 'S-1',
        notes: '@note',
        minimumAge: 18,
        tracked: false,
        gtins: ['04006381333931', '00000096385074'],
      },
    });
    const faulty = read(['x'.repeat(65), 'Tea', 'a\u0000', 'x'.repeat(65), 'x'.repeat(5001), 'old', '?']);
    expect(faulty.ok ? [] : faulty.error.map(({ code, field, column }) => [code, field, column])).toEqual([
      ['import.textTooLong', 'id', 0],
      ['import.badCharacters', 'description', 2],
      ['import.textTooLong', 'supplierCode', 3],
      ['import.textTooLong', 'notes', 4],
      ['import.badAge', 'minimumAge', 5],
      ['import.notYesOrNo', 'tracked', 6],
    ]);
  });

  it('names a category by levels of a length that a shop can hold', () => {
    expect(faultsOf({ 5: `Food > ${'x'.repeat(201)}` })).toEqual(['import.textTooLong in category']);
    expect(faultsOf({ 5: `Food > ${'x'.repeat(200)}` })).toEqual([]);
    expect(faultsOf({ 5: 'x'.repeat(2001) })).toEqual(['import.textTooLong in category']);
  });

  it('shows no more of a cell than fits on a line, whole characters only', () => {
    const checked = checkRow({ line: 9, cells: [`${'x'.repeat(79)}🍌${'x'.repeat(200)}`] }, mapping, options);
    expect(checked.ok ? '' : checked.error[0]?.value).toBe(`${'x'.repeat(79)}\ufffd`);
  });

  it('takes a tax category by its own key too, and the rate of a list by its name', () => {
    const taxOf = (cell: string) => {
      const cells = goodCells.with(10, cell);
      const checked = checkRow({ line: 2, cells }, mapping, { ...options, defaultTaxCategory: 'Std-7' });
      return checked.ok ? checked.value.taxCategory : null;
    };
    expect(['std-7', ' STD-7 ', 'zero', '20%', 'none'].map(taxOf)).toEqual([
      'Std-7',
      'Std-7',
      'zero',
      'standard',
      null,
    ]);
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
    ['12,345,678', 'point', 2, 1_234_567_800],
    ['12.345.678,9', 'comma', 2, 1_234_567_890],
    ['+3', 'point', 2, 300],
    ['−0', 'point', 2, 0],
    ['−1', 'point', 2, null],
    ['USD 3', 'point', 2, 300],
    ['US$3', 'point', 2, null],
    ['3 zł', 'point', 2, 300],
    ['120元', 'point', 2, 12_000],
    ['5.', 'point', 2, 500],
    ['5.10000', 'point', 2, 510],
    ['10000000000', 'point', 2, 1_000_000_000_000],
    ['10000000000.01', 'point', 2, null],
    ['0'.repeat(64), 'point', 2, 0],
    ['0'.repeat(65), 'point', 2, null],
    ['x1', 'point', 2, null],
    ['1x', 'point', 2, null],
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
    expect(splitCategoryPath('Food › Fruit » Apples')).toEqual(['Food', 'Fruit', 'Apples']);
    expect(splitCategoryPath('Food > Fruit / Veg')).toEqual(['Food', 'Fruit / Veg']);
    expect(splitCategoryPath(' > Food >> Fruit > ')).toEqual(['Food', 'Fruit']);
    expect(splitCategoryPath(Array.from({ length: 25 }, (_, i) => i).join('>'))).toHaveLength(20);
  });

  it('keeps a sign with a backslash before it inside a name', () => {
    expect(splitCategoryPath('A \\> B > C')).toEqual(['A > B', 'C']);
    expect(splitCategoryPath('A \\/ B')).toEqual(['A / B']);
    expect(joinCategoryPath(['A > B / C', 'x/y', 'back\\'])).toBe('A \\> B \\/ C > x/y > back\\\\');
  });

  const name = fc
    .string({ unit: fc.constantFrom('a', '1', ' ', '>', '/', '\\', '›', '»'), minLength: 1 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  test.prop([fc.array(name, { minLength: 1, maxLength: 20 })])('reads back the path it wrote', (names) => {
    expect(splitCategoryPath(joinCategoryPath(names))).toEqual(names);
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

  it('knows a product without any code by its name, brand and size', () => {
    const check = createDuplicateCheck();
    const row = (line: number, cells: Record<number, string>) => {
      const list = goodCells.map((_, column) => cells[column] ?? '');
      const checked = checkRow({ line, cells: list }, mapping, options);
      if (!checked.ok) throw new Error('row was refused');
      return check(checked.value);
    };
    expect(row(2, { 0: 'Tea', 4: 'Clipper', 6: '80 bags' })).toBeNull();
    expect(row(3, { 0: 'Tea', 4: 'Clipper', 6: '40 bags' })).toBeNull();
    expect(row(4, { 0: 'Tea', 4: 'Yogi', 6: '80 bags' })).toBeNull();
    expect(row(5, { 0: 'Tea' })).toBeNull();
    expect(row(6, { 0: 'Tea', 1: 'T-1' })).toBeNull();
    expect(row(7, { 0: 'Tea', 1: 'T-2', 3: 'IN' })).toBeNull();
    expect(row(8, { 0: 'Tea' })).toEqual({
      code: 'import.duplicateName',
      line: 8,
      field: 'name',
      column: null,
      value: 'Tea',
      firstLine: 5,
    });
    expect(row(9, { 0: 'Tea', 4: 'Clipper', 6: '80 bags' })).toMatchObject({ firstLine: 2 });
    expect(row(10, { 0: 'Milk', 3: 'IN' })).toMatchObject({
      code: 'import.duplicateBarcode',
      field: 'inStoreCode',
      value: 'IN',
      firstLine: 7,
    });
    // A refused row gives none of its codes away.
    expect(row(11, { 0: 'Milk', 1: 'T-1', 3: 'FREE' })).toMatchObject({ value: 'T-1', firstLine: 6 });
    expect(row(12, { 0: 'Milk', 3: 'FREE' })).toBeNull();
  });

  it('has each product of this shop once', () => {
    const check = createDuplicateCheck();
    const row = (line: number) => {
      const checked = checkRow({ line, cells: ['Tea', 'ID-1'] }, { name: 0, id: 1 }, options);
      if (!checked.ok) throw new Error('row was refused');
      return check(checked.value);
    };
    expect(row(2)).toBeNull();
    expect(row(3)).toMatchObject({ code: 'import.duplicateId', field: 'id', value: 'id-1', firstLine: 2 });
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
