import type { Clock } from '../../clock.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { deleteThrottle, findThrottle, saveThrottle } from './throttle.sql.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** What must pass after so many failures before the next try: nothing for the first five, then 30 s, doubling to 15 min. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS);
}

interface Tries {
  readonly failures: number;
  readonly lastAtMonotonicMs: number;
}

/** Slows guessing down. A subject is a person, a device, an address or an unknown name. Counts are kept in the database;
 *  waits are measured on the monotonic clock, after a restart from its start, so neither a restart nor a changed wall
 *  clock shortens one. */
export class Throttle {
  readonly #db: ReadableDb;
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #startedAtMs: number;
  readonly #tries = new Map<string, Tries>();

  constructor(db: ReadableDb, clock: Pick<Clock, 'monotonicMs'>) {
    this.#db = db;
    this.#clock = clock;
    this.#startedAtMs = clock.monotonicMs();
  }

  /** Asks leave for one try and counts it as failed until `succeeded` says otherwise: a hundred tries sent at once
   *  are throttled like a hundred in a row.
   *  @returns 0 for go, else how long to wait, milliseconds (nothing was counted then) */
  begin(subjects: readonly string[]): number {
    const nowMs = this.#clock.monotonicMs();
    const waits = subjects.map((subject) => {
      const { failures, lastAtMonotonicMs } = this.#triesOf(subject);
      return waitAfter(failures) - (nowMs - lastAtMonotonicMs);
    });
    const waitMs = Math.ceil(Math.max(0, ...waits));
    if (waitMs > 0) return waitMs;
    for (const subject of subjects) {
      this.#tries.set(subject, { failures: this.#triesOf(subject).failures + 1, lastAtMonotonicMs: nowMs });
    }
    return 0;
  }

  /** Writes down what `begin` counted. */
  failed(db: WritableDb, subjects: readonly string[], nowMs: number): void {
    for (const subject of subjects) {
      const { failures } = this.#triesOf(subject);
      const row = { subject, failures, wait_ms: waitAfter(failures), last_failure_at_ms: nowMs };
      db.run(saveThrottle, row);
    }
  }

  succeeded(db: WritableDb, subjects: readonly string[]): void {
    for (const subject of subjects) {
      this.#tries.delete(subject);
      db.run(deleteThrottle, { subject });
    }
  }

  #triesOf(subject: string): Tries {
    const known = this.#tries.get(subject);
    if (known) return known;
    const failures = this.#db.get(findThrottle, { subject })?.failures ?? 0;
    return { failures, lastAtMonotonicMs: this.#startedAtMs };
  }
}
