import type { Log } from '../log.ts';
import type { Connection } from '../storage/connection.ts';
import { runInWorker } from './run-in-worker.ts';

/** What a job needs that writes between the calls. */
export interface WritingParts {
  readonly db: Connection;
  readonly log: Log;
  readonly options: { readonly dataDir: string };
}

/** A scan leaves about a dozen pages in the log, a checkout some sixty. */
const COMMITS_WORTH_A_CHECKPOINT = 256;
/** A commit waits for a disk that is busy with a checkpoint: one begins when nobody has written for a while … */
const QUIET_MS = 100;
/** … or when that does not happen for so many commits. */
const MOST_COMMITS = 1000;
/** The first one finds little to copy, and starts the thread for those of the day: not while the till is being opened, but
 *  before the customers come. */
const FIRST_MS = 3000;

/** Has the write-ahead log copied into the database by another thread. */
export class Checkpointer {
  readonly #parts: WritingParts;
  #commits = 0;
  #quiet: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: WritingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#parts.db.whenCommitted(() => this.#count());
    this.#quiet = setTimeout(() => this.#run(), FIRST_MS).unref();
  }

  async close(): Promise<void> {
    this.#parts.db.whenCommitted(() => {});
    if (this.#quiet) clearTimeout(this.#quiet);
    this.#quiet = null;
    await this.#running;
  }

  #count(): void {
    this.#commits += 1;
    if (this.#commits < COMMITS_WORTH_A_CHECKPOINT || this.#running) return;
    if (this.#commits >= MOST_COMMITS) this.#run();
    else if (this.#quiet) this.#quiet.refresh();
    else this.#quiet = setTimeout(() => this.#run(), QUIET_MS).unref();
  }

  #run(): void {
    if (this.#quiet) clearTimeout(this.#quiet);
    this.#quiet = null;
    this.#commits = 0;
    this.#running = checkpoint(this.#parts).finally(() => {
      this.#running = null;
    });
  }
}

/** One that fails is made up for by the next, or by a commit. */
export async function checkpoint({ options, log }: WritingParts): Promise<void> {
  const { dataDir } = options;
  await runInWorker('checkpointDatabase', { dataDir }).catch(
    (error: unknown) => void log.bug('checkpoint', error),
  );
}
