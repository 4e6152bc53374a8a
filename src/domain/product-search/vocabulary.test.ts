import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningDistance, editDistance } from './edit-distance.ts';
import { editsAllowed, Vocabulary } from './vocabulary.ts';

/** Edits between two words by their definition: try everything, slowly. */
function slowDistance(from: string, to: string): number {
  const known = new Map<string, number>();
  const between = (a: number, b: number): number => {
    const key = `${a} ${b}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = [a === from.length ? to.length - b : Infinity, b === to.length ? from.length - a : Infinity];
    if (a < from.length && b < to.length) ways.push(between(a + 1, b + 1) + (from[a] === to[b] ? 0 : 1));
    if (a < from.length) ways.push(between(a + 1, b) + 1);
    if (b < to.length) ways.push(between(a, b + 1) + 1);
    if (a + 1 < from.length && b + 1 < to.length && from[a] === to[b + 1] && from[a + 1] === to[b])
      ways.push(between(a + 2, b + 2) + 1);
    known.set(key, Math.min(...ways));
    return Math.min(...ways);
  };
  return between(0, 0);
}

/** Few letters, so that random words are often near each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'é'), minLength: 1, maxLength: 11 });
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 120 });
const edits = fc.constantFrom(1, 2);

describe('edit distance', () => {
  it.each([
    ['chocolte', 'chocolate', 1],
    ['mikl', 'milk', 1],
    ['schokolode', 'schokolade', 1],
    ['bananna', 'banana', 1],
    ['banaan', 'banana', 1],
    ['abc', 'cba', 2],
    ['same', 'same', 0],
  ])('%s and %s are %i apart', (from, to, apart) => {
    expect(editDistance(from, to, 2)).toBe(apart);
  });

  it('is what trying everything gives, up to where it is of interest', () => {
    fc.assert(
      fc.property(word, word, edits, (from, to, most) => {
        expect(editDistance(from, to, most)).toBe(Math.min(slowDistance(from, to), most + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('to a beginning is the least of those to all beginnings', () => {
    fc.assert(
      fc.property(word, word, edits, (from, to, most) => {
        const all = Array.from({ length: to.length + 1 }, (_, end) => slowDistance(from, to.slice(0, end)));
        expect(beginningDistance(from, to, most)).toBe(Math.min(...all, most + 1));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a vocabulary', () => {
  it('finds exactly the words that are near, nearest first', () => {
    fc.assert(
      fc.property(words, word, edits, (known, asked, most) => {
        const vocabulary = new Vocabulary();
        vocabulary.add(known.slice(0, 5));
        vocabulary.add(known.slice(5));
        const near = vocabulary.near(asked, most);
        const slow = known
          .map((one) => ({ word: one, edits: slowDistance(asked, one) }))
          .filter((one) => one.edits <= most);
        expect(new Set(near.map((one) => `${one.edits} ${one.word}`))).toEqual(
          new Set(slow.map((one) => `${one.edits} ${one.word}`)),
        );
        expect(near.map((one) => one.edits)).toEqual(near.map((one) => one.edits).sort());
      }),
      { numRuns: 400 },
    );
  });

  it('finds exactly the words that hold a part inside', () => {
    fc.assert(
      fc.property(words, word, (known, part) => {
        const vocabulary = new Vocabulary();
        vocabulary.add(known);
        expect(vocabulary.containing(part, 1000)).toEqual(
          known.filter((one) => one.includes(part) && !one.startsWith(part)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('knows how many words it has, and finds nothing while it has none', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add([]);
    expect(vocabulary.size).toBe(0);
    expect([vocabulary.near('milk', 1), vocabulary.beginningNear('milk', 1)]).toEqual([[], []]);
    vocabulary.add(['milk', 'oat']);
    vocabulary.add(['tea']);
    expect(vocabulary.size).toBe(3);
    expect(vocabulary.beginningNear('sugar', 2)).toEqual([]);
  });

  it('stops at as many words with a part inside as are wanted', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add(['peanut', 'nutmeg', 'walnut', 'coconut']);
    expect(vocabulary.containing('nut', 2)).toEqual(['peanut', 'walnut']);
  });

  it('finds words that begin almost so, by their first letter', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add(['chocolate', 'chocolat', 'cholesterol', 'schokolade', 'cocoa']);
    expect(vocabulary.beginningNear('chokol', 1).map((one) => one.word)).toEqual(['chocolate', 'chocolat']);
  });

  it.each([
    ['oat', 0],
    ['milk', 1],
    ['cheddar', 1],
    ['chocolat', 2],
    ['330ml', 0],
    ['milk330', 0],
    ['12345678', 0],
    ['可口可乐酸奶', 0],
  ])('looks past so many mistakes in %s: %i', (typed, allowed) => {
    expect(editsAllowed(typed)).toBe(allowed);
  });
});
