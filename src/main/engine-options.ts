import type { Clock } from './clock.ts';

export interface EngineOptions {
  readonly dataDir: string;
  /** Fill an empty data folder with the demo shop. */
  readonly demo?: boolean;
  /** The demo shop has its grocery aisle only: no gift shelves, no year of trading. */
  readonly withoutHistory?: boolean;
  /** The built renderer, absolute. */
  readonly rendererDir: string;
  /** Read-only data that ships with the program (demo shop, fonts), absolute. */
  readonly resourcesDir?: string;
  readonly version: string;
  /** Back up by itself: at night, on closing, and a weekly proof. */
  readonly automaticBackups?: boolean;
  /** Tests hand in their own. */
  readonly clock?: Clock;
}
