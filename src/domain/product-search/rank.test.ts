import { describe, expect, it } from 'vitest';
import { beginningsOf, guessableWords, indexedWords, searchTextOf } from './indexed-words.ts';
import { type Hit, salesBoost, scoreHit } from './rank.ts';

const asked = { folded: 'milk', tokens: [['milk']], bestBm25: -4 };
const hit = (sortName: string, more: Partial<Hit> = {}): Hit => ({
  sortName,
  words: sortName.split(' '),
  soldCount: 0,
  bm25: -2,
  ...more,
});
const order = (hits: readonly Hit[], by: Parameters<typeof scoreHit>[1] = asked) =>
  hits.toSorted((a, b) => scoreHit(b, by) - scoreHit(a, by)).map(({ sortName }) => sortName);

describe('the order of hits', () => {
  it('is the very name, names that begin so, whole words, beginnings of words, parts of words', () => {
    const hits = ['buttermilk', 'dark milky', 'oat milk', 'milkshake', 'milk'].map((name) => hit(name));
    expect(order(hits)).toEqual(['milk', 'milkshake', 'oat milk', 'dark milky', 'buttermilk']);
  });

  it('lets what sells pass what only stands a little better, but never the very name', () => {
    const hits = [hit('milk'), hit('milkshake'), hit('oat milk', { soldCount: 500 })];
    expect(order(hits)).toEqual(['milk', 'oat milk', 'milkshake']);
  });

  it('follows BM25 where all else is equal', () => {
    expect(order([hit('a milk', { bm25: -1 }), hit('b milk', { bm25: -4 })])).toEqual(['b milk', 'a milk']);
  });

  it('prefers the likelier of two words that may be meant, whatever BM25 thinks of the rarer', () => {
    const meant = { folded: 'milk', tokens: [['mikl', 'milk', 'mika']], bestBm25: -4 };
    expect(order([hit('dark mika', { bm25: -4 }), hit('dark milk', { bm25: -3 })], meant)).toEqual([
      'dark milk',
      'dark mika',
    ]);
  });

  it('counts sales less and less', () => {
    expect(salesBoost(0)).toBe(0);
    expect(salesBoost(10)).toBeGreaterThan(salesBoost(1));
    expect(salesBoost(1000) - salesBoost(990)).toBeLessThan(0.01);
    expect(salesBoost(1e9)).toBe(4);
  });
});

describe('what a product is indexed by', () => {
  const words = indexedWords(
    {
      name: 'Öko Milch',
      brand: 'Almhof',
      codes: ['M-1', null, '1 l'],
      categoryName: 'Molkerei',
      description: 'frisch',
    },
    () => '',
  );

  it('keeps its own words apart from those of its category', () => {
    expect(searchTextOf(words)).toBe('oko milch almhof m 1 1 l\nmolkerei');
  });

  it('is listed under the beginnings of its own words only', () => {
    expect([...beginningsOf('oko milch\nmolkerei')]).toEqual(['o', 'ok', 'oko', 'm', 'mi', 'mil']);
    expect([...beginningsOf('𠮷野家')]).toEqual(['𠮷', '𠮷野', '𠮷野家']);
  });

  it('lends words of letters to the vocabulary', () => {
    expect(guessableWords(words)).toEqual(['oko', 'milch', 'almhof', 'molkerei']);
  });
});
