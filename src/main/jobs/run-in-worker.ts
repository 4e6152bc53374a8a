import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JobAnswer, JobOrder, WorkerJobs } from './worker.ts';

/** Beside the source in development and tests, flat in the built folder. */
export const WORKER_URL = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js',
  import.meta.url,
);
const MOST_WORKERS = Math.max(2, Math.min(4, availableParallelism()));
/** An unused thread is given back after this long … */
const IDLE_MS = 30_000;
/** … but for one of this job, which comes all day, in between two customers. */
const KEPT: keyof WorkerJobs = 'checkpointDatabase';

interface Waiting {
  readonly order: JobOrder;
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
}

const idle: { readonly worker: Worker; readonly leave: NodeJS.Timeout }[] = [];
let kept: Worker | null = null;
const waiting: Waiting[] = [];
let running = 0;

/** Runs one job off the main thread, on a thread of its own or, when all are busy, as soon as one is free.
 *  @throws what the job threw, as text. */
export function runInWorker<K extends keyof WorkerJobs>(
  kind: K,
  input: Parameters<WorkerJobs[K]>[0],
): Promise<Awaited<ReturnType<WorkerJobs[K]>>> {
  return new Promise((done, failed) => {
    waiting.push({ order: { kind, input }, done: done as (value: unknown) => void, failed });
    startNext();
  });
}

function startNext(): void {
  if (running >= MOST_WORKERS) return;
  const next = waiting.shift();
  if (!next) return;
  running += 1;
  work(takeWorker(next.order), next);
}

function work(worker: Worker, { order, done, failed }: Waiting): void {
  const finish = (end: () => void, reusable: boolean): void => {
    worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
    running -= 1;
    if (reusable) rest(worker, order);
    end();
    startNext();
  };
  const onAnswer = (answer: JobAnswer): void =>
    finish(() => (answer.ok ? done(answer.value) : failed(new Error(answer.message))), true);
  const onError = (error: unknown): void => finish(() => failed(error as Error), false);
  const onExit = (code: number): void =>
    finish(() => failed(new Error(`the worker ended with code ${code}`)), false);
  worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
  // A busy thread keeps the process alive, a resting one does not.
  worker.ref();
  worker.postMessage(order);
}

function takeWorker({ kind }: JobOrder): Worker {
  if (kind === KEPT) {
    const worker = kept ?? new Worker(WORKER_URL);
    kept = null;
    return worker;
  }
  const rested = idle.pop();
  if (!rested) return new Worker(WORKER_URL);
  clearTimeout(rested.leave);
  return rested.worker;
}

function rest(worker: Worker, { kind }: JobOrder): void {
  worker.unref();
  if (kind === KEPT && !kept) {
    kept = worker;
    return;
  }
  const leave = setTimeout(() => {
    idle.splice(
      idle.findIndex((one) => one.worker === worker),
      1,
    );
    void worker.terminate();
  }, IDLE_MS);
  leave.unref();
  idle.push({ worker, leave });
}
