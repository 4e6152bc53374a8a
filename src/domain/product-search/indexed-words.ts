import { indexText } from './tokens.ts';

export interface SearchedFacts {
  readonly name: string;
  readonly brand: string | null;
  /** SKU, pack size, the supplier's number. */
  readonly codes: readonly (string | null)[];
  readonly categoryName: string | null;
  readonly description: string;
}

/** What the index holds of a product, a column each. */
export interface IndexedWords {
  readonly name: string;
  readonly brand: string;
  readonly codes: string;
  readonly sounds: string;
  readonly category: string;
  readonly description: string;
}

const LONGEST_BEGINNING = 3;
/** Words to be guessed at or looked into: of letters, and long enough. */
const GUESSABLE = /^[\p{L}\p{M}]{3,40}$/u;

/** @param soundsOf  how a text of Chinese characters is typed in Latin letters, '' for any other */
export function indexedWords(facts: SearchedFacts, soundsOf: (text: string) => string): IndexedWords {
  const named = [facts.name, facts.brand ?? ''];
  return {
    name: indexText(facts.name),
    brand: indexText(facts.brand ?? ''),
    codes: indexText(facts.codes.filter((code) => code !== null).join(' ')),
    sounds: named.map(soundsOf).filter(Boolean).join(' '),
    category: indexText(facts.categoryName ?? ''),
    description: indexText(facts.description),
  };
}

/** The words a hit is judged by, as a product keeps them: those of its own in the first line, its category's in the
 *  second. A description is searched but is no reason to stand high. */
export function searchTextOf(words: IndexedWords): string {
  const own = [words.name, words.brand, words.codes, words.sounds].filter(Boolean).join(' ');
  return words.category === '' ? own : `${own}\n${words.category}`;
}

export function wordsIn(searchText: string): string[] {
  return searchText.split(/[ \n]/).filter(Boolean);
}

/** Whether one of `wordsIn(searchText)` begins so; asked of hundreds of products at each key. */
export function hasBeginning(searchText: string, beginning: string): boolean {
  return (
    searchText.startsWith(beginning) ||
    searchText.includes(` ${beginning}`) ||
    searchText.includes(`\n${beginning}`)
  );
}

/** The first one, two and three letters of a product's own words, each once. */
export function beginningsOf(searchText: string): Set<string> {
  const beginnings = new Set<string>();
  for (const word of ownWords(searchText)) {
    const letters = [...word.slice(0, 2 * LONGEST_BEGINNING)].slice(0, LONGEST_BEGINNING);
    let beginning = '';
    for (const letter of letters) {
      beginning += letter;
      beginnings.add(beginning);
    }
  }
  return beginnings;
}

/** Distinct words for the vocabulary: of name, brand and category. */
export function guessableWords(words: IndexedWords): string[] {
  const all = `${words.name} ${words.brand} ${words.category}`.split(' ');
  return [...new Set(all.filter((word) => GUESSABLE.test(word)))];
}

function ownWords(searchText: string): string[] {
  return (searchText.split('\n')[0] ?? '').split(' ').filter(Boolean);
}
