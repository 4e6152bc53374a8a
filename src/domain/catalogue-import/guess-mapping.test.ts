import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from './csv-rows.ts';
import { guessMapping } from './guess-mapping.ts';

function fixtureRows(name: string): (readonly string[])[] {
  const text = readFileSync(new URL(`../../../test/fixtures/catalogue/${name}`, import.meta.url), 'utf8');
  return createCsvReader({ delimiter: ',' })
    .push(text)
    .map((row) => row.cells);
}

describe('the guess of what the columns mean', () => {
  it('reads the headings of Open Food Facts extracts, and takes "quantity" as a pack size', () => {
    const { mapping, hasHeader } = guessMapping(fixtureRows('off-rich-200.csv'));
    expect(hasHeader).toBe(true);
    expect(mapping).toEqual({ barcode: 0, name: 2, brand: 3, category: 5, packSize: 6 });
  });

  it('reads the headings of a Serbian supermarket list', () => {
    expect(guessMapping(fixtureRows('rs-retail-100.csv')).mapping).toEqual({
      barcode: 0,
      name: 2,
      brand: 3,
      category: 4,
    });
  });

  it.each([
    [
      'de',
      ['Artikelnummer', 'Bezeichnung', 'EAN', 'Warengruppe', 'VK-Preis', 'EK-Preis', 'MwSt.', 'Bestand'],
    ],
    [
      'fr',
      [
        'Référence',
        'Désignation',
        'Code-barres',
        'Rayon',
        'Prix TTC',
        "Prix d'achat",
        'TVA',
        'Stock disponible',
      ],
    ],
    ['es', ['Referencia', 'Artículo', 'Código de barras', 'Familia', 'PVP', 'Coste', 'IVA', 'Existencias']],
    ['zh', ['货号', '商品名称', '条码', '类别', '零售价', '进价', '税率', '库存']],
  ])('reads headings in %s', (_, headings) => {
    const rows = [headings, ['A1', 'Tee', '4006381333931', 'Getränke', '1,99', '1,00', '19', '12']];
    expect(guessMapping(rows).mapping).toEqual({
      sku: 0,
      name: 1,
      barcode: 2,
      category: 3,
      price: 4,
      cost: 5,
      taxCategory: 6,
      stock: 7,
    });
  });

  it('looks into a column called code or quantity', () => {
    expect(
      guessMapping([
        ['code', 'name', 'quantity'],
        ['4006381333932', 'Tea', '12'],
      ]).mapping,
    ).toEqual({ barcode: 0, name: 1, stock: 2 });
    expect(
      guessMapping([
        ['code', 'name', 'quantity'],
        ['A-12', 'Tea', '500 g'],
      ]).mapping,
    ).toEqual({ sku: 0, name: 1, packSize: 2 });
  });

  it('finds barcodes and names in a list without headings', () => {
    const guess = guessMapping([
      ['4006381333931', 'Black tea', '1.99'],
      ['96385074', 'Whole milk', '0.99'],
    ]);
    expect(guess).toEqual({ hasHeader: false, mapping: { barcode: 0, name: 1 } });
  });

  const guess = (...rows: (readonly string[])[]) => guessMapping(rows);
  const mapped = (...rows: (readonly string[])[]) => guess(...rows).mapping;

  it('has nothing to say about nothing', () => {
    expect(guess()).toEqual({ hasHeader: false, mapping: {} });
    expect(guess([''])).toEqual({ hasHeader: false, mapping: {} });
    expect(guess(['name'])).toEqual({ hasHeader: true, mapping: { name: 0 } });
  });

  it('takes a first row with a barcode in it for a product, whatever else it says', () => {
    expect(guess(['Product', '4006381333931'], ['Milk', '96385074'])).toEqual({
      hasHeader: false,
      mapping: { name: 0, barcode: 1 },
    });
    expect(guess(['12', '34'], ['56', '78']).hasHeader).toBe(false);
  });

  it('overlooks brackets and signs in a heading', () => {
    expect(mapped(['Price (GBP)', 'Pack-Size', 'Product_Name (EN)'])).toEqual({
      price: 0,
      packSize: 1,
      name: 2,
    });
  });

  it('believes its own headings, whatever stands below them', () => {
    const row = ['0190', 'Tea', '4006381333931', '12'];
    expect(mapped(['Tillwise ID', 'Name', 'SKU', 'Pack size'], row)).toEqual({
      id: 0,
      name: 1,
      sku: 2,
      packSize: 3,
    });
    expect(mapped(['Type', 'Name', 'SKU', 'Pack size'], row)).toEqual({
      category: 0,
      name: 1,
      barcode: 2,
      stock: 3,
    });
  });

  it('calls a column of codes by the greater part of them', () => {
    const codes = (...values: string[]) => mapped(['code', 'name'], ...values.map((value) => [value, 'Tea']));
    expect(codes('96385074', 'A-1')).toEqual({ barcode: 0, name: 1 });
    expect(codes('96385074', 'A-1', 'A-2')).toEqual({ sku: 0, name: 1 });
    for (const gtinLike of ['96385075', '72512345678', '4006381333930', '14006381333930'])
      expect(codes(gtinLike)).toEqual({ barcode: 0, name: 1 });
    for (const other of [
      '9638507',
      '963850751',
      '140063813339301',
      'A96385075',
      '96385075B',
      'x14006381333930',
    ])
      expect(codes(other)).toEqual({ sku: 0, name: 1 });
  });

  it('calls a column of numbers a stock and one of texts a pack size', () => {
    const quantities = (heading: string, ...values: string[]) =>
      mapped([heading, 'name'], ...values.map((value) => [value, 'Tea']));
    expect(quantities('quantity', '12', '-3', '1.50', '2,75', ' 9 ', '')).toEqual({ stock: 0, name: 1 });
    expect(quantities('quantity', '1', '2', '3', '4', '500 g')).toEqual({ packSize: 0, name: 1 });
    expect(quantities('quantity', '1.', 'x1', '1.2.3')).toEqual({ packSize: 0, name: 1 });
    expect(quantities('qty', '500 g', '1 l')).toEqual({ packSize: 0, name: 1 });
    expect(quantities('qty', '1', '500 g')).toEqual({ stock: 0, name: 1 });
    expect(quantities('qty')).toEqual({ stock: 0, name: 1 });
  });

  it('takes article numbers that are all barcodes for barcodes', () => {
    const numbers = (count: number) => [
      ...Array.from({ length: count }, () => ['96385074', 'Tea']),
      ['A-1', 'Tea'],
    ];
    expect(mapped(['sku', 'name'], ...numbers(10))).toEqual({ barcode: 0, name: 1 });
    expect(mapped(['sku', 'name'], ...numbers(9))).toEqual({ sku: 0, name: 1 });
    expect(mapped(['brand', 'name'], ['96385074', 'Tea'])).toEqual({ brand: 0, name: 1 });
  });

  it('of two columns of one meaning takes the fuller one, and the category with the whole path', () => {
    expect(mapped(['name', 'title'], ['', 'Tea'], ['', 'Milk'])).toEqual({ name: 1 });
    expect(mapped(['name', 'title'], ['Tea', ''], ['Milk', 'Milk'])).toEqual({ name: 0 });
    expect(mapped(['category', 'type', 'name'], ['Tea', '', 'a'], ['Milk', 'Food > Dairy', 'b'])).toEqual({
      category: 1,
      name: 2,
    });
    expect(mapped(['name', 'title'], ['Tea', ''], ['Milk', 'a > b > c'], ['x', 'y'])).toEqual({ name: 0 });
  });

  it('finds barcodes in a column without a heading, where most are right and no other column has them', () => {
    const good = ['96385074', '4006381333931', '5901234123457', '5000112637922'];
    const rows = (values: readonly string[]) => values.map((value) => ['Tea', value]);
    expect(mapped(['name', '?'], ...rows([...good, 'none']))).toEqual({ name: 0, barcode: 1 });
    expect(mapped(['name', '?'], ...rows([...good.slice(1), 'none']))).toEqual({ name: 0 });
    expect(mapped(['name', '?', 'PLU'], ...good.map((code) => ['Tea', code, '12']))).toEqual({
      name: 0,
      inStoreCode: 2,
    });
    expect(mapped(['ean', '?', 'name'], ...good.map((code) => [code, code, 'Tea']))).toEqual({
      barcode: 0,
      name: 2,
    });
    expect(mapped(['name', '?'], ['Tea', ''])).toEqual({ name: 0 });
  });

  it('takes the longest texts without a heading for names, and no addresses', () => {
    const row = ['Tea', 'Green tea leaves', 'https://example.org/a-very-long-address', '1 x'];
    expect(mapped(['?', '??', '???', 'price'], [...row.slice(0, 3), '1.99'])).toEqual({ name: 1, price: 3 });
    expect(mapped(['brand', '?'], ['Tee', 'see http://example.org'])).toEqual({ brand: 0, name: 1 });
    expect(mapped(['brand', '?'], ['Tee', 'http://example.org'])).toEqual({ brand: 0 });
    expect(mapped(['brand', '?'], ['Tee', 'a1 b2'])).toEqual({ brand: 0 });
    const four = ['ab', 'cd', 'ef', 'gh'].map((text) => ['Tee', text]);
    expect(mapped(['brand', '?'], ...four, ['Tee', '1'])).toEqual({ brand: 0, name: 1 });
    expect(mapped(['brand', '?'], ...four.slice(1), ['Tee', '1'])).toEqual({ brand: 0 });
  });
});
