import type { Fraction } from '../../shared/values/allocate.ts';
import { WHOLE_PPM } from '../../shared/values/tax-rate.ts';

export type TaxMode = 'included' | 'excluded';
/** R3, one company setting: round each line's tax, or each rate's tax on the whole document. */
export type TaxRounding = 'line' | 'document';

/** One tax on a line. A compound tax is charged on the net and on every tax of a lower sequence. */
export type TaxRule = {
  readonly rateId: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly sequence: number;
  readonly compound: boolean;
};

const MILLION = BigInt(WHOLE_PPM);

/** Each tax as an exact share of the line's amount after discounts, in the order of `rules`.
 *  Excluded: the amount is the net, share = f. Included: the amount holds the taxes, share = f / (1 + Σ f) (R4, for
 *  one rate r/(1+r)). Here f = rate, and for a compound tax f = rate · (1 + Σ f of lower sequences).
 *  @returns fractions with one common denominator. Errors: none. */
export function taxShares(rules: readonly TaxRule[], mode: TaxMode): Fraction[] {
  const scale = MILLION ** BigInt(1 + rules.filter((rule) => rule.compound).length);
  const factors = factorsBySequence(rules, scale);
  const numerators = rules.map((rule) => factors.get(rule)!);
  const denominator = mode === 'included' ? numerators.reduce((a, b) => a + b, scale) : scale;
  return numerators.map((numerator) => ({ numerator, denominator }));
}

/** Numerators over `scale`, which has room for one rate more than there are compound taxes, so no division rounds. */
function factorsBySequence(rules: readonly TaxRule[], scale: bigint): Map<TaxRule, bigint> {
  const factors = new Map<TaxRule, bigint>();
  for (const rule of rules.toSorted((a, b) => a.sequence - b.sequence)) {
    const below = rule.compound ? lowerSum(factors, rule.sequence) : 0n;
    factors.set(rule, ((scale + below) * BigInt(rule.ratePpm)) / MILLION);
  }
  return factors;
}

function lowerSum(factors: ReadonlyMap<TaxRule, bigint>, sequence: number): bigint {
  let total = 0n;
  for (const [rule, factor] of factors) if (rule.sequence < sequence) total += factor;
  return total;
}
