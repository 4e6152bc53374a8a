import { describe, expect, it } from 'vitest';
import { columnsFromMapping, mappingFromColumns } from './types.ts';

describe('a mapping as a list of columns', () => {
  it('says for each column what it means, and for each field where it stands', () => {
    const columns = ['barcode', null, 'name', 'price'] as const;
    expect(mappingFromColumns(columns)).toEqual({ barcode: 0, name: 2, price: 3 });
    expect(columnsFromMapping({ barcode: 0, name: 2, price: 3 }, 5)).toEqual([
      'barcode',
      null,
      'name',
      'price',
      null,
    ]);
    expect(mappingFromColumns([])).toEqual({});
    expect(columnsFromMapping({ name: 4 }, 2)).toEqual([null, null]);
  });

  it('takes the first of two columns that are said to mean the same', () => {
    expect(mappingFromColumns(['name', 'name', 'price'])).toEqual({ name: 0, price: 2 });
  });
});
