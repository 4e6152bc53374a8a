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
const COMMITS_A_CHECKPOINT = 64;

/** Has the write-ahead log copied into the database by another thread every so many commits, one copy at a time. */
export class Checkpointer {
  readonly #parts: WritingParts;
  #commits = 0;
  #running: Promise<void> | null = null;

  constructor(parts: WritingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#parts.db.whenCommitted(() => {
      this.#commits += 1;
      if (this.#commits >= COMMITS_A_CHECKPOINT && !this.#running) this.#run();
    });
  }

  async close(): Promise<void> {
    this.#parts.db.whenCommitted(() => {});
    await this.#running;
  }

  #run(): void {
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
