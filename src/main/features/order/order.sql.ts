import { select } from '../../storage/sql.ts';
import type {
  AuditTable,
  CartTable,
  DocumentTable,
  PrintJobTable,
  ReceiptIssueTable,
} from '../../storage/tables.ts';

export const listStaffNames = select<Record<string, never>, { id: string; name: string }>(
  'SELECT id, name FROM staff',
);

export const getCustomerName = select<{ id: string }, { name: string }>(
  'SELECT name FROM customer WHERE id = :id',
);

export const findByFiscalNumber = select<
  { number: string },
  { id: string; total_minor: number; hash: string | null }
>(
  `SELECT d.id, d.total_minor, j.hash FROM document d LEFT JOIN journal j ON j.document_id = d.id
   WHERE d.fiscal_number = :number`,
);

/** A refund carries the order number of its sale: the sale is meant. */
export const findByOrderNumber = select<{ number: string }, { id: string }>(
  'SELECT id FROM document WHERE order_number = :number ORDER BY seq LIMIT 1',
);

export const findCartByOrderNumber = select<{ number: string }, { id: string }>(
  "SELECT id FROM cart WHERE order_number = :number AND state <> 'closed'",
);

export const findByRunningNumber = select<{ register_id: string; number: number }, { id: string }>(
  `SELECT id FROM document WHERE register_id = :register_id AND kind = 'sale' AND series_number = :number`,
);

/** The register, where it is one that imported history stands under. */
export const findImportedRegister = select<{ id: string }, { id: string }>(
  'SELECT id FROM register WHERE id = :id AND imported = 1',
);

export type RefundRow = Pick<
  DocumentTable,
  'id' | 'fiscal_number' | 'total_minor' | 'closed_at_ms' | 'staff_id' | 'approver_id' | 'reason'
>;

export const listRefunds = select<{ id: string }, RefundRow>(
  `SELECT id, fiscal_number, total_minor, closed_at_ms, staff_id, approver_id, reason FROM document
   WHERE original_document_id = :id ORDER BY seq`,
);

export const getJournalEntry = select<{ document_id: string }, { seq: number; hash: string; suite: string }>(
  'SELECT seq, hash, suite FROM journal WHERE document_id = :document_id',
);

export const getFiscalNumber = select<{ id: string }, { id: string; number: string }>(
  'SELECT id, fiscal_number AS number FROM document WHERE id = :id',
);

export const listIssues = select<
  { document_id: string },
  Pick<ReceiptIssueTable, 'copy_number' | 'channel' | 'at_ms' | 'staff_id'>
>(
  `SELECT copy_number, channel, at_ms, staff_id FROM receipt_issue WHERE document_id = :document_id
   ORDER BY copy_number`,
);

export const listDocumentJobs = select<
  { document_id: string },
  Pick<PrintJobTable, 'id' | 'copy_number' | 'state' | 'error_code' | 'attempts' | 'updated_at_ms'>
>(
  `SELECT id, copy_number, state, error_code, attempts, updated_at_ms FROM print_job
   WHERE document_id = :document_id ORDER BY created_at_ms, id`,
);

/** What was noted of a document or of the cart it came from. */
export const listSubjectAudit = select<
  { document_id: string; cart_id: string },
  Pick<AuditTable, 'at_ms' | 'action' | 'staff_id' | 'approver_id' | 'before_json' | 'after_json' | 'reason'>
>(
  `SELECT at_ms, action, staff_id, approver_id, before_json, after_json, reason FROM audit
   WHERE subject_id IN (:document_id, :cart_id) ORDER BY seq`,
);

export type OrderCartRow = Pick<
  CartTable,
  | 'id'
  | 'kind'
  | 'state'
  | 'void_reason'
  | 'created_at_ms'
  | 'updated_at_ms'
  | 'business_day'
  | 'zone_offset_minutes'
  | 'staff_id'
> & { register_name: string };

/** A cart that never became a document. */
export const getUnclosedCart = select<{ id: string }, OrderCartRow>(
  `SELECT k.id, k.kind, k.state, k.void_reason, k.created_at_ms, k.updated_at_ms, k.business_day,
     k.zone_offset_minutes, k.staff_id, r.name AS register_name
   FROM cart k JOIN register r ON r.id = k.register_id WHERE k.id = :id AND k.state <> 'closed'`,
);
