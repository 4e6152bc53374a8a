import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { WORKER_URL } from './run-in-worker.ts';
import type { JobAnswer, WorkerJobs } from './worker.ts';

/** How the thread that asked follows a job and stops it. */
export interface JobLine {
  readonly progress: MessagePort;
  /** One Int32; not zero: stop. */
  readonly stop: SharedArrayBuffer;
}

type AloneJob = {
  [K in keyof WorkerJobs]: Parameters<WorkerJobs[K]>[0] extends JobLine ? K : never;
}[keyof WorkerJobs];

export interface RunningJob<R> {
  /** What the job answers. @throws what it threw, as text. */
  readonly result: Promise<R>;
  stop(): void;
}

/** Runs one long job on a thread of its own: seconds long, it would keep a sign-in's password waiting on a shared one. */
export function runAlone<K extends AloneJob, P>(
  kind: K,
  order: Omit<Parameters<WorkerJobs[K]>[0], keyof JobLine>,
  onProgress: (progress: P) => void,
): RunningJob<Awaited<ReturnType<WorkerJobs[K]>>> {
  type Answer = Awaited<ReturnType<WorkerJobs[K]>>;
  const worker = new Worker(WORKER_URL);
  const { port1, port2 } = new MessageChannel();
  const stop = new SharedArrayBuffer(4);
  port1.on('message', onProgress);
  const result = new Promise<Answer>((done, failed) => {
    worker.once('message', (answer: JobAnswer) =>
      answer.ok ? done(answer.value as Answer) : failed(new Error(answer.message)),
    );
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`the job ended with code ${code}`)));
    worker.postMessage({ kind, input: { ...order, progress: port2, stop } }, [port2]);
  }).finally(() => {
    port1.close();
    void worker.terminate();
  });
  return { result, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
