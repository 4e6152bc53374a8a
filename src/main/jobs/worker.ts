import { parentPort } from 'node:worker_threads';
import { checkCatalogue } from './catalogue-import-check.ts';
import { inspectCatalogue } from './catalogue-import-inspect.ts';
import { checkJournal } from './check-journal.ts';
import { checkStock } from './check-stock.ts';
import { checkpointDatabase } from './checkpoint-database.ts';
import { exportCatalogue } from './export-catalogue.ts';
import { exportFaultyRows } from './export-faulty-rows.ts';
import { exportJournal } from './export-journal.ts';
import { checkPassword, hashPassword } from './hash-password.ts';
import { makeBackup } from './make-backup.ts';
import { makeBackupKey } from './make-backup-key.ts';
import { openBackup } from './open-backup.ts';

/** What a worker thread can do; run-in-worker.ts starts it. A job gets values and answers a value. */
const JOBS = {
  hashPassword,
  checkPassword,
  inspectCatalogue,
  checkCatalogue,
  exportCatalogue,
  exportFaultyRows,
  checkStock,
  checkJournal,
  checkpointDatabase,
  exportJournal,
  makeBackup,
  makeBackupKey,
  openBackup,
};

export type WorkerJobs = typeof JOBS;

export interface JobOrder {
  readonly kind: keyof WorkerJobs;
  readonly input: unknown;
}

export type JobAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

parentPort?.on('message', (order: JobOrder) => {
  const job = JOBS[order.kind] as (input: unknown) => Promise<unknown>;
  job(order.input).then(
    (value) => answer({ ok: true, value }),
    (error: unknown) =>
      answer({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function answer(message: JobAnswer): void {
  parentPort?.postMessage(message);
}
