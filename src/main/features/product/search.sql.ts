import { COLUMN_WEIGHTS } from '../../../domain/product-search/rank.ts';
import { select } from '../../storage/sql.ts';
import type { ProductBarcodeTable, ProductTable } from '../../storage/tables.ts';
import { type SummaryRow, summaryColumns, summaryJoins } from './product.sql.ts';

export type FoundRow = SummaryRow & Pick<ProductTable, 'seq'>;

const found = `SELECT ${summaryColumns}, p.seq`;
export const bm25 = `bm25(product_search, ${COLUMN_WEIGHTS.join(', ')})`;

export const findActiveByBarcode = select<Pick<ProductBarcodeTable, 'code' | 'kind'>, FoundRow>(`
${found} FROM product_barcode k JOIN product p ON p.id = k.product_id ${summaryJoins}
WHERE k.code = :code AND k.kind = :kind AND p.status = 'active'`);

export const findActiveBySku = select<{ sku: string }, FoundRow>(`
${found} FROM product p ${summaryJoins} WHERE p.sku = :sku AND p.status = 'active'`);

/** Products of any status that have exactly this code, or this SKU. */
export const findSeqByBarcode = select<
  Pick<ProductBarcodeTable, 'code' | 'kind'>,
  Pick<ProductTable, 'seq'>
>(`SELECT p.seq FROM product_barcode k JOIN product p ON p.id = k.product_id
WHERE k.code = :code AND k.kind = :kind`);

export const findSeqBySku = select<{ sku: string }, Pick<ProductTable, 'seq'>>(
  'SELECT seq FROM product WHERE sku = :sku',
);

/** In no order. */
export const listFound = select<{ seqs_json: string }, FoundRow>(`
${found} FROM json_each(:seqs_json) j CROSS JOIN product p ON p.seq = j.value ${summaryJoins}`);

/** What a product is judged by. */
export type CandidateRow = Pick<ProductTable, 'seq' | 'sort_name' | 'search_text' | 'sold_count'>;

const candidate = 'SELECT p.seq, p.sort_name, p.search_text, p.sold_count';

/** Names between `from` and `before`, both folded: those that begin with what was typed. */
export const listByNameRange = select<{ from: string; before: string; limit: number }, CandidateRow>(`
${candidate} FROM product p INDEXED BY product_name
WHERE p.status = 'active' AND p.sort_name >= :from AND p.sort_name < :before
ORDER BY p.sort_name LIMIT :limit`);

/** Active ones of these products, in no order. */
export const listCandidates = select<{ seqs_json: string }, CandidateRow>(`
${candidate} FROM json_each(:seqs_json) j CROSS JOIN product p ON p.seq = j.value WHERE p.status = 'active'`);

/** The best of the first `candidates` that match, by BM25 (smaller is better). The bound keeps a common word in a shop
 *  of 100,000 products fast; names that begin with the text and what sells best come by other ways and are never cut
 *  off (docs/decisions/search.md). */
export const listByWords = select<
  { words: string; candidates: number; limit: number },
  CandidateRow & { rank: number }
>(`
WITH best AS MATERIALIZED (
  SELECT m.seq, m.rank FROM (
    SELECT rowid AS seq, ${bm25} AS rank FROM product_search WHERE product_search MATCH :words LIMIT :candidates
  ) m ORDER BY m.rank LIMIT :limit
)
${candidate}, best.rank FROM best CROSS JOIN product p ON p.seq = best.seq
WHERE p.status = 'active' ORDER BY best.rank`);

export const listFirstMatches = select<{ words: string; limit: number }, { seq: number }>(
  'SELECT rowid AS seq FROM product_search WHERE product_search MATCH :words LIMIT :limit',
);

/** How many products have each of these words. */
export const listTermCounts = select<{ words_json: string }, { term: string; doc: number }>(
  'SELECT t.term, t.doc FROM json_each(:words_json) j CROSS JOIN product_search_terms t ON t.term = j.value',
);
