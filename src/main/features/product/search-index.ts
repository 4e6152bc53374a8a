import {
  beginningsOf,
  guessableWords,
  indexedWords,
  searchTextOf,
} from '../../../domain/product-search/indexed-words.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { enterBeginnings, leaveBeginnings } from './search-beginnings.ts';
import {
  deletePending,
  findIndexed,
  findUnindexed,
  getIndexed,
  type IndexedRow,
  insertWords,
  listPending,
  replaceWords,
  updateSearchText,
} from './search-index.sql.ts';
import { soundsOf } from './sounds.ts';

/** Brings a product that was just written into the index, in the transaction that wrote it. */
export function indexProduct(db: WritableDb, id: string): void {
  const row = db.get(getIndexed, { id });
  if (row === undefined) throw new Error(`product ${id} is gone`);
  indexRow(db, row);
}

/** Whether every product is in the index by its words. */
export function isSearchable(db: ReadableDb): boolean {
  return db.get(findUnindexed, {}) === undefined;
}

/** Catches up with up to `limit` products that were sold, moved or written by another way than `writeProduct`.
 *  Inside a transaction of the caller.
 *  @returns how many were left to do and are done. */
export function indexPending(db: WritableDb, limit: number): number {
  const pending = db.all(listPending, { limit });
  for (const { seq, words } of pending) {
    const row = db.get(findIndexed, { seq });
    if (row === undefined) db.run(deletePending, { seq });
    else if (words === 1) indexRow(db, row);
    else raise(db, row);
  }
  return pending.length;
}

function indexRow(db: WritableDb, row: IndexedRow): void {
  const codes = [row.sku, row.pack_size, row.supplier_code];
  const words = indexedWords({ ...row, codes, categoryName: row.category_name }, soundsOf);
  const searchText = searchTextOf(words);
  db.run(replaceWords, { seq: row.seq, ...words });
  db.run(insertWords, { words_json: JSON.stringify(guessableWords(words)) });
  if (searchText !== row.search_text) db.runOne(updateSearchText, { seq: row.seq, search_text: searchText });
  const now = row.status === 'active' ? beginningsOf(searchText) : new Set<string>();
  const gone = [...beginningsOf(row.search_text)].filter((beginning) => !now.has(beginning));
  leaveBeginnings(db, row.seq, gone);
  enterBeginnings(db, row, [...now]);
  db.run(deletePending, { seq: row.seq });
}

function raise(db: WritableDb, row: IndexedRow): void {
  if (row.status === 'active') enterBeginnings(db, row, [...beginningsOf(row.search_text)]);
  db.run(deletePending, { seq: row.seq });
}
