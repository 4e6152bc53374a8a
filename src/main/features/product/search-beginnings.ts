import { toFtsQuery } from '../../../domain/product-search/tokens.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import type { SearchBeginningTable } from '../../storage/tables.ts';
import {
  listBeginnings,
  listBeginningsFor,
  listWorths,
  listWorthsOfWords,
  setBeginning,
  type WorthRow,
} from './search-index.sql.ts';

/** One and two letters are answered from here alone; three letters only lend their best sellers to a longer word. */
const MOST_OF_SHORT = 64;
const MOST_OF_THREE = 32;

export function productsBeginning(
  db: ReadableDb,
  beginning: string,
): { readonly seqs: readonly number[]; readonly complete: boolean } {
  const [list] = readLists(db, [beginning]);
  return { seqs: list ? seqsOf(list) : [], complete: list ? list.complete === 1 : true };
}

/** Puts a product into the lists of its beginnings where it sells better than the least of them. */
export function enterBeginnings(db: WritableDb, row: WorthRow, beginnings: readonly string[]): void {
  const beginnings_json = JSON.stringify(beginnings);
  const found = db.all(listBeginningsFor, { beginnings_json, worth: row.sold_count });
  const lists = new Map(found.map((list) => [list.beginning, list]));
  for (const beginning of beginnings) {
    const { products_json, ...list } = lists.get(beginning) ?? {
      beginning,
      products_json: '[]',
      floor: 0,
      complete: 1,
    };
    if (products_json !== null) enter(db, row, { ...list, products_json });
  }
}

/** Takes a product out of lists; one that gets short is filled up from the index. */
export function leaveBeginnings(db: WritableDb, seq: number, beginnings: readonly string[]): void {
  for (const list of readLists(db, beginnings)) {
    const left = seqsOf(list).filter((other) => other !== seq);
    if (list.complete === 0 && left.length < mostOf(list.beginning) / 2) refill(db, list.beginning);
    else db.run(setBeginning, { ...list, products_json: JSON.stringify(left) });
  }
}

function enter(db: WritableDb, row: WorthRow, list: SearchBeginningTable): void {
  const seqs = seqsOf(list);
  if (seqs.includes(row.seq)) return;
  if (list.complete === 1 && seqs.length < mostOf(list.beginning))
    db.run(setBeginning, { ...list, products_json: JSON.stringify([...seqs, row.seq]) });
  else if (row.sold_count > list.floor)
    keepBest(db, list.beginning, [...db.all(listWorths, { products_json: list.products_json }), row]);
  else db.run(setBeginning, { ...list, complete: 0 });
}

function refill(db: WritableDb, beginning: string): void {
  const words = toFtsQuery([beginning]);
  if (words === null) return;
  const columns = '{name brand codes sounds} : ';
  keepBest(db, beginning, db.all(listWorthsOfWords, { words: columns + words }));
}

function keepBest(db: WritableDb, beginning: string, rows: readonly WorthRow[]): void {
  const most = mostOf(beginning);
  const best = rows.toSorted((a, b) => b.sold_count - a.sold_count || a.seq - b.seq).slice(0, most);
  db.run(setBeginning, {
    beginning,
    products_json: JSON.stringify(best.map(({ seq }) => seq)),
    floor: best.length < most ? 0 : (best.at(-1)?.sold_count ?? 0),
    complete: 0,
  });
}

function readLists(db: ReadableDb, beginnings: readonly string[]): SearchBeginningTable[] {
  if (beginnings.length === 0) return [];
  return db.all(listBeginnings, { beginnings_json: JSON.stringify(beginnings) });
}

function seqsOf(list: SearchBeginningTable): number[] {
  return JSON.parse(list.products_json) as number[];
}

function mostOf(beginning: string): number {
  return [...beginning].length < 3 ? MOST_OF_SHORT : MOST_OF_THREE;
}
