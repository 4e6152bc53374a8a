import { modify, select } from '../../storage/sql.ts';
import type { ProductTable, SearchBeginningTable, SearchPendingTable } from '../../storage/tables.ts';

export type IndexedRow = Pick<
  ProductTable,
  | 'seq'
  | 'name'
  | 'brand'
  | 'sku'
  | 'pack_size'
  | 'supplier_code'
  | 'description'
  | 'status'
  | 'sold_count'
  | 'sort_name'
  | 'search_text'
> & { category_name: string | null };

const indexed = `SELECT p.seq, p.name, p.brand, p.sku, p.pack_size, p.supplier_code, p.description, p.status, p.sold_count,
  p.sort_name, p.search_text, c.name AS category_name FROM product p LEFT JOIN category c ON c.id = p.category_id`;

export const getIndexed = select<{ id: string }, IndexedRow>(`${indexed} WHERE p.id = :id`);
export const findIndexed = select<{ seq: number }, IndexedRow>(`${indexed} WHERE p.seq = :seq`);

export const replaceWords = modify<{
  seq: number;
  name: string;
  brand: string;
  codes: string;
  sounds: string;
  category: string;
  description: string;
}>(`INSERT OR REPLACE INTO product_search (rowid, name, brand, codes, sounds, category, description)
VALUES (:seq, :name, :brand, :codes, :sounds, :category, :description)`);

export const updateSearchText = modify<Pick<ProductTable, 'seq' | 'search_text'>>(
  'UPDATE product SET search_text = :search_text WHERE seq = :seq',
);

export const insertWords = modify<{ words_json: string }>(
  'INSERT OR IGNORE INTO search_word (word) SELECT value FROM json_each(:words_json)',
);

export const listNewWords = select<{ after: number }, { id: number; word: string }>(
  'SELECT id, word FROM search_word WHERE id > :after ORDER BY id',
);

export const listPending = select<{ limit: number }, SearchPendingTable>(
  'SELECT seq, words FROM search_pending ORDER BY seq LIMIT :limit',
);

export const findUnindexed = select<Record<string, never>, Pick<SearchPendingTable, 'seq'>>(
  'SELECT seq FROM search_pending WHERE words = 1 LIMIT 1',
);

export const deletePending = modify<{ seq: number }>('DELETE FROM search_pending WHERE seq = :seq');

export const listBeginnings = select<{ beginnings_json: string }, SearchBeginningTable>(`
SELECT b.beginning, b.products_json, b.floor, b.complete
FROM json_each(:beginnings_json) j CROSS JOIN search_beginning b ON b.beginning = j.value`);

/** Without the products of lists that one of this worth cannot get into. */
export const listBeginningsFor = select<
  { beginnings_json: string; worth: number },
  Omit<SearchBeginningTable, 'products_json'> & { products_json: string | null }
>(`SELECT b.beginning, CASE WHEN b.complete = 1 OR :worth > b.floor THEN b.products_json END AS products_json,
  b.floor, b.complete
FROM json_each(:beginnings_json) j CROSS JOIN search_beginning b ON b.beginning = j.value`);

export const setBeginning = modify<SearchBeginningTable>(`
INSERT INTO search_beginning (beginning, products_json, floor, complete)
VALUES (:beginning, :products_json, :floor, :complete)
ON CONFLICT (beginning) DO UPDATE
SET products_json = excluded.products_json, floor = excluded.floor, complete = excluded.complete`);

export type WorthRow = Pick<ProductTable, 'seq' | 'sold_count'>;

/** In no order; those that are gone or archived are missing. */
export const listWorths = select<{ products_json: string }, WorthRow>(`
SELECT p.seq, p.sold_count FROM json_each(:products_json) j CROSS JOIN product p ON p.seq = j.value
WHERE p.status = 'active'`);

/** All active products with a word that begins so; a description does not count. */
export const listWorthsOfWords = select<{ words: string }, WorthRow>(`
SELECT p.seq, p.sold_count FROM product_search f CROSS JOIN product p ON p.seq = f.rowid
WHERE f.product_search MATCH :words AND p.status = 'active'`);
