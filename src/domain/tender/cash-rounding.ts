import { absolute, type Minor, minor, negate } from '../../shared/values/money.ts';

/** What happens exactly between two steps. Most countries round up; table-driven, since some leave it to the shop. */
export type CashTie = 'away-from-zero' | 'toward-zero';

export type CashRule = { readonly stepMinor: number; readonly tie: CashTie };

/** No rounding: every minor unit can be paid. */
export const EXACT_CASH: CashRule = { stepMinor: 1, tie: 'away-from-zero' };

/** Smallest cash amounts by country (ISO 3166) where they are above the currency's minor unit (R8). Ties go up, but
 *  in New Zealand, where most shops round five cents down. */
const RULES: Readonly<Record<string, CashRule>> = {
  AU: { stepMinor: 5, tie: 'away-from-zero' },
  BE: { stepMinor: 5, tie: 'away-from-zero' },
  CA: { stepMinor: 5, tie: 'away-from-zero' },
  CH: { stepMinor: 5, tie: 'away-from-zero' },
  CZ: { stepMinor: 100, tie: 'away-from-zero' },
  DK: { stepMinor: 50, tie: 'away-from-zero' },
  FI: { stepMinor: 5, tie: 'away-from-zero' },
  HU: { stepMinor: 500, tie: 'away-from-zero' },
  NL: { stepMinor: 5, tie: 'away-from-zero' },
  NO: { stepMinor: 100, tie: 'away-from-zero' },
  NZ: { stepMinor: 10, tie: 'toward-zero' },
  SE: { stepMinor: 100, tie: 'away-from-zero' },
};

/** The usual rule of a country; a shop may set its own. Unknown countries pay exactly. */
export function cashRuleOf(country: string): CashRule {
  return Object.hasOwn(RULES, country) ? RULES[country]! : EXACT_CASH;
}

/** The nearest amount that can be paid in cash (R8). A refund rounds as its absolute value does.
 *  @param amount     minor units, any sign
 *  @param stepMinor  smallest coin in minor units, ≥ 1; 1 changes nothing
 *  @param tie        default: away from zero
 *  @throws RangeError for a step that is no positive integer. */
export function roundCash(amount: Minor, stepMinor: number, tie: CashTie = 'away-from-zero'): Minor {
  if (!Number.isSafeInteger(stepMinor) || stepMinor < 1)
    throw new RangeError(`not a cash step: ${stepMinor}`);
  const size = absolute(amount);
  const over = size % stepMinor;
  const up = over * 2 > stepMinor || (over * 2 === stepMinor && tie === 'away-from-zero');
  const rounded = minor(size - over + (up ? stepMinor : 0));
  return amount < 0 ? negate(rounded) : rounded;
}
