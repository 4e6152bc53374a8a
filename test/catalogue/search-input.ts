import type { CallParsedInput } from '../../src/shared/contract/index.ts';

/** What a till asks for a text, with everything a person left alone. */
export function searchInput(text: string, limit = 24): CallParsedInput<'product.search'> {
  return {
    text,
    limit,
    exactly: false,
    categoryId: null,
    stock: 'any',
    priced: 'any',
    descending: false,
    sort: 'relevance',
  };
}
