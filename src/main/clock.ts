import { performance } from 'node:perf_hooks';
import { uuidv7 } from 'uuidv7';

/** Where time and ids come from; tests hand in their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970; may jump. */
  nowMs(): number;
  /** Never jumps, starts anywhere; for waits and durations. */
  monotonicMs(): number;
  newId(): string;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  newId: () => uuidv7(),
};
