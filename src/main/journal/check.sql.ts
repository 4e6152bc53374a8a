import { select } from '../storage/sql.ts';
import type { BackupRunTable, CashMovementTable } from '../storage/tables.ts';

type None = Record<string, never>;
type Register = { register_id: string };
type Document = { document_id: string };

/** Every register that ever closed a document, also where its own row is gone. Imported history has no journal and is
 *  none of them, unless something says that it had one. */
export const listRegisters = select<None, { id: string; name: string; prefix: string; entries: number }>(
  `SELECT r.id, r.name, r.prefix, (SELECT coalesce(max(seq), 0) FROM journal j WHERE j.register_id = r.id) AS entries
   FROM (SELECT id, name, prefix FROM register g WHERE imported = 0
       OR EXISTS (SELECT 1 FROM journal j WHERE j.register_id = g.id)
       OR EXISTS (SELECT 1 FROM signing_chain c WHERE c.register_id = g.id)
       OR EXISTS (SELECT 1 FROM number_series n WHERE n.register_id = g.id)
     UNION ALL SELECT DISTINCT register_id, '', '' FROM journal WHERE register_id NOT IN (SELECT id FROM register)
     UNION ALL SELECT DISTINCT register_id, register_name, '' FROM document
       WHERE register_id NOT IN (SELECT id FROM register UNION SELECT register_id FROM journal)) r
   ORDER BY r.prefix, r.id`,
);

export const findStanding = select<Register, { retired: number; entries: number }>(
  `SELECT retired_at_ms IS NOT NULL AS retired,
     (SELECT coalesce(max(seq), 0) FROM journal j WHERE j.register_id = r.id) AS entries
   FROM register r WHERE id = :register_id`,
);

export const listNumbers = select<None, { register_id: string; series: string; last_number: number }>(
  'SELECT register_id, series, last_number FROM number_series',
);

/** Of a document that is gone, what its receipt says. */
export const getNumberOf = select<Document, { fiscal_number: string | null }>(
  `SELECT coalesce((SELECT fiscal_number FROM document WHERE id = :document_id),
     (SELECT receipt_number FROM signed_receipt WHERE document_id = :document_id)) AS fiscal_number`,
);

export const findEntryAt = select<Register & { seq: number }, { document_id: string }>(
  'SELECT document_id FROM journal WHERE register_id = :register_id AND seq = :seq',
);

/** Rows that say they belong to a document and hang on no line of it. */
export const countStrays = select<Document, { n: number }>(
  `SELECT (SELECT count(*) FROM line_tax t WHERE t.document_id = :document_id AND NOT EXISTS
       (SELECT 1 FROM document_line l WHERE l.id = t.line_id AND l.document_id = :document_id))
     + (SELECT count(*) FROM line_adjustment a WHERE a.document_id = :document_id AND NOT EXISTS
       (SELECT 1 FROM document_line l WHERE l.id = a.line_id AND l.document_id = :document_id)) AS n`,
);

export const listCashOf = select<
  Document,
  Pick<CashMovementTable, 'register_id' | 'business_day' | 'at_ms' | 'kind' | 'amount_minor' | 'payment_id'>
>(
  `SELECT register_id, business_day, at_ms, kind, amount_minor, payment_id FROM cash_movement
   WHERE document_id = :document_id ORDER BY seq`,
);

export const findBesideJournal = select<Register, { id: string; fiscal_number: string }>(
  `SELECT d.id, d.fiscal_number FROM document d WHERE d.register_id = :register_id
     AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.document_id = d.id) ORDER BY d.seq LIMIT 1`,
);

/** Series whose numbers were given out to documents that are not there. */
export const findMissingNumbers = select<
  Register,
  { series: string; last_number: number; documents: number }
>(
  `SELECT n.series, n.last_number,
     (SELECT count(*) FROM document d WHERE d.register_id = n.register_id AND d.kind = n.series) AS documents
   FROM number_series n WHERE n.register_id = :register_id AND n.series <> 'order' AND n.last_number <>
     (SELECT count(*) FROM document d WHERE d.register_id = n.register_id AND d.kind = n.series)
   ORDER BY n.series LIMIT 1`,
);

/** What backups noted about where the chains ended. */
export const listNotedHeads = select<None, Pick<BackupRunTable, 'heads_json'>>(
  'SELECT heads_json FROM backup_run WHERE error_code IS NULL ORDER BY at_ms, id',
);
