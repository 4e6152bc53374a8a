import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { minor, sum } from '../../../shared/values/money.ts';
import type { CommandCtx } from '../../context.ts';
import { type CartRow, deleteCartDiscount, insertCartDiscount } from './cart.sql.ts';
import { auditCart, findFreeCart, findFreeLine } from './cart-lines.ts';
import { loadCart, priceLoaded } from './load-cart.ts';
import { type Answer, answerLine, answerSale, type Input } from './sale-answers.ts';

type DiscountInput = Pick<Input<'sale.setDiscount'>, 'discount' | 'reason'>;

/** One discount a line: setting another replaces it, null takes it away. */
export function setLineDiscount(
  ctx: CommandCtx,
  input: Input<'sale.setLineDiscount'>,
): Answer<'sale.setLineDiscount'> {
  const found = findFreeLine(ctx, input);
  if (!found.ok) return found;
  const set = replaceDiscount(ctx, found.value.cart, input.lineId, input);
  return set.ok ? answerLine(ctx, input.saleId, input.lineId) : set;
}

/** One discount on the whole sale, shared over its lines when it is priced. */
export function setDiscount(ctx: CommandCtx, input: Input<'sale.setDiscount'>): Answer<'sale.setDiscount'> {
  const cart = findFreeCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const set = replaceDiscount(ctx, cart.value, null, input);
  return set.ok ? answerSale(ctx, input.saleId) : set;
}

/** @param lineId  null for the whole sale */
function replaceDiscount(
  ctx: CommandCtx,
  cart: CartRow,
  lineId: string | null,
  { discount, reason }: DiscountInput,
): Result<null, AppError<'sale.discountTooLarge'>> {
  const loaded = loadCart(ctx, cart);
  const before = loaded.discounts.find((row) => row.line_id === lineId);
  ctx.db.run(deleteCartDiscount, { cart_id: cart.id, line_id: lineId });
  if (discount?.kind === 'amount') {
    const maximumMinor = roomFor(ctx, cart, lineId);
    if (discount.amountMinor > maximumMinor)
      return err({ code: 'sale.discountTooLarge', data: { maximumMinor } });
  }
  if (discount) addDiscount(ctx, cart, lineId, { discount, reason });
  const was = before ? { lineId, kind: before.kind, value: before.value } : null;
  auditCart(ctx, cart, 'sale.discountSet', {
    before: was,
    after: discount ? { lineId, ...discount } : null,
    reason,
  });
  return ok(null);
}

function addDiscount(
  ctx: CommandCtx,
  cart: CartRow,
  lineId: string | null,
  { discount, reason }: { discount: NonNullable<DiscountInput['discount']>; reason: string },
): void {
  ctx.db.runOne(insertCartDiscount, {
    id: ctx.newId(),
    cart_id: cart.id,
    line_id: lineId,
    kind: discount.kind,
    value: discount.kind === 'percent' ? discount.ppm : discount.amountMinor,
    reason,
    staff_id: ctx.staff.id,
    approver_id: ctx.approver?.id ?? null,
  });
}

/** What a discount could take at most now: the line's price, or what the line discounts leave of the whole sale. A cart
 *  that shrinks later caps it by itself (R6). */
function roomFor(ctx: CommandCtx, cart: CartRow, lineId: string | null): number {
  const priced = priceLoaded(loadCart(ctx, cart));
  const line = priced.lines.find((candidate) => candidate.lineId === lineId);
  if (line) return line.grossBeforeMinor;
  const taken = priced.lines.flatMap((row) => row.adjustments).filter((row) => row.kind === 'lineDiscount');
  return minor(priced.subtotalMinor + sum(taken.map((row) => row.amountMinor)));
}
