import type { CommandCtx } from '../../context.ts';
import type { AgeLine } from './age-check.ts';
import { listCartLines, setConfirmedAge, setLineRemoved } from './cart.sql.ts';
import { auditCart, findFreeCart } from './cart-lines.ts';
import { type Answer, answerSale, type Input } from './sale-answers.ts';

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
