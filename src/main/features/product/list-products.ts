import { wordsIn } from '../../../domain/product-search/indexed-words.ts';
import { foldText } from '../../../domain/product-search/tokens.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  type ListFilter,
  type ListSource,
  listPage,
  listTotal,
  listBrands as selectBrands,
} from './list.sql.ts';
import { toSummary } from './product-view.ts';
import { listCandidates, listFirstMatches } from './search.sql.ts';
import { findExactSeqs } from './search-codes.ts';
import { correctionsIn, type Understood, understand } from './understand-search.ts';

type Input = CallParsedInput<'product.list'>;
type Filtered = Omit<Input, 'limit' | 'offset' | 'sort' | 'descending' | 'countAtMost'>;

const NO_LIMIT = -1;

/** Matches nothing. */
const NO_WORDS = '""';
const MOST_LOOKED_AT = 24;

/** A page and the number of all that match, up to where the caller wants them counted. A category shows what lies below
 *  it too. */
export function listProducts(db: ReadableDb, input: Input): CallAnswer<'product.list'> {
  const found = searchFilter(db, input);
  if (!found) return { rows: [], total: 0, corrected: [] };
  const { filter, understood } = found;
  const page = listAll(db, input, filter);
  return understood ? { ...page, corrected: correctionsOf(db, understood, filter.words) } : page;
}

/** The filter of a list, or of all that such a list would show, with its text understood; null where the text has no
 *  single word and is no code (an emoji, a quote): a question nothing answers, not the whole catalogue. */
export function searchFilter(
  db: ReadableDb,
  input: Filtered,
): { readonly filter: ListFilter; readonly understood: Understood | null } | null {
  if (input.text.trim() === '') return { filter: filterOf(input), understood: null };
  const understood = understand(db, input.text, input.exactly);
  const exact = findExactSeqs(db, input.text);
  if (understood.words === null && exact.length === 0) return null;
  const filter: ListFilter = {
    ...filterOf(input),
    words: understood.words ?? NO_WORDS,
    folded: foldText(input.text.trim()),
    exact_json: JSON.stringify(exact),
    begun_json: JSON.stringify(begunAsTyped(db, understood)),
  };
  return { filter, understood };
}

function listAll(db: ReadableDb, input: Input, filter: ListFilter): CallAnswer<'product.list'> {
  const way = { ...input, source: sourceOf(filter) };
  const rows = db.all(listPage(way), { ...filter, limit: input.limit, offset: input.offset });
  const counted = db.get(listTotal(way), { ...filter, most: input.countAtMost ?? NO_LIMIT });
  return { rows: rows.map(toSummary), total: counted?.total ?? 0, corrected: [] };
}

/** The few that were found as typed, to stand before those found by parts of words. */
function begunAsTyped(db: ReadableDb, { typed, words }: Understood): number[] {
  if (typed === null || typed === words) return [];
  return db.all(listFirstMatches, { words: typed, limit: MOST_LOOKED_AT }).map(({ seq }) => seq);
}

/** The same on every page. */
function correctionsOf(db: ReadableDb, understood: Understood, words: string | null) {
  if (understood.guesses.size === 0 || words === null) return [];
  const seqs = db.all(listFirstMatches, { words, limit: MOST_LOOKED_AT }).map(({ seq }) => seq);
  const rows = db.all(listCandidates, { seqs_json: JSON.stringify(seqs) });
  return correctionsIn(
    understood,
    rows.map((row) => wordsIn(row.search_text)),
  );
}

/** The same list as one statement with `:limit` and `:offset`, for a thread that reads all of it; null: a question that
 *  nothing answers. */
export function listStatement(db: ReadableDb, input: Input): { text: string; params: ListFilter } | null {
  const found = searchFilter(db, input);
  if (!found) return null;
  const { filter } = found;
  return { text: listPage({ ...input, source: sourceOf(filter) }).text, params: filter };
}

/** Brands that begin with the text, large and small letters alike, each once. */
export function listBrands(db: ReadableDb, { text, limit }: { text: string; limit: number }): string[] {
  const from = text.trim();
  return db.all(selectBrands, { from, before: `${from}\u{10ffff}`, limit }).map(({ brand }) => brand);
}

function filterOf(input: Filtered): ListFilter {
  return {
    status: input.status === 'any' ? 'active' : input.status,
    other_status: input.status === 'any' ? 'archived' : '',
    priced: input.priced,
    price_from: input.priceFromMinor,
    price_to: input.priceToMinor,
    category_id: input.categoryId,
    brand: input.brand,
    words: null,
    folded: '',
    exact_json: '[]',
    begun_json: '[]',
  };
}

export function sourceOf(filter: ListFilter): ListSource {
  if (filter.words !== null) return 'words';
  if (filter.brand !== null) return 'brand';
  return filter.category_id === null ? 'all' : 'category';
}
