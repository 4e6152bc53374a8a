import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { ReadableDb } from '../../storage/sql.ts';
import type { ServiceParts } from '../services.ts';
import { countParts, joinParts, listPending } from './search-index.sql.ts';
import { indexPending } from './search-index.ts';
import { vocabularyOf } from './vocabulary.ts';

/** So long a piece may hold the database, so long calls are answered before the next, and so long a change is left to
 *  be answered and shown before its aftermath begins. */
const PIECE_MS = 5;
const REST_MS = 4;
const AFTER_A_CHANGE_MS = 60;
const AT_ONCE = 8;
const TOPICS: ReadonlySet<string> = new Set(['product', 'stock', 'sale', 'import']);
/** From so many parts on the index is joined into one, once no words have been written for a while: an import writes
 *  on for minutes, and what is joined meanwhile is joined again. */
const MANY_PARTS = 12;
const QUIET_MS = 1000;
const PAGES_AT_ONCE = 8;
const WRITES_WORDS: ReadonlySet<string> = new Set(['product', 'import']);

/** Whether searches are slower than they will be when the indexer has had a quiet moment. */
export function isInManyParts(db: ReadableDb): boolean {
  return partsOf(db) >= MANY_PARTS;
}

function partsOf(db: ReadableDb): number {
  return db.get(countParts, {})?.parts ?? 0;
}

/** Brings into the search index, between calls, what no command brought in itself: a catalogue of an earlier version,
 *  a renamed category's products, what was sold. */
export class SearchIndexer {
  readonly #parts: Pick<ServiceParts, 'db' | 'log' | 'live'>;
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;

  constructor(parts: Pick<ServiceParts, 'db' | 'log' | 'live'>) {
    this.#parts = parts;
  }

  start(): void {
    this.#work = this.#follow().catch((error: unknown) => void this.#parts.log.bug('search.index', error));
  }

  /** Ends at the next piece; the rest is done after the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#quiet);
    await this.#work;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const changes = this.#parts.live.watch(signal);
    await this.#catchUp();
    if (!signal.aborted) vocabularyOf(this.#parts.db);
    this.#joinWhenQuiet();
    for await (const { topic } of changes) {
      if (TOPICS.has(topic)) await this.#catchUp();
      if (WRITES_WORDS.has(topic)) this.#joinWhenQuiet();
    }
  }

  #joinWhenQuiet(): void {
    clearTimeout(this.#quiet);
    const join = () => this.#join().catch((error: unknown) => void this.#parts.log.bug('search.join', error));
    if (!this.#stop.signal.aborted) this.#quiet = setTimeout(join, QUIET_MS);
  }

  async #join(): Promise<void> {
    const { db, log } = this.#parts;
    const { signal } = this.#stop;
    const before = partsOf(db);
    if (before < MANY_PARTS) return;
    const startedAt = performance.now();
    while (!signal.aborted && db.transaction(() => this.#joinSome())) await rest(REST_MS);
    log.info('search.join', { parts: before, ms: Math.round(performance.now() - startedAt) });
  }

  /** @returns whether there is more to join. */
  #joinSome(): boolean {
    const { db } = this.#parts;
    const until = performance.now() + PIECE_MS;
    while (partsOf(db) > 1) {
      if (performance.now() >= until) return true;
      db.run(joinParts, { pages: PAGES_AT_ONCE });
    }
    return false;
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
