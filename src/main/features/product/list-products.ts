import { wordsIn } from '../../../domain/product-search/indexed-words.ts';
import { foldText } from '../../../domain/product-search/tokens.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { type ListFilter, type ListSource, listPage, listTotal } from './list.sql.ts';
import { toSummary } from './product-view.ts';
import { listCandidates, listFirstMatches } from './search.sql.ts';
import { findExactSeqs } from './search-codes.ts';
import { correctionsIn, type Understood, understand } from './understand-search.ts';

type Input = CallParsedInput<'product.list'>;

/** Matches nothing. */
const NO_WORDS = '""';
const MOST_LOOKED_AT = 24;

/** A page and the number of all that match. A category shows what lies below it too. */
export function listProducts(db: ReadableDb, input: Input): CallAnswer<'product.list'> {
  if (input.text.trim() === '') return listAll(db, input, filterOf(input));
  const understood = understand(db, input.text, input.exactly);
  const exact = findExactSeqs(db, input.text);
  // Text without a single word (an emoji, a quote) is a question nothing answers, not the whole catalogue.
  if (understood.words === null && exact.length === 0) return { rows: [], total: 0, corrected: [] };
  const filter: ListFilter = {
    ...filterOf(input),
    words: understood.words ?? NO_WORDS,
    folded: foldText(input.text.trim()),
    exact_json: JSON.stringify(exact),
    begun_json: JSON.stringify(begunAsTyped(db, understood)),
  };
  const page = listAll(db, input, filter);
  return { ...page, corrected: correctionsOf(db, understood, filter.words) };
}

function listAll(db: ReadableDb, input: Input, filter: ListFilter): CallAnswer<'product.list'> {
  const way = { ...input, source: sourceOf(filter) };
  const rows = db.all(listPage(way), { ...filter, limit: input.limit, offset: input.offset });
  return { rows: rows.map(toSummary), total: db.get(listTotal(way), filter)?.total ?? 0, corrected: [] };
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
export function listStatement(input: Input): { text: string; params: ListFilter } | null {
  const filter = filterOf(input);
  if (input.text.trim() !== '' && filter.words === null) return null;
  return { text: listPage({ ...input, source: sourceOf(filter) }).text, params: filter };
}

function filterOf(input: Input): ListFilter {
  return {
    status: input.status === 'any' ? 'active' : input.status,
    other_status: input.status === 'any' ? 'archived' : '',
    priced: input.priced,
    category_id: input.categoryId,
    words: null,
    folded: '',
    exact_json: '[]',
    begun_json: '[]',
  };
}

function sourceOf(filter: ListFilter): ListSource {
  if (filter.words !== null) return 'words';
  return filter.category_id === null ? 'all' : 'category';
}
