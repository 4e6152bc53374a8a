import { describe, expect, it } from 'vitest';
import {
  beginningsOf,
  guessableWords,
  hasBeginning,
  indexedWords,
  searchTextOf,
  wordsIn,
} from './indexed-words.ts';

const tea = {
  name: 'Grüner Tee 250 g',
  brand: 'Teehaus',
  codes: ['GT-250', null, '250 g'],
  categoryName: 'Hot drinks',
  description: 'Loose leaves',
};
const noSounds = () => '';

describe('what the index holds of a product', () => {
  it('keeps each fact in a column of its own, folded', () => {
    expect(indexedWords(tea, noSounds)).toEqual({
      name: 'gruner tee 250 g',
      brand: 'teehaus',
      codes: 'gt 250 250 g',
      sounds: '',
      category: 'hot drinks',
      description: 'loose leaves',
    });
  });

  it('holds nothing for what is missing', () => {
    const bare = { name: 'Tee', brand: null, codes: [null], categoryName: null, description: '' };
    expect(indexedWords(bare, noSounds)).toEqual({
      name: 'tee',
      brand: '',
      codes: '',
      sounds: '',
      category: '',
      description: '',
    });
  });

  it('asks how name and brand sound, and leaves out what has no sound', () => {
    const asked: string[] = [];
    const soundsOf = (text: string) => {
      asked.push(text);
      return text === '绿茶' ? 'lvcha lc' : '';
    };
    const words = indexedWords({ ...tea, name: '绿茶', brand: null }, soundsOf);
    expect(asked).toEqual(['绿茶', '']);
    expect(words.sounds).toBe('lvcha lc');
  });
});

describe('the words a hit is judged by', () => {
  it('are its own in the first line and its category’s in the second, without the description', () => {
    const words = indexedWords(tea, (text) => (text === tea.name ? 'sound' : ''));
    expect(searchTextOf(words)).toBe('gruner tee 250 g teehaus gt 250 250 g sound\nhot drinks');
  });

  it('are one line without a category, with single blanks where facts are missing', () => {
    const words = indexedWords({ ...tea, brand: null, codes: [], categoryName: null }, noSounds);
    expect(searchTextOf(words)).toBe('gruner tee 250 g');
  });

  it('are cut at blanks and at the line', () => {
    expect(wordsIn('green tea\nhot drinks')).toEqual(['green', 'tea', 'hot', 'drinks']);
    expect(wordsIn('')).toEqual([]);
    expect(wordsIn(' green  tea ')).toEqual(['green', 'tea']);
  });

  it.each([
    ['gre', true],
    ['tea', true],
    ['hot', true],
    ['dri', true],
    ['een', false],
    ['ea', false],
    ['ot', false],
    ['drinksx', false],
  ])('begin with %s: %s', (beginning, begins) => {
    expect(hasBeginning('green tea\nhot drinks', beginning)).toBe(begins);
  });
});

describe('beginnings of one to three letters', () => {
  it('are those of a product’s own words, each once', () => {
    expect([...beginningsOf('green tea tee\nhot')]).toEqual(['g', 'gr', 'gre', 't', 'te', 'tea', 'tee']);
  });

  it('never cut a letter outside the first plane in two', () => {
    expect([...beginningsOf('𠮷野家店')]).toEqual(['𠮷', '𠮷野', '𠮷野家']);
  });

  it('of short words and of no words', () => {
    expect([...beginningsOf('ab')]).toEqual(['a', 'ab']);
    expect([...beginningsOf('')]).toEqual([]);
    expect([...beginningsOf('\nhot')]).toEqual([]);
  });
});

describe('words worth a guess', () => {
  it('are those of letters in name, brand and category, each once and at least three letters long', () => {
    const words = indexedWords({ ...tea, name: 'Tee Grüner Tee 250g xl', description: 'leaves' }, noSounds);
    expect(guessableWords(words)).toEqual(['tee', 'gruner', 'teehaus', 'hot', 'drinks']);
  });

  it('have forty letters at most, and may hold marks', () => {
    const long = 'x'.repeat(41);
    const words = indexedWords({ ...tea, name: `हिन्दी ${long} ${'y'.repeat(40)}`, brand: null }, noSounds);
    expect(guessableWords(words)).toEqual(['हिन्दी', 'y'.repeat(40), 'hot', 'drinks']);
  });
});
