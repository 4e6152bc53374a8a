import { scanCandidates } from '../../../shared/values/barcode.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  type FoundRow,
  findActiveByBarcode,
  findActiveBySku,
  findSeqByBarcode,
  findSeqBySku,
} from './search.sql.ts';

/** The active products that have exactly this barcode, in any spelling of it, or exactly this SKU. */
export function findExact(db: ReadableDb, text: string): FoundRow[] {
  const byCode = codesIn(text).map(({ kind, key }) => db.get(findActiveByBarcode, { code: key, kind }));
  const bySku = db.get(findActiveBySku, { sku: text.trim() });
  return [...byCode, bySku].filter((row) => row !== undefined);
}

/** The same, archived ones too. */
export function findExactSeqs(db: ReadableDb, text: string): number[] {
  const byCode = codesIn(text).map(({ kind, key }) => db.get(findSeqByBarcode, { code: key, kind }));
  const bySku = db.get(findSeqBySku, { sku: text.trim() });
  return [...new Set([...byCode, bySku].flatMap((row) => (row ? [row.seq] : [])))];
}

/** Everything a text can be as a code, also one typed off a label with the blanks and hyphens of print. */
function codesIn(text: string): ReturnType<typeof scanCandidates> {
  const plain = text.trim().replace(/(?<=\d)[ \u00a0-](?=\d)/g, '');
  const codes = scanCandidates(text);
  if (plain === text.trim()) return codes;
  return [...codes, ...scanCandidates(plain).filter(({ kind }) => kind === 'gtin')];
}
