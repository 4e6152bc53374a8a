import { parentPort } from 'node:worker_threads';

/** What a worker thread can do; run-in-worker.ts starts it. A job gets values and answers a value. Each is loaded when
 *  it is first wanted: a thread that starts with all of them takes a core from the till for a fifth of a second. */
const JOBS = {
  hashPassword: async () => (await import('./hash-password.ts')).hashPassword,
  checkPassword: async () => (await import('./hash-password.ts')).checkPassword,
  inspectCatalogue: async () => (await import('./catalogue-import-inspect.ts')).inspectCatalogue,
  checkCatalogue: async () => (await import('./catalogue-import-check.ts')).checkCatalogue,
  exportCatalogue: async () => (await import('./export-catalogue.ts')).exportCatalogue,
  exportFaultyRows: async () => (await import('./export-faulty-rows.ts')).exportFaultyRows,
  checkStock: async () => (await import('./check-stock.ts')).checkStock,
  checkJournal: async () => (await import('./check-journal.ts')).checkJournal,
  checkpointDatabase: async () => (await import('./checkpoint-database.ts')).checkpointDatabase,
  exportJournal: async () => (await import('./export-journal.ts')).exportJournal,
  makeBackup: async () => (await import('./make-backup.ts')).makeBackup,
  makeBackupKey: async () => (await import('./make-backup-key.ts')).makeBackupKey,
  openBackup: async () => (await import('./open-backup.ts')).openBackup,
};

export type WorkerJobs = { [K in keyof typeof JOBS]: Awaited<ReturnType<(typeof JOBS)[K]>> };

export interface JobOrder {
  readonly kind: keyof WorkerJobs;
  readonly input: unknown;
}

export type JobAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

parentPort?.on('message', (order: JobOrder) => {
  run(order).then(
    (value) => answer({ ok: true, value }),
    (error: unknown) =>
      answer({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function run({ kind, input }: JobOrder): Promise<unknown> {
  const job = (await JOBS[kind]()) as (input: unknown) => Promise<unknown>;
  return job(input);
}

function answer(message: JobAnswer): void {
  parentPort?.postMessage(message);
}
