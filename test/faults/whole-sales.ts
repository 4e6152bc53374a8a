import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';

export interface StoredSale {
  readonly fiscal_number: string;
  readonly total_minor: number;
}

export interface Standing {
  readonly sales: ReadonlyMap<string, number>;
  readonly halves: readonly string[];
  readonly gaps: readonly number[];
  readonly integrity: string;
}

/** Reads a shop that nobody has open, as an auditor would: its sales, those that miss a part, the numbers left out. */
export function readStanding(dataDir: string, linesEach: number): Standing {
  const db = new Database(join(dataDir, DATABASE_FILE));
  try {
    const sales = db.prepare("SELECT fiscal_number, total_minor FROM document WHERE kind = 'sale'").all();
    return {
      sales: new Map((sales as StoredSale[]).map((row) => [row.fiscal_number, row.total_minor])),
      halves: db.prepare(halves(linesEach)).pluck().all() as string[],
      gaps: db.prepare(GAPS).pluck().all() as number[],
      integrity: db.pragma('integrity_check(1)', { simple: true }) as string,
    };
  } finally {
    db.close();
  }
}

/** Documents that miss a part of what a closed sale writes in its one transaction. */
function halves(linesEach: number): string {
  return `SELECT fiscal_number FROM document d WHERE
    (SELECT count(*) FROM document_line WHERE document_id = d.id) <> ${linesEach}
    OR (SELECT sum(payable_minor) FROM document_line WHERE document_id = d.id) <> d.total_minor
    OR (SELECT sum(amount_minor) FROM payment WHERE document_id = d.id) <> d.total_minor
    OR (SELECT count(*) FROM stock_movement WHERE document_id = d.id) <> ${linesEach}
    OR (SELECT sum(CASE kind WHEN 'change' THEN -amount_minor ELSE amount_minor END) FROM cash_movement WHERE document_id = d.id) <> d.total_minor
    OR NOT EXISTS (SELECT 1 FROM line_tax WHERE document_id = d.id)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE document_id = d.id)
    OR NOT EXISTS (SELECT 1 FROM audit WHERE action = 'sale.closed' AND subject_id = d.cart_id)
    OR d.id NOT IN (SELECT payload_json ->> 'documentId' FROM outbox WHERE kind = 'document.closed')
    OR (SELECT state FROM cart WHERE id = d.cart_id) <> 'closed'`;
}

/** Fiscal numbers that are missing between the first and the last. */
const GAPS = `SELECT series_number FROM (SELECT series_number, lag(series_number, 1, 0) OVER (ORDER BY series_number) AS before
  FROM document WHERE kind = 'sale') WHERE series_number <> before + 1`;
