/** One measured number, and the bar it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | '×' | '%' | 'MB' | 'per s' | '';
  /** At most, or at least; none where the number only informs. */
  readonly bar?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** What a reader needs to know of how it was measured, beyond the scenario's own words. */
  readonly notes?: readonly string[];
  /** Why this could not be measured here. */
  readonly cannot?: string;
}

export interface BenchOptions {
  /** Where the prepared lists lie. */
  readonly data: string;
  /** A tenth of the rounds: to see that it runs. */
  readonly quick: boolean;
}

export interface Scenario {
  readonly name: string;
  readonly what: string;
  /** Minutes long: only with --full. */
  readonly long?: boolean;
  run(options: BenchOptions): Promise<Measured>;
}

export function meets({ value, bar }: Figure): boolean {
  if (!bar) return true;
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}
