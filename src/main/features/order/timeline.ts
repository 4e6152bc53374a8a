import type { ClosedDocument } from '../../../domain/document/closed-document.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  findImportedRegister,
  listDocumentJobs,
  listIssues,
  listRefunds,
  listStaffNames,
  listSubjectAudit,
} from './order.sql.ts';

type Entry = CallAnswer<'order.get'>['timeline'][number];
export type NameOf = (staffId: string | null) => string | null;

/** Told by a row of its own already. */
const TOLD_ELSEWHERE = new Set(['sale.closed', 'order.refunded', 'receipt.reprinted']);

export function staffNames(db: ReadableDb): NameOf {
  const names = new Map(db.all(listStaffNames, {}).map(({ id, name }) => [id, name]));
  return (staffId) => (staffId === null ? null : (names.get(staffId) ?? null));
}

/** What happened to a document, and to the cart it was, oldest first: who did what, refunds, receipts handed out, what
 *  became of each print. */
export function documentTimeline(db: ReadableDb, document: ClosedDocument, nameOf: NameOf): Entry[] {
  const key = { document_id: document.id };
  return [
    closing(db, document, nameOf),
    ...auditEntries(db, { documentId: document.id, cartId: document.cartId }, nameOf),
    ...refundEntries(db, document.id, nameOf),
    ...db.all(listIssues, key).map((issue) => ({
      ...at(issue.at_ms, 'receiptIssued', nameOf(issue.staff_id)),
      details: { copyNumber: issue.copy_number, channel: issue.channel },
    })),
    ...db.all(listDocumentJobs, key).map((job) => ({
      ...at(job.updated_at_ms, `print.${job.state}`, null),
      details: {
        jobId: job.id,
        copyNumber: job.copy_number,
        errorCode: job.error_code,
        attempts: job.attempts,
      },
    })),
  ].toSorted((a, b) => a.atMs - b.atMs);
}

export function cartTimeline(db: ReadableDb, cartId: string, nameOf: NameOf): Entry[] {
  return auditEntries(db, { documentId: cartId, cartId }, nameOf);
}

function closing(db: ReadableDb, document: ClosedDocument, nameOf: NameOf): Entry {
  const { fiscalNumber, totalMinor, reason } = document;
  const imported = db.get(findImportedRegister, { id: document.registerId }) !== undefined;
  return {
    ...at(document.closedAtMs, imported ? 'imported' : 'closed', imported ? null : nameOf(document.staffId)),
    approverName: nameOf(document.approverId),
    details: { kind: document.kind, number: fiscalNumber, totalMinor, reason },
  };
}

function auditEntries(
  db: ReadableDb,
  subject: { readonly documentId: string; readonly cartId: string | null },
  nameOf: NameOf,
): Entry[] {
  const key = { document_id: subject.documentId, cart_id: subject.cartId ?? subject.documentId };
  return db
    .all(listSubjectAudit, key)
    .filter((row) => !TOLD_ELSEWHERE.has(row.action))
    .map((row) => ({
      ...at(row.at_ms, row.action, nameOf(row.staff_id)),
      approverName: nameOf(row.approver_id),
      details: { before: parse(row.before_json), after: parse(row.after_json), reason: row.reason },
    }));
}

function refundEntries(db: ReadableDb, id: string, nameOf: NameOf): Entry[] {
  return db.all(listRefunds, { id }).map((row) => ({
    ...at(row.closed_at_ms, 'refunded', nameOf(row.staff_id)),
    approverName: nameOf(row.approver_id),
    details: {
      documentId: row.id,
      number: row.fiscal_number,
      totalMinor: row.total_minor,
      reason: row.reason,
    },
  }));
}

function at(atMs: number, kind: string, staffName: string | null): Omit<Entry, 'details'> {
  return { atMs, kind, staffName, approverName: null };
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
