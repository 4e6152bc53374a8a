import { describe, expect, it } from 'vitest';
import { fuzzyFilter } from '../../src/renderer/src/app/fuzzy.ts';
import { readFilters } from '../../src/renderer/src/app/url-filters.ts';
import { nextIndex } from '../../src/renderer/src/ui/data-table.tsx';
import { hueOf, initialsOf } from '../../src/renderer/src/ui/hue.ts';

describe('the command palette', () => {
  const entries = ['Clear', 'Last receipt', 'Products', 'Open drawer', '商品'];
  const find = (query: string) => fuzzyFilter(query, entries, (entry) => entry);
  it('finds by the first letters of words, best first', () => {
    expect(find('lr')[0]).toBe('Last receipt');
    expect(find('prod')).toEqual(['Products']);
    expect(find('商')).toEqual(['商品']);
  });
  it('shows all in order for nothing, and nothing for nonsense', () => {
    expect(find(' ')).toEqual(entries);
    expect(find('xyz')).toEqual([]);
  });
});

describe('a table', () => {
  it('moves with the arrow keys and stops at its ends', () => {
    expect(nextIndex('ArrowDown', -1, 3)).toBe(0);
    expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
    expect(nextIndex('ArrowUp', 0, 3)).toBe(0);
    expect(nextIndex('End', 0, 100_000)).toBe(99_999);
    expect(nextIndex('a', 0, 3)).toBeUndefined();
    expect(nextIndex('ArrowDown', 0, 0)).toBeUndefined();
  });
  it('reads its filters from the address, a code of digits as text', () => {
    expect(readFilters({ query: 85123, junk: 'x' }, { query: '', stock: 'any' })).toEqual({
      query: '85123',
      stock: 'any',
    });
  });
});

describe('a product without a picture', () => {
  it('shows its initials', () => {
    expect(initialsOf('Jumbo bag red retrospot')).toBe('JB');
    expect(initialsOf('农夫山泉 550ml')).toBe('农夫');
    expect(initialsOf('12 Pencils tall tube')).toBe('PT');
    expect(initialsOf('Customer 12346')).toBe('CU');
    expect(initialsOf('7UP')).toBe('7U');
    expect(initialsOf('')).toBe('');
  });
  it('always has one of the eight hues, the same each time', () => {
    for (const name of ['Kitchen', 'Bags', 'Candles & light', '饮料', '']) {
      expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(hueOf(name));
      expect(hueOf(name)).toBe(hueOf(name));
    }
  });
});
