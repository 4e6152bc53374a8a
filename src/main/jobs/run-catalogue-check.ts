import { MessageChannel, Worker } from 'node:worker_threads';
import type { CheckOrder, CheckProgress, CheckResult } from './catalogue-import-check.ts';
import { WORKER_URL } from './run-in-worker.ts';
import type { JobAnswer } from './worker.ts';

export interface RunningCheck {
  /** Null: it was stopped. @throws what the job threw, as text. */
  readonly result: Promise<CheckResult | null>;
  stop(): void;
}

/** Checks a file on a thread of its own: seconds long, it would keep a sign-in's password waiting on a shared one. */
export function runCatalogueCheck(
  order: CheckOrder,
  onProgress: (progress: CheckProgress) => void,
): RunningCheck {
  const worker = new Worker(WORKER_URL);
  const { port1, port2 } = new MessageChannel();
  const stop = new SharedArrayBuffer(4);
  port1.on('message', onProgress);
  const result = new Promise<CheckResult | null>((done, failed) => {
    worker.once('message', (answer: JobAnswer) =>
      answer.ok ? done(answer.value as CheckResult | null) : failed(new Error(answer.message)),
    );
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`the check ended with code ${code}`)));
    worker.postMessage({ kind: 'checkCatalogue', input: { ...order, progress: port2, stop } }, [port2]);
  }).finally(() => {
    port1.close();
    void worker.terminate();
  });
  return { result, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
