import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import { inPieces, noPieces, type PieceParts } from '../../jobs/in-pieces.ts';
import type { ServiceParts } from '../services.ts';
import { listPending } from './search-index.sql.ts';
import { indexPending } from './search-index.ts';
import { vocabularyOf } from './vocabulary.ts';

/** So long a change is left to be answered and shown before its aftermath begins. */
const AFTER_A_CHANGE_MS = 60;
const AT_ONCE = 8;
const TOPICS: ReadonlySet<string> = new Set(['product', 'stock', 'sale', 'import']);

type IndexerParts = PieceParts & Pick<ServiceParts, 'live'>;

/** Brings into the search index, between calls, what no command brought in itself: a catalogue of an earlier version,
 *  a renamed category's products, what was sold. */
export class SearchIndexer {
  readonly #parts: IndexerParts;
  readonly #isHeldUp: () => boolean;
  readonly #stop = new AbortController();
  #work: Promise<void> = Promise.resolve();

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
    await rest(AFTER_A_CHANGE_MS);
    const startedAt = performance.now();
    let products = 0;
    const step = () => {
      const done = indexPending(db, AT_ONCE);
      products += done;
      return done < AT_ONCE ? 'done' : 'more';
    };
    const isStopped = () => this.#stop.signal.aborted || this.#isHeldUp();
    while (!isStopped() && db.all(listPending, { limit: 1 }).length > 0)
      await inPieces(this.#parts, { step, isStopped }, noPieces());
    if (products > 1000)
      log.info('search.index', { products, ms: Math.round(performance.now() - startedAt) });
  }
}
