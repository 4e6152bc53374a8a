import { Worker } from 'node:worker_threads';
import { err, type Result } from '../../shared/result.ts';
import type { Inspection, InspectionFault, InspectionOrder } from './catalogue-import-inspect.ts';
import { runInWorker, WORKER_URL } from './run-in-worker.ts';
import type { JobAnswer } from './worker.ts';

/** A sheet is held whole while it is read. One that needs more is refused, and only its thread ends. */
const MOST_HEAP_MB = 1536;

/** Looks at a list in a thread; a workbook in one of its own, with a limit to what it may hold. */
export function runInspection(order: InspectionOrder): Promise<Result<Inspection, InspectionFault>> {
  if (order.workbookFile === null) return runInWorker('inspectCatalogue', order);
  const worker = new Worker(WORKER_URL, { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  return new Promise<Result<Inspection, InspectionFault>>((done, failed) => {
    worker.once('message', (answer: JobAnswer) =>
      answer.ok
        ? done(answer.value as Result<Inspection, InspectionFault>)
        : failed(new Error(answer.message)),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done(err('import.workbookTooLarge')) : failed(error),
    );
    worker.once('exit', (code) => failed(new Error(`the look at the list ended with code ${code}`)));
    worker.postMessage({ kind: 'inspectCatalogue', input: order });
  }).finally(() => void worker.terminate());
}
