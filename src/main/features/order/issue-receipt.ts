import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { countIssues, insertIssue } from './receipt.sql.ts';

/** How it leaves: the register's printer, a PDF, or a picture for the system's printer. */
export type ReceiptChannel = 'printer' | 'pdf' | 'system';

/** Notes that a receipt leaves the shop's hands. @returns its copy number: 0 for the first, the original (R39). */
export function issueReceipt(
  db: WritableDb,
  issue: {
    readonly id: string;
    readonly documentId: string;
    readonly channel: ReceiptChannel;
    readonly atMs: number;
    readonly staffId: string;
  },
): number {
  const copyNumber = issuesOf(db, issue.documentId);
  db.runOne(insertIssue, {
    id: issue.id,
    document_id: issue.documentId,
    copy_number: copyNumber,
    channel: issue.channel,
    at_ms: issue.atMs,
    staff_id: issue.staffId,
  });
  return copyNumber;
}

export function wasIssued(db: ReadableDb, documentId: string): boolean {
  return issuesOf(db, documentId) > 0;
}

function issuesOf(db: ReadableDb, documentId: string): number {
  return db.get(countIssues, { document_id: documentId })?.n ?? 0;
}
