import type { CallName, ChangeNotice } from '../../../shared/contract/index.ts';

/** One way to the engine: the preload's port in the window, HTTP in a browser. */
export interface Transport {
  /** @throws CallError */
  send(name: CallName, input: unknown): Promise<unknown>;
  /** Calls back for each change until the returned function is called; reconnects by itself and tells so. */
  watch(onNotice: (notice: ChangeNotice) => void, onConnection: (connected: boolean) => void): () => void;
}
