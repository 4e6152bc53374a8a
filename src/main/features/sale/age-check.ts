import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { yearsBefore } from '../../../shared/values/business-day.ts';
import type { CommandCtx } from '../../context.ts';
import {
  type CartLineRow,
  type CartRow,
  listCartLines,
  setConfirmedAge,
  setLineRemoved,
} from './cart.sql.ts';
import { auditCart, findFreeCart } from './cart-lines.ts';
import type { SaleView } from './cart-view.ts';
import { type Answer, answerSale, type Input } from './sale-answers.ts';

type AgeLine = Pick<CartLineRow, 'id' | 'name' | 'minimum_age'>;

/** What the till must ask before this cart goes on (R40): the highest age a line needs and nobody confirmed yet, and
 *  the last day on which a customer of that age was born. Null: nothing to ask.
 *  @param today  the business day, never later than the calendar's, so that nobody is taken for older. */
export function ageCheckOf(
  cart: Pick<CartRow, 'confirmed_age'>,
  lines: readonly AgeLine[],
  today: string,
): SaleView['ageCheck'] {
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

/** The answer to the till's question: old enough goes for the rest of the cart; not, and what needs the age leaves it. */
export function answerAge(ctx: CommandCtx, input: Input<'sale.answerAge'>): Answer<'sale.answerAge'> {
  const cart = findFreeCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const { years } = input;
  const lines = ctx.db.all(listCartLines, { cart_id: cart.value.id });
  const asked = lines.filter((line) => (line.minimum_age ?? 0) > cart.value.confirmed_age);
  if (input.oldEnough) {
    const confirmed = Math.max(years, cart.value.confirmed_age);
    ctx.db.runOne(setConfirmedAge, { id: cart.value.id, confirmed_age: confirmed });
    auditCart(ctx, cart.value, 'sale.ageConfirmed', { after: { years, lines: namesOf(asked) } });
    return answerSale(ctx, cart.value.id);
  }
  const refused = asked.filter((line) => (line.minimum_age ?? 0) >= years);
  for (const line of refused) ctx.db.runOne(setLineRemoved, { id: line.id, removed: 1 });
  auditCart(ctx, cart.value, 'sale.ageRefused', { before: { years, lines: namesOf(refused) } });
  return answerSale(ctx, cart.value.id);
}

function namesOf(lines: readonly AgeLine[]): string {
  return lines.map((line) => line.name).join(', ');
}
