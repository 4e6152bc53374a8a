import type { PrintJobState } from '../../devices/printer/print-spool.ts';
import { modify, select } from '../../storage/sql.ts';

export interface PrintJobRow {
  readonly id: string;
  readonly register_id: string;
  readonly document_id: string | null;
  readonly fiscal_number: string | null;
  readonly copy_number: number;
  readonly state: PrintJobState;
  readonly error_code: string | null;
  readonly attempts: number;
  readonly created_at_ms: number;
}

export const insertPrintJob = modify<{
  id: string;
  register_id: string;
  document_id: string | null;
  copy_number: number;
  payload: Uint8Array;
  now_ms: number;
}>(`INSERT INTO print_job
      (id, register_id, document_id, copy_number, state, error_code, attempts, payload, created_at_ms, updated_at_ms)
    VALUES (:id, :register_id, :document_id, :copy_number, 'queued', NULL, 0, :payload, :now_ms, :now_ms)`);

/** A job given up by a person stays given up, whatever the printer says afterwards. */
export const updatePrintJob = modify<{
  id: string;
  state: PrintJobState;
  error_code: string | null;
  attempts: number;
  now_ms: number;
}>(`UPDATE print_job SET state = :state, error_code = :error_code, attempts = :attempts, updated_at_ms = :now_ms
    WHERE id = :id AND state <> 'cancelled'`);

const columns = `job.id, job.register_id, job.document_id, d.fiscal_number, job.copy_number, job.state, job.error_code,
  job.attempts, job.created_at_ms`;
const joined = 'FROM print_job job LEFT JOIN document d ON d.id = job.document_id';

export const getPrintJob = select<{ id: string }, PrintJobRow>(
  `SELECT ${columns} ${joined} WHERE job.id = :id`,
);

export const getPrintPayload = select<
  { id: string },
  { id: string; register_id: string; state: PrintJobState; attempts: number; payload: Buffer }
>('SELECT id, register_id, state, attempts, payload FROM print_job WHERE id = :id');

/** What waits or was under way when the program ended, oldest first. */
export const listUnfinishedJobs = select<
  Record<string, never>,
  { id: string; register_id: string; state: PrintJobState; attempts: number; payload: Buffer }
>(`SELECT id, register_id, state, attempts, payload FROM print_job
   WHERE state IN ('queued', 'printing') ORDER BY created_at_ms, id`);

/** Jobs that need somebody or are under way, whole; of the ended ones the last few. */
export const listRegisterJobs = select<{ register_id: string; ended: number }, PrintJobRow>(
  `SELECT ${columns} ${joined}
   WHERE job.register_id = :register_id
     AND (job.state IN ('queued', 'printing', 'failed', 'uncertain') OR job.id IN (
       SELECT last.id FROM print_job last
       WHERE last.register_id = :register_id AND last.state IN ('printed', 'cancelled')
       ORDER BY last.created_at_ms DESC, last.id DESC LIMIT :ended))
   ORDER BY job.created_at_ms DESC, job.id DESC`,
);

export const deleteOldJobs = modify<{ before_ms: number }>(
  "DELETE FROM print_job WHERE state IN ('printed', 'cancelled') AND updated_at_ms < :before_ms",
);

export interface PrinterSettingsRow {
  readonly id: string;
  readonly name: string;
  readonly printer_host: string | null;
  readonly printer_port: number;
  readonly paper_width_mm: 58 | 80;
  readonly printer_encoding: string;
  readonly print_automatically: number;
  readonly has_drawer: number;
}

export const getPrinterSettings = select<{ register_id: string }, PrinterSettingsRow>(
  `SELECT id, name, printer_host, printer_port, paper_width_mm, printer_encoding, print_automatically, has_drawer
   FROM register WHERE id = :register_id`,
);

export const getShopLanguage = select<Record<string, never>, { language: string; country: string }>(
  'SELECT language, country FROM shop WHERE id = 1',
);
