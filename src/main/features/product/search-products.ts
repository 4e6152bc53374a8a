import { hasBeginning, wordsIn } from '../../../domain/product-search/indexed-words.ts';
import { scoreHit } from '../../../domain/product-search/rank.ts';
import { foldText, searchTokens, toFtsQuery } from '../../../domain/product-search/tokens.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { listProducts } from './list-products.ts';
import { type ProductSummary, toSummary } from './product-view.ts';
import {
  type CandidateRow,
  type FoundRow,
  listByNameRange,
  listByWords,
  listCandidates,
  listFound,
} from './search.sql.ts';
import { productsBeginning } from './search-beginnings.ts';
import { findExact } from './search-codes.ts';
import { type Correction, correctionsIn, type Understood, understand } from './understand-search.ts';

type Input = CallParsedInput<'product.search'>;
type Answer = CallAnswer<'product.search'>;

const CANDIDATES = 1200;
const SHORT = 2;
/** How many of the best by BM25 are judged for each one asked for. */
const LOOKED_AT = 4;
/** One letter is in too many products to be looked up; beside a longer word it sifts what that one finds. */
const LOOKED_UP_FROM = 2;

interface Candidate extends CandidateRow {
  readonly rank?: number;
}

/** Active products, best first: the one with exactly this barcode or SKU always, then what the words find. */
export function searchProducts(db: ReadableDb, input: Input): Answer {
  const { text, limit } = input;
  if (input.sort !== 'relevance' || isFiltered(input)) return searchFiltered(db, input);
  const exact = findExact(db, text);
  const tokens = searchTokens(text);
  const short = shortAnswer(db, tokens, limit);
  if (short !== null) return { rows: summaries(db, exact, short, limit), corrected: [] };
  const { ranked, understood } = searchWords(db, input, tokens);
  return { rows: summaries(db, exact, ranked, limit), corrected: corrections(understood, ranked, limit) };
}

/** One or two letters: the best sellers that have a word beginning so, then names that do. Null where there are too few
 *  and the index has to be asked. */
function shortAnswer(
  db: ReadableDb,
  tokens: readonly string[],
  limit: number,
): readonly CandidateRow[] | null {
  const [token] = tokens;
  if (token === undefined || tokens.length > 1 || [...token].length > SHORT) return null;
  const { seqs, complete } = productsBeginning(db, token);
  const listed = db
    .all(listCandidates, { seqs_json: JSON.stringify(seqs) })
    .filter((row) => hasBeginning(row.search_text, token));
  if (listed.length < limit && !(complete && listed.length > 0)) return null;
  const rows = unique([...listed, ...namesBeginning(db, token, limit)]);
  const begins = (row: CandidateRow) => Number(row.sort_name.startsWith(token));
  return rows.sort(
    (a, b) => b.sold_count - a.sold_count || begins(b) - begins(a) || compare(a.sort_name, b.sort_name),
  );
}

function searchWords(
  db: ReadableDb,
  { text, limit, exactly }: Input,
  tokens: readonly string[],
): { ranked: Candidate[]; understood: Understood } {
  const folded = foldText(text.trim());
  const long = tokens.filter((token) => token.length >= LOOKED_UP_FROM);
  const begun = (row: CandidateRow) => hasAll(row, tokens);
  const typed = byWords(db, toFtsQuery(long.length > 0 ? long : tokens), limit);
  const rows = long.length === tokens.length ? typed : typed.filter(begun);
  const understood = understand(db, text, exactly, rows.length);
  if (understood.words !== understood.typed) rows.push(...byWords(db, understood.words, limit));
  // Fewer than were asked for: these are all there are.
  if (typed.length === limit * LOOKED_AT)
    rows.push(...bestSellers(db, long).filter(begun), ...namesBeginning(db, folded, limit));
  return { understood, ranked: rank(unique(rows), understood, folded) };
}

function rank(rows: readonly Candidate[], { tokens, guesses }: Understood, folded: string): Candidate[] {
  const bestBm25 = Math.min(0, ...rows.map((row) => row.rank ?? 0));
  const meant = tokens.map((token) => [token, ...(guesses.get(token) ?? [])]);
  const corrected = guesses.size === 0 ? folded : meant.map((words) => words[1] ?? words[0]).join(' ');
  const asked = { folded: corrected, tokens: meant, bestBm25 };
  return rows
    .map((row) => ({ row, score: scoreHit(toHit(row, bestBm25), asked) }))
    .sort((a, b) => b.score - a.score || compare(a.row.sort_name, b.row.sort_name))
    .map(({ row }) => row);
}

function byWords(db: ReadableDb, words: string | null, limit: number): Candidate[] {
  if (words === null) return [];
  return db.all(listByWords, { words, candidates: CANDIDATES, limit: limit * LOOKED_AT });
}

function namesBeginning(db: ReadableDb, folded: string, limit: number): CandidateRow[] {
  return db.all(listByNameRange, { from: folded, before: `${folded}\u{10ffff}`, limit });
}

function unique<Row extends CandidateRow>(rows: readonly Row[]): Row[] {
  const found = new Map<number, Row>();
  for (const row of rows) if (!found.has(row.seq)) found.set(row.seq, row);
  return [...found.values()];
}

/** What sells best of the products with words that begin like these, however many there are. */
function bestSellers(db: ReadableDb, tokens: readonly string[]): CandidateRow[] {
  const seqs = tokens.flatMap((token) => productsBeginning(db, [...token].slice(0, 3).join('')).seqs);
  const rows = db.all(listCandidates, { seqs_json: JSON.stringify([...new Set(seqs)]) });
  return rows.filter((row) => row.sold_count > 0);
}

function hasAll(row: CandidateRow, tokens: readonly string[]): boolean {
  return tokens.every((token) => hasBeginning(row.search_text, token));
}

function corrections(understood: Understood, ranked: readonly CandidateRow[], limit: number): Correction[] {
  if (understood.guesses.size === 0) return [];
  const shown = ranked.slice(0, limit).map((row) => wordsIn(row.search_text));
  return correctionsIn(understood, shown);
}

/** One that came by its name or its sales was beyond the bound of the index: it counts as half as near as the best. */
function toHit(row: Candidate, bestBm25: number): Parameters<typeof scoreHit>[0] {
  return {
    sortName: row.sort_name,
    words: wordsIn(row.search_text),
    soldCount: row.sold_count,
    bm25: row.rank ?? bestBm25 / 2,
  };
}

function summaries(
  db: ReadableDb,
  exact: readonly FoundRow[],
  ranked: readonly CandidateRow[],
  limit: number,
): ProductSummary[] {
  const seqs = ranked.slice(0, limit).map(({ seq }) => seq);
  const rows = new Map(db.all(listFound, { seqs_json: JSON.stringify(seqs) }).map((row) => [row.seq, row]));
  const ordered = new Map(exact.map((row) => [row.seq, row]));
  for (const seq of seqs) if (!ordered.has(seq)) ordered.set(seq, rows.get(seq)!);
  return [...ordered.values()].slice(0, limit).map(toSummary);
}

function isFiltered({ categoryId, stock, priced }: Input): boolean {
  return categoryId !== null || stock !== 'any' || priced !== 'any';
}

/** Narrowed or in another order it is the same question as the list's, among active products. */
function searchFiltered(db: ReadableDb, input: Input): Answer {
  const wide = {
    status: 'active',
    brand: null,
    priceFromMinor: null,
    priceToMinor: null,
    offset: 0,
  } as const;
  const { rows, corrected } = listProducts(db, { ...input, ...wide });
  return { rows, corrected };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
