import type { Printer, PrinterError } from './printer.ts';

/** `uncertain`: may have printed; only a person who looks at the paper can say, so it never prints again by itself. */
export type PrintJobState = 'queued' | 'printing' | 'printed' | 'failed' | 'uncertain' | 'cancelled';

export interface PrintJob {
  readonly id: string;
  readonly bytes: Buffer;
  readonly state: PrintJobState;
  /** Tries so far, the running one included. */
  readonly attempts: number;
  /** Why the last try did not print. */
  readonly error?: PrinterError;
}

export interface PrintSpoolOptions {
  readonly printer: Printer;
  /** Stores the job as it now is. Called before the first byte leaves (`printing`) and at every change after. */
  readonly save: (job: PrintJob) => void;
  /** Told of an error that should not be: a `save` or a printer that throws. The job is then `failed` or
   *  `uncertain` in memory. */
  readonly onFault: (error: unknown) => void;
  /** Runs `wake` after a while; returns how to call it off. */
  readonly after: (delayMs: number, wake: () => void) => () => void;
  /** Wait after the first, second, … try; the last repeats. Default 1, 2, 5, 10, 30 s. */
  readonly backOffMs?: readonly number[];
  /** Default 10: about three minutes. */
  readonly mostAttempts?: number;
}

const standardBackOffMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/** The line of jobs before one printer: in order, one at a time, never in the way of a sale (`enqueue` returns at
 *  once). What certainly did not print is tried again; what may have printed waits for a person. */
export class PrintSpool {
  readonly #options: PrintSpoolOptions;
  readonly #jobs = new Map<string, PrintJob>();
  #running = false;
  #callOffWait: (() => void) | null = null;

  constructor(options: PrintSpoolOptions) {
    this.#options = options;
  }

  /** Takes jobs stored before a restart. One that was `printing` then may be on paper: it becomes `uncertain`. */
  restore(stored: readonly PrintJob[]): void {
    for (const job of stored) {
      if (job.state === 'printing') this.#change({ ...job, state: 'uncertain' });
      else this.#jobs.set(job.id, job);
    }
    this.#wake();
  }

  enqueue(id: string, bytes: Buffer): PrintJob {
    const known = this.#jobs.get(id);
    if (known) return known;
    const job = this.#change({ id, bytes, state: 'queued', attempts: 0 });
    this.#wake();
    return job;
  }

  /** False when it is too late: the job is printing or already ended. */
  cancel(id: string): boolean {
    const job = this.#jobs.get(id);
    if (job?.state !== 'queued' && job?.state !== 'failed') return false;
    this.#change({ ...job, state: 'cancelled' });
    this.#wake();
    return true;
  }

  /** Someone looked: prints a `failed` or `uncertain` job (again), with all its tries. */
  printAgain(id: string): boolean {
    const job = this.#jobs.get(id);
    if (job?.state !== 'failed' && job?.state !== 'uncertain') return false;
    this.#change({ id, bytes: job.bytes, state: 'queued', attempts: 0 });
    this.#wake();
    return true;
  }

  /** Someone looked: the paper is there. */
  confirmPrinted(id: string): boolean {
    const job = this.#jobs.get(id);
    if (job?.state !== 'uncertain') return false;
    this.#change({ ...job, state: 'printed' });
    return true;
  }

  /** Tries the waiting job now instead of at the end of its wait (paper was put in). */
  tryNow(): void {
    this.#wake();
  }

  /** Every job of this run, oldest first; ended ones too until `forget`. */
  list(): readonly PrintJob[] {
    return [...this.#jobs.values()];
  }

  find(id: string): PrintJob | null {
    return this.#jobs.get(id) ?? null;
  }

  /** Lets go of ended jobs, which hold their bytes in memory. */
  forgetEnded(): void {
    for (const job of this.#jobs.values()) {
      if (job.state === 'printed' || job.state === 'cancelled') this.#jobs.delete(job.id);
    }
  }

  /** Stops waiting. A job that is printing ends by itself. */
  close(): void {
    this.#callOffWait?.();
    this.#callOffWait = null;
  }

  #wake(): void {
    this.close();
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => {
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    let waitMs: number | null = null;
    for (let job = this.#next(); job && waitMs === null; job = this.#next())
      waitMs = await this.#attempt(job);
    this.#running = false;
    if (waitMs !== null) this.#callOffWait = this.#options.after(waitMs, () => this.#wake());
  }

  #next(): PrintJob | undefined {
    return [...this.#jobs.values()].find((job) => job.state === 'queued');
  }

  /** @returns how long to wait before the next try, or null to go on with the next job. */
  async #attempt(queued: PrintJob): Promise<number | null> {
    const job: PrintJob = { ...queued, state: 'printing', attempts: queued.attempts + 1 };
    try {
      this.#change(job);
    } catch (error) {
      this.#options.onFault(error);
      this.#jobs.set(job.id, { ...job, state: 'failed' });
      return null;
    }
    return await this.#print(job);
  }

  async #print(job: PrintJob): Promise<number | null> {
    try {
      const result = await this.#options.printer.print(job.bytes);
      if (!result.ok) return this.#settle(job, result.error);
      const { error: _past, ...done } = job;
      this.#change({ ...done, state: 'printed' });
    } catch (error) {
      this.#options.onFault(error);
      this.#jobs.set(job.id, { ...job, state: 'uncertain' });
    }
    return null;
  }

  #settle(job: PrintJob, error: PrinterError): number | null {
    const most = this.#options.mostAttempts ?? 10;
    const final = error.mayHavePrinted ? 'uncertain' : 'failed';
    const over = error.mayHavePrinted || error.code === 'printer.notConfigured' || job.attempts >= most;
    this.#change({ ...job, state: over ? final : 'queued', error });
    if (over) return null;
    const waits = this.#options.backOffMs ?? standardBackOffMs;
    return waits[Math.min(job.attempts, waits.length) - 1] ?? 1_000;
  }

  #change(job: PrintJob): PrintJob {
    this.#options.save(job);
    this.#jobs.set(job.id, job);
    return job;
  }
}
