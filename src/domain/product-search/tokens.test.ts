import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { foldText, indexText, isUnspaced, searchTokens, toFtsGroups, toFtsQuery } from './tokens.ts';

const products = [
  'Crème Brûlée 2 x 100 g',
  'Straßenkaffee gemahlen',
  'Smørrebrød',
  'Organic Oat Milk 1 l',
  '可口可乐 330毫升',
  '蒙牛milk酸奶',
  '红烧牛肉面',
  '洗衣粉 2 kg',
  'Côte d’Or Lait',
  'Йогурт клубника',
  'NEAR Beer AND More',
  "Ben & Jerry's",
  'हिन्दी चाय',
  '한국 라면',
  'カップヌードル',
];

const db = new Database(':memory:');
db.exec("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61')");
const insert = db.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)');
products.forEach((name, index) => {
  insert.run(index, indexText(name));
});
const select = db.prepare('SELECT rowid AS row FROM search WHERE search MATCH ? ORDER BY rowid');
afterAll(() => {
  db.close();
});

/** Names the index finds for what a person types. */
function found(query: string): string[] {
  const fts = toFtsQuery(searchTokens(query));
  if (fts === null) return [];
  return (select.all(fts) as { row: number }[]).map(({ row }) => products[row] ?? '');
}

describe('folding', () => {
  it.each([
    ['Crème BRÛLÉE', 'creme brulee'],
    ['Straße STRASSE', 'strasse strasse'],
    ['Smørrebrød Œuf Łódź İstanbul', 'smorrebrod oeuf lodz istanbul'],
    ['ﬁne ①２', 'fine 12'],
    ['half \ud83d', 'half \ufffd'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('what a query finds in the index', () => {
  it.each([
    ['brulee creme', 'Crème Brûlée 2 x 100 g'],
    ['BRÛ', 'Crème Brûlée 2 x 100 g'],
    ['strassenk', 'Straßenkaffee gemahlen'],
    ['smorre', 'Smørrebrød'],
    ['milk oat org', 'Organic Oat Milk 1 l'],
    ['可乐', '可口可乐 330毫升'],
    ['可口', '可口可乐 330毫升'],
    ['酸奶', '蒙牛milk酸奶'],
    ['牛肉面', '红烧牛肉面'],
    ['cote dor', null],
    ['ilk', null],
    ['粉', '洗衣粉 2 kg'],
    ['côte d or', 'Côte d’Or Lait'],
    ['йог', 'Йогурт клубника'],
    ['near and', 'NEAR Beer AND More'],
    ["ben jerry's", "Ben & Jerry's"],
    ['चाय', 'हिन्दी चाय'],
    ['라면', '한국 라면'],
    ['カップ', 'カップヌードル'],
  ])('%s finds %s', (query, name) => {
    expect(found(query)).toEqual(name === null ? [] : [name]);
  });

  it.each([
    '"',
    '""',
    '"oat',
    "'; DROP TABLE search; --",
    'NEAR(oat milk, 2)',
    '*',
    'oat*',
    '^oat',
    'words:oat',
    'oat AND',
    'OR OR OR',
    'NOT oat',
    '-oat',
    '(oat',
    '{words} : oat',
    '🍌',
    '🍌 oat',
    '\u0000oat',
    '\ud800',
    'oat + milk',
    '\\"',
    'ا'.repeat(5000),
    '%_',
    '"*" "*"',
  ])('%j cannot break the index', (query) => {
    expect(() => found(query)).not.toThrow();
    expect(db.prepare('SELECT count(*) AS n FROM search').get()).toEqual({ n: products.length });
  });

  it('reads operators as plain words', () => {
    expect(toFtsQuery(searchTokens('NEAR "oat" * NOT milk'))).toBe(
      '"near"* AND "oat"* AND "not"* AND "milk"*',
    );
    expect(toFtsQuery(['a"b'])).toBe('"a""b"*');
  });

  it('is nothing for a query without words', () => {
    expect(toFtsQuery(searchTokens(' 🍌 *" '))).toBeNull();
  });

  it('takes twelve words of 64 characters at most, each once', () => {
    expect(searchTokens('a b A B c d e f g h i j k l m n')).toHaveLength(12);
    expect(searchTokens('x'.repeat(900))[0]).toHaveLength(64);
  });
});

describe('a text in the index', () => {
  it.each([
    ['洗衣粉', '洗衣粉 衣粉 粉'],
    ['蒙牛milk酸奶', '蒙 牛 milk 酸奶 奶'],
    ['milk酸奶', 'milk 酸奶 奶'],
    ['酸奶milk', '酸奶 奶 milk'],
    ['Oat Milk', 'oat milk'],
  ])('%s is held as %s', (text, held) => {
    expect(indexText(text)).toBe(held);
  });

  it('reads no further than a thousand characters of a query', () => {
    expect(searchTokens(`${'- '.repeat(499)}ab cd`)).toEqual(['ab']);
  });

  it('knows scripts without blanks', () => {
    expect(['酸', 'カ', 'ไ', 'a', 'й'].map(isUnspaced)).toEqual([true, true, true, false, false]);
  });
});

describe('choices for each word', () => {
  it('want one of them for every word', () => {
    const groups = [
      { begin: ['nut'], whole: ['peanut', 'walnut'] },
      { begin: ['bar'], whole: [] },
    ];
    expect(toFtsGroups(groups)).toBe('("nut"* OR "peanut" OR "walnut") AND ("bar"*)');
    expect(toFtsGroups([{ begin: [], whole: ['a"b'] }])).toBe('("a""b")');
  });

  it('are nothing without words, or where one word has no choice', () => {
    expect(toFtsGroups([])).toBeNull();
    expect(
      toFtsGroups([
        { begin: ['nut'], whole: [] },
        { begin: [], whole: [] },
      ]),
    ).toBeNull();
  });

  it('hold no character that ends a text', () => {
    expect(toFtsQuery(['o\u0000at', '\u0000'])).toBe('"oat"*');
  });
});
