import { Worker } from 'node:worker_threads';
import type { CatalogueExportOrder, ExportResult } from './export-catalogue.ts';
import type { FaultyRowsOrder } from './export-faulty-rows.ts';
import { runInWorker, WORKER_URL } from './run-in-worker.ts';
import type { JobAnswer } from './worker.ts';

export type ListJob =
  | { readonly kind: 'exportCatalogue'; readonly input: CatalogueExportOrder }
  | { readonly kind: 'exportFaultyRows'; readonly input: FaultyRowsOrder };

/** A workbook is held whole until it is packed. One that needs more ends its thread alone. */
const MOST_HEAP_MB = 2048;

/** Writes a list in a thread: the till waits for none of it. CSV is written as it is read; a workbook gets a thread of
 *  its own with a limit to what it may hold. */
export function runListJob(job: ListJob): Promise<ExportResult | 'outOfMemory'> {
  if (job.input.format === 'xlsx') return runLimited(job);
  return job.kind === 'exportCatalogue'
    ? runInWorker('exportCatalogue', job.input)
    : runInWorker('exportFaultyRows', job.input);
}

function runLimited(job: ListJob): Promise<ExportResult | 'outOfMemory'> {
  const worker = new Worker(WORKER_URL, { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  return new Promise<ExportResult | 'outOfMemory'>((done, failed) => {
    worker.once('message', (answer: JobAnswer) =>
      answer.ok ? done(answer.value as ExportResult) : failed(new Error(answer.message)),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done('outOfMemory') : failed(error),
    );
    worker.once('exit', (code) => failed(new Error(`the export ended with code ${code}`)));
    worker.postMessage(job);
  }).finally(() => void worker.terminate());
}
