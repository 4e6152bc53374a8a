import { searchTokens, toFtsQuery } from '../../../domain/product-search/tokens.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { type ListFilter, type ListSource, listPage, listTotal } from './list.sql.ts';
import { toSummary } from './product-view.ts';

type Input = CallParsedInput<'product.list'>;

/** A page and the number of all that match. A category shows what lies below it too. */
export function listProducts(db: ReadableDb, input: Input): CallAnswer<'product.list'> {
  const filter = filterOf(input);
  // Text without a single word (an emoji, a quote) is a question nothing answers, not the whole catalogue.
  if (input.text.trim() !== '' && filter.words === null) return { rows: [], total: 0 };
  const way = { ...input, source: sourceOf(filter) };
  const rows = db.all(listPage(way), { ...filter, limit: input.limit, offset: input.offset });
  return { rows: rows.map(toSummary), total: db.get(listTotal(way), filter)?.total ?? 0 };
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
    words: toFtsQuery(searchTokens(input.text)),
  };
}

function sourceOf(filter: ListFilter): ListSource {
  if (filter.words !== null) return 'words';
  return filter.category_id === null ? 'all' : 'category';
}
