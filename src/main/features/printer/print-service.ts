import { NetworkPrinter } from '../../devices/printer/network-printer.ts';
import { type PrintJob, PrintSpool, type PrintSpoolOptions } from '../../devices/printer/print-spool.ts';
import { noPrinter, type Printer } from '../../devices/printer/printer.ts';
import type { ServiceParts } from '../services.ts';
import { deleteOldJobs, getPrintPayload, listUnfinishedJobs, updatePrintJob } from './print-job.sql.ts';
import { registerPrinter } from './register-printer.ts';

/** How long the bytes of ended jobs are kept; the record of who got which copy is kept for good elsewhere. */
const JOBS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** A job that cannot print says so within seconds: somebody is waiting for it and can put in paper or turn the printer on. */
const PATIENCE = { backOffMs: [500, 1_500], mostAttempts: 3 };

export type PrintServiceParts = Pick<ServiceParts, 'db' | 'clock' | 'log' | 'live'> & {
  /** Waits between tries; tests hand in shorter ones. */
  readonly patience?: Pick<PrintSpoolOptions, 'backOffMs' | 'mostAttempts'>;
};

/** The printers of all registers, each with its line of jobs. Lives beside the calls: a command writes the job's row in its
 *  own transaction and wakes the line after the commit, so a sale never waits for paper. */
export class PrintService {
  readonly #parts: PrintServiceParts;
  readonly #spools = new Map<string, PrintSpool>();
  readonly #printers = new Map<string, Printer>();
  #closed = false;

  constructor(parts: PrintServiceParts) {
    this.#parts = parts;
  }

  /** Takes up what was waiting when the program ended; what was printing then is asked about, never printed again. */
  start(): void {
    const { db, clock } = this.#parts;
    db.run(deleteOldJobs, { before_ms: clock.nowMs() - JOBS_KEPT_MS });
    const byRegister = Map.groupBy(db.all(listUnfinishedJobs, {}), (row) => row.register_id);
    for (const [registerId, rows] of byRegister) {
      this.#spoolOf(registerId).restore(
        rows.map(({ id, state, attempts, payload }) => ({ id, bytes: payload, state, attempts })),
      );
    }
  }

  /** Hands a job whose row was committed as `queued` to its register's line, or wakes it there. */
  run(jobId: string): void {
    const row = this.#parts.db.get(getPrintPayload, { id: jobId });
    if (!row || this.#closed) return;
    const spool = this.#spoolOf(row.register_id);
    spool.forgetEnded();
    const known = spool.find(jobId);
    if (!known) spool.restore([{ id: jobId, bytes: row.payload, state: 'queued', attempts: 0 }]);
    else if (!spool.printAgain(jobId)) spool.tryNow();
  }

  /** Takes a job given up out of its line; its row says so already. */
  drop(registerId: string, jobId: string): void {
    this.#spoolOf(registerId).cancel(jobId);
  }

  printerOf(registerId: string): Printer {
    const { address } = registerPrinter(this.#parts.db, registerId);
    if (!address) return noPrinter;
    const key = `${address.host} ${address.port}`;
    const printer = this.#printers.get(key) ?? new NetworkPrinter(address);
    this.#printers.set(key, printer);
    return printer;
  }

  /** Opens a register's drawer now or not at all: one that springs open minutes later helps nobody. */
  kickDrawer(registerId: string): void {
    this.printerOf(registerId)
      .openDrawer()
      .then((result) => {
        if (!result.ok && !this.#closed)
          this.#parts.log.info('drawer not opened', { registerId, code: result.error.code });
      })
      .catch((error: unknown) => this.#noteFault('drawer', error));
  }

  close(): void {
    this.#closed = true;
    for (const spool of this.#spools.values()) spool.close();
  }

  /** What comes of being closed in the middle is no fault. */
  #noteFault(where: string, error: unknown): void {
    if (!this.#closed) this.#parts.log.bug(where, error);
  }

  #spoolOf(registerId: string): PrintSpool {
    const spool = this.#spools.get(registerId) ?? this.#openSpool(registerId);
    this.#spools.set(registerId, spool);
    return spool;
  }

  /** The printer is looked up for each job: its address may be changed at any time. */
  #openSpool(registerId: string): PrintSpool {
    return new PrintSpool({
      ...(this.#parts.patience ?? PATIENCE),
      printer: {
        print: (bytes) => this.printerOf(registerId).print(bytes),
        status: () => this.printerOf(registerId).status(),
        openDrawer: () => this.printerOf(registerId).openDrawer(),
      },
      save: (job) => this.#save(job),
      onFault: (error) => this.#noteFault('print spool', error),
      after: (delayMs, wake) => {
        const timer = setTimeout(wake, delayMs);
        return () => clearTimeout(timer);
      },
    });
  }

  /** After closing nothing can be stored, so nothing new may start: throwing keeps the line from sending a byte. A job that
   *  was printing is found as such, and asked about, at the next start. */
  #save(job: PrintJob): void {
    if (this.#closed) throw new Error('printing has ended');
    const { db, clock, live } = this.#parts;
    db.run(updatePrintJob, {
      id: job.id,
      state: job.state,
      error_code: job.error?.code ?? null,
      attempts: job.attempts,
      now_ms: clock.nowMs(),
    });
    live.notify({ topic: 'printer', id: job.id });
  }
}
