/** Where the goods go, as far as taxes ask for it: eaten here and everything else, or taken away (R40). */
export type TaxContext = 'default' | 'takeaway';

/** One rate of a set: what a category charges in a context from a business day on. */
export interface DatedRate {
  readonly context: TaxContext;
  /** 'YYYY-MM-DD', the first business day it holds on. */
  readonly validFrom: string;
}

/** The set of rates that holds on a business day: of those of the context that have begun, the one that began last.
 *  A context without a set of its own, or with one that has not begun, is taxed as usual.
 *  @param rates  of one category, in any order; those with the same context and first day are one set, its order kept
 *  @returns an empty list when nothing has begun yet. Errors: none. */
export function resolveRates<R extends DatedRate>(
  rates: readonly R[],
  day: string,
  context: TaxContext,
): readonly R[] {
  const begun = rates.filter((rate) => rate.context === context && rate.validFrom <= day);
  if (begun.length === 0) return context === 'default' ? [] : resolveRates(rates, day, 'default');
  const last = begun.reduce((latest, rate) => (rate.validFrom > latest ? rate.validFrom : latest), '');
  return begun.filter((rate) => rate.validFrom === last);
}
