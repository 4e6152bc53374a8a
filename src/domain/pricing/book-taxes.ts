import { add, type Minor, sum } from '../../shared/values/money.ts';
import type { TaxRule } from '../tax/tax-factors.ts';
import type { LineTax } from './cart-types.ts';

/** Sets amounts beside their rules, with the base each was charged on: the net, and for a compound tax also the taxes
 *  of lower sequences as booked.
 *  @param amounts  minor units, one a rule, in their order. Errors: none. */
export function bookTaxes(rules: readonly TaxRule[], amounts: readonly Minor[], netMinor: Minor): LineTax[] {
  return rules.map((rule, index) => {
    const below = amounts.filter((_, at) => rules[at]!.sequence < rule.sequence);
    const baseMinor = rule.compound ? add(netMinor, sum(below)) : netMinor;
    return { ...rule, baseMinor, amountMinor: amounts[index]! };
  });
}
