import { foldText, searchTokens, toFtsQuery } from '../../../domain/product-search/tokens.ts';
import { scanCandidates } from '../../../shared/values/barcode.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { type ProductSummary, toSummary } from './product-view.ts';
import {
  type FoundRow,
  findActiveByBarcode,
  findActiveBySku,
  listByNameRange,
  listByWords,
} from './search.sql.ts';

const CANDIDATES = 3000;

/** Active products, best first: the one with exactly this barcode or SKU, then names equal to the text, names that
 *  begin with it, products with all words whole, and last those where words only begin so. */
export function searchProducts(db: ReadableDb, text: string, limit: number): ProductSummary[] {
  const rows = [...findExact(db, text), ...findByWords(db, text, limit)];
  const unique = new Map(rows.map((row) => [row.id, row]));
  return [...unique.values()].slice(0, limit).map(toSummary);
}

function findExact(db: ReadableDb, text: string): FoundRow[] {
  const byCode = scanCandidates(text).map(({ kind, key }) =>
    db.get(findActiveByBarcode, { code: key, kind }),
  );
  const bySku = db.get(findActiveBySku, { sku: text.trim() });
  return [...byCode, bySku].filter((row) => row !== undefined);
}

function findByWords(db: ReadableDb, text: string, limit: number): FoundRow[] {
  const tokens = searchTokens(text);
  const words = toFtsQuery(tokens);
  if (words === null) return [];
  const folded = foldText(text.trim());
  const beginning = db.all(listByNameRange, { from: folded, before: `${folded}\u{10ffff}`, limit });
  const matching = db.all(listByWords, { words, candidates: CANDIDATES, limit: limit * 4 });
  const found = [...beginning, ...matching].map((row) => ({ row, tier: tierOf(row, folded, tokens) }));
  // The sort is stable: within a tier names stay in order, and words in that of bm25.
  return found.sort((a, b) => a.tier - b.tier).map(({ row }) => row);
}

function tierOf(row: FoundRow, folded: string, tokens: readonly string[]): number {
  if (row.sort_name === folded) return 0;
  if (row.sort_name.startsWith(folded)) return 1;
  const words = new Set(row.search_text.split(' '));
  return tokens.every((token) => words.has(token)) ? 2 : 3;
}
