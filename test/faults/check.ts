/** A short run is part of `npm test`; the full one is made by hand (`npm run faults`). */
export type Size = 'short' | 'full';

export interface FaultFigures {
  /** What was tried and what came of it, in the order to be read. */
  readonly counts: Readonly<Record<string, number>>;
  /** What broke a promise; empty when all held. */
  readonly wrong: readonly string[];
  /** Where a promise is not kept by design, in plain words. */
  readonly short?: readonly string[];
  /** Why this could not be run here, in plain words. */
  readonly cannot?: string;
}

export interface FaultCheck {
  readonly name: string;
  /** Numbers of the promises it stands for. */
  readonly promises: readonly number[];
  /** One sentence for the table: what is done to the till. */
  readonly what: string;
  /** What a clean result does not show. */
  readonly limits: string;
  run(size: Size): Promise<FaultFigures>;
}

export function cannotRun(why: string): FaultFigures {
  return { counts: {}, wrong: [], cannot: why };
}
