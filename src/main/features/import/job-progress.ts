import { performance } from 'node:perf_hooks';
import type { ServiceParts } from '../services.ts';
import type { ImportProgress } from './import-run.ts';

/** Pages are told at most five times a second. */
const TELL_EVERY_MS = 200;

/** How far the running jobs are; lives in memory only. */
export class JobProgress {
  readonly #live: ServiceParts['live'];
  readonly #byId = new Map<string, { progress: ImportProgress; startedAt: number }>();
  #toldAt = 0;

  constructor(live: ServiceParts['live']) {
    this.#live = live;
  }

  get(id: string): ImportProgress | null {
    return this.#byId.get(id)?.progress ?? null;
  }

  begin(id: string, total: number | null): void {
    this.#byId.set(id, { progress: { done: 0, total, msLeft: null }, startedAt: performance.now() });
    this.tell(id);
  }

  /** @param share  of the whole, 0 to 1, where the total is not known by rows */
  step(id: string, done: number, share?: number): void {
    const entry = this.#byId.get(id);
    if (entry === undefined) return;
    const { total } = entry.progress;
    const part = share ?? (total ? done / total : 1);
    const elapsedMs = performance.now() - entry.startedAt;
    const msLeft = part <= 0 ? null : Math.round((elapsedMs * (1 - part)) / part);
    const guessed = share === undefined || share <= 0 ? total : Math.round(done / share);
    entry.progress = { done, total: guessed, msLeft };
    if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.tell(id);
  }

  end(id: string): void {
    this.#byId.delete(id);
    this.tell(id);
  }

  tell(id: string): void {
    this.#toldAt = performance.now();
    this.#live.notify({ topic: 'import', id });
  }
}
