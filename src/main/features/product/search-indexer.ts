import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { WritingParts } from '../../jobs/checkpointer.ts';
import { inPieces } from '../../jobs/in-pieces.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { ServiceParts } from '../services.ts';
import { countParts, joinParts, listPending } from './search-index.sql.ts';
import { indexPending } from './search-index.ts';
import { vocabularyOf } from './vocabulary.ts';

/** So long a change is left to be answered and shown before its aftermath begins. */
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

type IndexerParts = WritingParts & Pick<ServiceParts, 'live'>;

/** Brings into the search index, between calls, what no command brought in itself: a catalogue of an earlier version,
 *  a renamed category's products, what was sold. */
export class SearchIndexer {
  readonly #parts: IndexerParts;
  readonly #isHeldUp: () => boolean;
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();
  #joining: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;

  /** @param isHeldUp  whether another job writes between the calls: this one goes on with the change that ends it */
  constructor(parts: IndexerParts, isHeldUp: () => boolean) {
    this.#parts = parts;
    this.#isHeldUp = isHeldUp;
  }

  start(): void {
    this.#work = this.#follow().catch((error: unknown) => void this.#parts.log.bug('search.index', error));
  }

  /** Ends at the next piece; the rest is done after the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#quiet);
    await this.#work;
    await this.#joining;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const changes = this.#parts.live.watch(signal);
    // What is shown first when the shop is opened does not wait for this.
    await rest(AFTER_A_CHANGE_MS);
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
    const joinInTurn = () => {
      this.#joining = this.#joining.then(join);
    };
    if (!this.#stop.signal.aborted) this.#quiet = setTimeout(joinInTurn, QUIET_MS);
  }

  async #join(): Promise<void> {
    const { db, log } = this.#parts;
    if (!isInManyParts(db)) return;
    const before = partsOf(db);
    const startedAt = performance.now();
    const step = () => {
      if (partsOf(db) <= 1) return 'done';
      db.run(joinParts, { pages: PAGES_AT_ONCE });
      return 'more';
    };
    const end = await inPieces(this.#parts, { step, isStopped: () => this.#isStopped() });
    if (end === 'stopped') return;
    log.info('search.join', { parts: before, ms: Math.round(performance.now() - startedAt) });
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted || this.#isHeldUp();
  }

  async #catchUp(): Promise<void> {
    const { db, log } = this.#parts;
    const isBehind = () => !this.#isStopped() && db.all(listPending, { limit: 1 }).length > 0;
    // Of many changes in a row only the first finds something to wait for.
    if (!isBehind()) return;
    await rest(AFTER_A_CHANGE_MS);
    const startedAt = performance.now();
    let products = 0;
    const step = () => {
      const done = indexPending(db, AT_ONCE);
      products += done;
      return done < AT_ONCE ? 'done' : 'more';
    };
    const isStopped = () => this.#isStopped();
    while (isBehind()) await inPieces(this.#parts, { step, isStopped });
    if (products > 1000)
      log.info('search.index', { products, ms: Math.round(performance.now() - startedAt) });
  }
}
