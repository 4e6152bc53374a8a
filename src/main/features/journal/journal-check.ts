import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { JournalProgress } from '../../jobs/check-journal.ts';
import { type RunningJob, runAlone } from '../../jobs/run-alone.ts';
import type { RegisterVerdict } from '../../journal/verify-shop.ts';
import type { ServiceParts } from '../services.ts';

export type CheckView = CallAnswer<'journal.startCheck'>;

type CheckParts = Pick<ServiceParts, 'clock' | 'log' | 'live'> & {
  readonly options: Pick<ServiceParts['options'], 'dataDir'>;
};

const NONE: CheckView = {
  state: 'none',
  done: 0,
  total: 0,
  msLeft: null,
  finishedAtMs: null,
  ok: null,
  registers: [],
};

/** Recomputes the journal in a thread of its own, one check at a time; remembers the last one until the program ends. */
export class JournalCheck {
  readonly #parts: CheckParts;
  #view: CheckView = NONE;
  #running: RunningJob<readonly RegisterVerdict[] | null> | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  view(): CheckView {
    return this.#view;
  }

  /** Joins the one that runs. */
  start(): void {
    if (this.#running) return;
    const job = runAlone('checkJournal', { dataDir: this.#parts.options.dataDir }, (progress) =>
      this.#step(progress as JournalProgress),
    );
    this.#running = job;
    this.#tell({ ...NONE, state: 'running' });
    this.#ended = this.#follow(job);
  }

  stop(): void {
    this.#running?.stop();
  }

  /** A check of its own, for programs: nobody can stop it. */
  async run(): Promise<readonly RegisterVerdict[]> {
    const job = runAlone('checkJournal', { dataDir: this.#parts.options.dataDir }, () => {});
    const verdicts = await job.result;
    if (!verdicts) throw new Error('nobody stops this check');
    return verdicts;
  }

  async close(): Promise<void> {
    this.stop();
    await this.#ended;
  }

  async #follow(job: RunningJob<readonly RegisterVerdict[] | null>): Promise<void> {
    const { clock, log } = this.#parts;
    try {
      const registers = await job.result;
      this.#running = null;
      if (!registers) this.#tell({ ...NONE, state: 'stopped' });
      else this.#finish(registers);
    } catch (error) {
      this.#running = null;
      log.bug('journal.check', error);
      this.#tell({ ...NONE, state: 'failed', finishedAtMs: clock.nowMs() });
    }
  }

  #finish(registers: readonly RegisterVerdict[]): void {
    const done = registers.reduce(
      (sum, { documents, signed }) => sum + documents + (signed?.receipts ?? 0),
      0,
    );
    const ok = registers.every(({ fault }) => fault === null);
    const finishedAtMs = this.#parts.clock.nowMs();
    this.#tell({
      state: 'done',
      done,
      total: done,
      msLeft: 0,
      finishedAtMs,
      ok,
      registers: [...registers],
    });
  }

  #step({ done, total, elapsedMs }: JournalProgress): void {
    if (!this.#running) return;
    const msLeft = done === 0 ? null : Math.round((elapsedMs * (total - done)) / done);
    this.#tell({ ...NONE, state: 'running', done, total, msLeft });
  }

  #tell(view: CheckView): void {
    this.#view = view;
    this.#parts.live.notify({ topic: 'journal', id: null });
  }
}
