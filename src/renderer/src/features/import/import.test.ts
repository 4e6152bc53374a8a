import { describe, expect, it } from 'vitest';
import { columnRows, mappingFault, withField } from './mapping.ts';
import { piecesOf } from './pieces.ts';

describe('sending a file', () => {
  it('cuts it without a gap, and says which piece is the last', () => {
    const pieces = piecesOf(1_600_000);
    expect(pieces.map(({ offset, end, last }) => [offset, end, last])).toEqual([
      [0, 750_000, false],
      [750_000, 1_500_000, false],
      [1_500_000, 1_600_000, true],
    ]);
  });

  it('sends an exact multiple without an empty piece at the end', () => {
    expect(piecesOf(1_500_000)).toHaveLength(2);
    expect(piecesOf(0)).toEqual([{ offset: 0, end: 0, last: true }]);
  });

  it('keeps base64 whole: every piece but the last is a multiple of three bytes', () => {
    for (const { offset, end, last } of piecesOf(5_000_000)) if (!last) expect((end - offset) % 3).toBe(0);
  });
});

describe('saying which column is what', () => {
  it('needs a name', () => {
    expect(mappingFault([null, 'barcode'])).toEqual({ kind: 'needName' });
    expect(mappingFault(['name', null])).toBeNull();
  });

  it('takes each field from one column only', () => {
    const twice = withField(['name', 'price', null], 2, 'price');
    expect(mappingFault(twice)).toEqual({ kind: 'once', field: 'price' });
  });

  it('shows the first values that say something', () => {
    const rows = columnRows({
      encoding: 'utf-8',
      delimiter: ',',
      decimalStyle: 'point',
      hasHeader: true,
      workbook: null,
      headers: ['Name', ''],
      sampleRows: [
        ['Milk', ''],
        [' ', '5'],
        ['Tea', '6'],
        ['Bun', '7'],
        ['Jam', '8'],
      ],
      guess: ['name', null],
    });
    expect(rows.map(({ header, samples }) => [header, samples])).toEqual([
      ['Name', ['Milk', 'Tea', 'Bun']],
      ['', ['5', '6', '7']],
    ]);
  });
});
