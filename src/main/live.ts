import type { ChangeNotice } from '../shared/contract/index.ts';

type Listener = (notice: ChangeNotice) => void;

/** Tells every page that something changed; pages ask again for what they show. */
export class LiveChanges {
  readonly #listeners = new Set<Listener>();

  notify(notice: ChangeNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  /** Notices as they come, until the signal aborts. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice, void, void> {
    const waiting: ChangeNotice[] = [];
    let wake: () => void = () => {};
    const listener: Listener = (notice) => {
      waiting.push(notice);
      wake();
    };
    const stop = (): void => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        while (waiting.length > 0) yield waiting.shift() as ChangeNotice;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0 || signal?.aborted) resolve();
        });
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
    }
  }
}
