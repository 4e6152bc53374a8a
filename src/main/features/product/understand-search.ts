import { isUnspaced, searchTokens, toFtsGroups, toFtsQuery } from '../../../domain/product-search/tokens.ts';
import { editsAllowed, type NearWord, type Vocabulary } from '../../../domain/product-search/vocabulary.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { listFirstMatches, listTermCounts } from './search.sql.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Understood {
  readonly tokens: readonly string[];
  /** Products with words that begin as typed; null for a text without words. */
  readonly typed: string | null;
  /** The widest FTS5 query that answers the text: as `typed`, or with the parts of words and near spellings too. */
  readonly words: string | null;
  /** For each typed word that nothing begins with or holds: the words it may be meant for, likeliest first. */
  readonly guesses: ReadonlyMap<string, readonly string[]>;
}

export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** With so many products found by beginnings no others are looked for. */
export const ENOUGH = 8;
const MOST_HOLDING = 24;
const PART_FROM = 3;
const MOST_NEAR_LOOKED_AT = 40;
const MOST_GUESSES = 8;
const MOST_TOLD = 3;

/** What a text asks for: beginnings of words; where few products answer, words that hold it as well; and where none
 *  does, the words it may be misspelt from.
 *  @param exactly  the words are meant as typed
 *  @param foundAsTyped  how many products have words that begin so, where that is known already */
export function understand(
  db: ReadableDb,
  text: string,
  exactly: boolean,
  foundAsTyped?: number,
): Understood {
  const tokens = searchTokens(text);
  const typed = toFtsQuery(tokens);
  const guesses = new Map<string, readonly string[]>();
  const asTyped = { tokens, typed, words: typed, guesses };
  const found = typed === null ? 0 : (foundAsTyped ?? matches(db, typed, ENOUGH));
  if (typed === null || found >= ENOUGH) return asTyped;
  const holding = new Map(tokens.map((token) => [token, wordsHolding(db, token)]));
  const wider = toFtsGroups(tokens.map((begin) => ({ begin: [begin], whole: holding.get(begin) ?? [] })));
  const isWider = [...holding.values()].some((words) => words.length > 0);
  if (!isWider && found > 0) return asTyped;
  if (exactly || wider === null || found > 0 || matches(db, wider, 1) > 0)
    return { ...asTyped, words: isWider ? wider : typed };
  const unknown = tokens.filter((token) => !isKnown(db, token, holding.get(token) ?? []));
  for (const wrong of unknown.length > 0 && unknown.length < tokens.length ? [unknown, tokens] : [tokens]) {
    for (const token of wrong) if (!guesses.has(token)) guesses.set(token, guess(db, token));
    const groups = tokens.map((token) => ({
      begin: [...(unknown.includes(token) ? [] : [token]), ...(guesses.get(token) ?? [])],
      whole: holding.get(token) ?? [],
    }));
    const corrected = toFtsGroups(groups);
    if (corrected !== null && matches(db, corrected, 1) > 0) return { ...asTyped, words: corrected, guesses };
  }
  return { ...asTyped, words: wider, guesses: new Map() };
}

/** Which guesses the products found bear out: of each misspelt word at most three, as often as one is met first. */
export function correctionsIn(understood: Understood, found: readonly (readonly string[])[]): Correction[] {
  return [...understood.guesses].flatMap(([from, guesses]) => {
    const told = new Set<string>();
    for (const words of found) {
      if (words.some((word) => word.includes(from))) continue;
      const to = guesses.find((one) => words.some((word) => word.startsWith(one)));
      if (to !== undefined && told.size < MOST_TOLD) told.add(to);
    }
    return [...told].map((to) => ({ from, to }));
  });
}

function matches(db: ReadableDb, words: string, limit: number): number {
  return db.all(listFirstMatches, { words, limit }).length;
}

function wordsHolding(db: ReadableDb, token: string): string[] {
  if (token.length < PART_FROM || isUnspaced(token)) return [];
  return vocabularyOf(db).containing(token, MOST_HOLDING);
}

function isKnown(db: ReadableDb, token: string, holding: readonly string[]): boolean {
  return holding.length > 0 || matches(db, toFtsQuery([token]) ?? '', 1) > 0;
}

/** Whole words a few edits away, or else beginnings of words; fewer edits first, then what more products have. */
function guess(db: ReadableDb, token: string): string[] {
  const most = editsAllowed(token);
  if (most === 0) return [];
  const vocabulary = vocabularyOf(db);
  const whole = likeliest(db, vocabulary.near(token, most));
  return whole.length > 0 ? whole : likeliest(db, beginnings(vocabulary, token, most));
}

function beginnings(vocabulary: Vocabulary, token: string, most: number): NearWord[] {
  return vocabulary.beginningNear(token, most).slice(0, MOST_NEAR_LOOKED_AT);
}

function likeliest(db: ReadableDb, near: readonly NearWord[]): string[] {
  const looked = near.filter(({ edits }) => edits > 0).slice(0, MOST_NEAR_LOOKED_AT);
  if (looked.length === 0) return [];
  const counted = db.all(listTermCounts, { words_json: JSON.stringify(looked.map(({ word }) => word)) });
  const products = new Map(counted.map(({ term, doc }) => [term, doc]));
  return looked
    .filter(({ word }) => products.has(word))
    .sort((a, b) => a.edits - b.edits || (products.get(b.word) ?? 0) - (products.get(a.word) ?? 0))
    .slice(0, MOST_GUESSES)
    .map(({ word }) => word);
}
