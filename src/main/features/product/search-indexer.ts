import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { ServiceParts } from '../services.ts';
import { listPending } from './search-index.sql.ts';
import { indexPending } from './search-index.ts';
import { vocabularyOf } from './vocabulary.ts';

/** So long a piece may hold the database, so long calls are answered before the next, and so long a change is left to
 *  be answered and shown before its aftermath begins. */
const PIECE_MS = 5;
const REST_MS = 4;
const AFTER_A_CHANGE_MS = 60;
const AT_ONCE = 8;
const TOPICS: ReadonlySet<string> = new Set(['product', 'stock', 'sale', 'import']);

/** Brings into the search index, between calls, what no command brought in itself: a catalogue of an earlier version,
 *  a renamed category's products, what was sold. */
export class SearchIndexer {
  readonly #parts: Pick<ServiceParts, 'db' | 'log' | 'live'>;
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

  constructor(parts: Pick<ServiceParts, 'db' | 'log' | 'live'>) {
    this.#parts = parts;
  }

  start(): void {
    this.#work = this.#follow().catch((error: unknown) => void this.#parts.log.bug('search.index', error));
  }

  /** Ends at the next piece; the rest is done after the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const changes = this.#parts.live.watch(signal);
    await this.#catchUp();
    if (!signal.aborted) vocabularyOf(this.#parts.db);
    for await (const { topic } of changes) if (TOPICS.has(topic)) await this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    const { db, log } = this.#parts;
    const { signal } = this.#stop;
    await rest(AFTER_A_CHANGE_MS);
    const startedAt = performance.now();
    let products = 0;
    while (!signal.aborted && db.all(listPending, { limit: 1 }).length > 0) {
      products += db.transaction(() => this.#piece());
      await rest(REST_MS);
    }
    if (products > 1000)
      log.info('search.index', { products, ms: Math.round(performance.now() - startedAt) });
  }

  #piece(): number {
    const until = performance.now() + PIECE_MS;
    let products = 0;
    for (;;) {
      const done = indexPending(this.#parts.db, AT_ONCE);
      products += done;
      if (done < AT_ONCE || performance.now() >= until) return products;
    }
  }
}
