import { select } from '../../storage/sql.ts';
import type { ProductBarcodeTable, ProductTable } from '../../storage/tables.ts';
import { type SummaryRow, summaryColumns, summaryJoins } from './product.sql.ts';

export type FoundRow = SummaryRow & Pick<ProductTable, 'sort_name' | 'search_text'>;

const found = `SELECT ${summaryColumns}, p.sort_name, p.search_text`;

export const findActiveByBarcode = select<Pick<ProductBarcodeTable, 'code' | 'kind'>, FoundRow>(`
${found} FROM product_barcode k JOIN product p ON p.id = k.product_id ${summaryJoins}
WHERE k.code = :code AND k.kind = :kind AND p.status = 'active'`);

export const findActiveBySku = select<{ sku: string }, FoundRow>(`
${found} FROM product p ${summaryJoins} WHERE p.sku = :sku AND p.status = 'active'`);

/** Names between `from` and `before`, both folded: those that begin with what was typed. */
export const listByNameRange = select<{ from: string; before: string; limit: number }, FoundRow>(`
${found} FROM product p INDEXED BY product_name ${summaryJoins}
WHERE p.status = 'active' AND p.sort_name >= :from AND p.sort_name < :before
ORDER BY p.sort_name LIMIT :limit`);

/** The best of the first `candidates` that match, by bm25 (smaller is better). The bound keeps one letter typed in a
 *  shop of 100,000 products fast; names that begin with the text come by `listByNameRange` and are never cut off. */
export const listByWords = select<
  { words: string; candidates: number; limit: number },
  FoundRow & { rank: number }
>(`
WITH best AS MATERIALIZED (
  SELECT m.seq, m.rank FROM (
    SELECT rowid AS seq, bm25(product_search) AS rank FROM product_search
    WHERE product_search MATCH :words LIMIT :candidates
  ) m CROSS JOIN product a ON a.seq = m.seq
  WHERE a.status = 'active' ORDER BY m.rank LIMIT :limit
)
${found}, best.rank FROM best CROSS JOIN product p ON p.seq = best.seq ${summaryJoins}
ORDER BY best.rank`);
