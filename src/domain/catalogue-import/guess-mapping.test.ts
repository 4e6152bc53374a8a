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
});
