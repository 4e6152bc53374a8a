import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { yearsBefore } from '../../../shared/values/business-day.ts';
import type { CartLineRow, CartRow } from './cart.sql.ts';

export type AgeLine = Pick<CartLineRow, 'id' | 'name' | 'minimum_age'>;

/** What the till must ask before this cart goes on (R40): the highest age a line needs and nobody confirmed yet, and
 *  the last day on which a customer of that age was born. Null: nothing to ask.
 *  @param today  the business day, never later than the calendar's, so that nobody is taken for older. */
export function ageCheckOf(
  cart: Pick<CartRow, 'confirmed_age'>,
  lines: readonly AgeLine[],
  today: string,
): CallAnswer<'sale.get'>['ageCheck'] {
  const young = lines.filter((line) => (line.minimum_age ?? 0) > cart.confirmed_age);
  if (young.length === 0) return null;
  const years = Math.max(...young.map((line) => line.minimum_age ?? 0));
  return {
    years,
    bornOnOrBefore: yearsBefore(today, years),
    lines: young.map(({ id, name }) => ({ id, name })),
  };
}

/** Nobody pays for what they may be too young for. */
export function refuseUnconfirmed(
  cart: Pick<CartRow, 'confirmed_age'>,
  lines: readonly AgeLine[],
): Result<null, AppError<'sale.ageUnconfirmed'>> {
  const years = Math.max(0, ...lines.map((line) => line.minimum_age ?? 0));
  return years > cart.confirmed_age ? err({ code: 'sale.ageUnconfirmed', data: { years } }) : ok(null);
}
