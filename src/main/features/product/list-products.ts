import { searchTokens, toFtsQuery } from '../../../domain/product-search/tokens.ts';
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

type Input = CallParsedInput<'product.list'>;

/** A page and the number of all that match. A category shows what lies below it too. */
export function listProducts(db: ReadableDb, input: Input): CallAnswer<'product.list'> {
  const filter = filterOf(input);
  if (hasNoWord(input.text, filter)) return { rows: [], total: 0 };
  const way = { ...input, source: sourceOf(filter) };
  const rows = db.all(listPage(way), { ...filter, limit: input.limit, offset: input.offset });
  return { rows: rows.map(toSummary), total: db.get(listTotal(way), filter)?.total ?? 0 };
}

/** Brands that begin with the text, large and small letters alike, each once. */
export function listBrands(db: ReadableDb, { text, limit }: { text: string; limit: number }): string[] {
  const from = text.trim();
  return db.all(selectBrands, { from, before: `${from}\u{10ffff}`, limit }).map(({ brand }) => brand);
}

/** The filter of a list, or of all that such a list would show. */
export function filterOf(input: Omit<Input, 'limit' | 'offset' | 'sort' | 'descending'>): ListFilter {
  return {
    status: input.status === 'any' ? 'active' : input.status,
    other_status: input.status === 'any' ? 'archived' : '',
    priced: input.priced,
    price_from: input.priceFromMinor,
    price_to: input.priceToMinor,
    category_id: input.categoryId,
    brand: input.brand,
    words: toFtsQuery(searchTokens(input.text)),
  };
}

/** Text without a single word (an emoji, a quote) is a question nothing answers, not the whole catalogue. */
export function hasNoWord(text: string, filter: ListFilter): boolean {
  return text.trim() !== '' && filter.words === null;
}

export function sourceOf(filter: ListFilter): ListSource {
  if (filter.words !== null) return 'words';
  if (filter.brand !== null) return 'brand';
  return filter.category_id === null ? 'all' : 'category';
}
