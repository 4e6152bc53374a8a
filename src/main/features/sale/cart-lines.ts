import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { looksLikeCardNumber } from '../../../shared/values/card-number.ts';
import type { CommandCtx } from '../../context.ts';
import {
  type CartLineRow,
  type CartRow,
  findRemovedLine,
  listCartLines,
  setLinePrice,
  setLineQuantity,
  setLineRemoved,
  setLineText,
} from './cart.sql.ts';
import { type CartRefusal, findOwnCart, refuseWhenPaid } from './find-cart.ts';
import { checkQuantity } from './line-amounts.ts';
import { type Answer, answerLine, answerMore, answerPriced, answerSale, type Input } from './sale-answers.ts';

interface LineRef {
  readonly saleId: string;
  readonly lineId: string;
}

interface CartAndLine {
  readonly cart: CartRow;
  readonly line: CartLineRow;
}

type FreeLineRefusal = CartRefusal | AppError<'sale.paymentsTaken' | 'sale.lineUnknown'>;

/** A line of this device's open cart that may still change. */
export function findFreeLine(ctx: CommandCtx, ref: LineRef): Result<CartAndLine, FreeLineRefusal> {
  const cart = findFreeCart(ctx, ref.saleId);
  if (!cart.ok) return cart;
  const line = ctx.db.all(listCartLines, { cart_id: ref.saleId }).find((row) => row.id === ref.lineId);
  return line ? ok({ cart: cart.value, line }) : err({ code: 'sale.lineUnknown' });
}

/** This device's open cart while nothing has been paid. */
export function findFreeCart(
  ctx: CommandCtx,
  saleId: string,
): Result<CartRow, CartRefusal | AppError<'sale.paymentsTaken'>> {
  const cart = findOwnCart(ctx, saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  return free.ok ? cart : free;
}

/** Less is always possible; more only as far as the stock policy lets it (R25). */
export function setQuantity(ctx: CommandCtx, input: Input<'sale.setQuantity'>): Answer<'sale.setQuantity'> {
  const found = findFreeLine(ctx, input);
  if (!found.ok) return found;
  const { cart, line } = found.value;
  const whole = checkQuantity(line.unit, input.quantityMilli);
  if (!whole.ok) return whole;
  ctx.db.runOne(setLineQuantity, { id: line.id, quantity_milli: input.quantityMilli });
  const grows = input.quantityMilli > line.quantity_milli;
  return grows
    ? answerMore(ctx, cart.id, { id: line.id, productId: line.product_id })
    : answerPriced(ctx, cart.id, line.id);
}

/** The line stays on record, out of the cart, and can be brought back. */
export function removeLine(ctx: CommandCtx, input: Input<'sale.removeLine'>): Answer<'sale.removeLine'> {
  const found = findFreeLine(ctx, input);
  if (!found.ok) return found;
  const { cart, line } = found.value;
  ctx.db.runOne(setLineRemoved, { id: line.id, removed: 1 });
  const { name, quantity_milli: quantityMilli, unit_price_minor: unitPriceMinor } = line;
  auditCart(ctx, cart, 'sale.lineRemoved', {
    before: { lineId: line.id, name, quantityMilli, unitPriceMinor },
  });
  return answerSale(ctx, cart.id);
}

/** Brings a removed line back as it was; one that is there already stays. */
export function restoreLine(ctx: CommandCtx, input: Input<'sale.restoreLine'>): Answer<'sale.restoreLine'> {
  const cart = findFreeCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const line = ctx.db.get(findRemovedLine, { id: input.lineId, cart_id: input.saleId });
  if (!line) {
    const there = findFreeLine(ctx, input);
    return there.ok ? answerLine(ctx, input.saleId, input.lineId) : there;
  }
  ctx.db.runOne(setLineRemoved, { id: line.id, removed: 0 });
  auditCart(ctx, cart.value, 'sale.lineRestored', { after: { lineId: line.id, name: line.name } });
  return answerMore(ctx, input.saleId, { id: line.id, productId: line.product_id });
}

/** Asks another price than the shelf's; asking the shelf price again ends the override. */
export function setPrice(ctx: CommandCtx, input: Input<'sale.setPrice'>): Answer<'sale.setPrice'> {
  const found = findFreeLine(ctx, input);
  if (!found.ok) return found;
  const { cart, line } = found.value;
  const overrides = input.unitPriceMinor !== line.shelf_price_minor;
  ctx.db.runOne(setLinePrice, {
    id: line.id,
    unit_price_minor: input.unitPriceMinor,
    reason: overrides ? input.reason : null,
    staff_id: overrides ? ctx.staff.id : null,
    approver_id: overrides ? (ctx.approver?.id ?? null) : null,
  });
  auditCart(ctx, cart, 'sale.priceOverridden', {
    before: { lineId: line.id, name: line.name, unitPriceMinor: line.unit_price_minor },
    after: { unitPriceMinor: input.unitPriceMinor },
    reason: input.reason,
  });
  return answerPriced(ctx, cart.id, line.id);
}

export function setLineNote(ctx: CommandCtx, input: Input<'sale.setLineNote'>): Answer<'sale.setLineNote'> {
  if (looksLikeCardNumber(input.note)) return err({ code: 'payment.cardNumber' });
  const found = findFreeLine(ctx, input);
  if (!found.ok) return found;
  ctx.db.runOne(setLineText, { id: input.lineId, note: input.note });
  return answerLine(ctx, input.saleId, input.lineId);
}

/** Acts on a cart stand in the audit log under the cart's id, so that its story reads in one place (R39). */
export function auditCart(
  ctx: CommandCtx,
  cart: Pick<CartRow, 'id'>,
  action: string,
  facts: { readonly before?: unknown; readonly after?: unknown; readonly reason?: string } = {},
): void {
  ctx.audit({ action, subjectKind: 'sale', subjectId: cart.id, ...facts });
}
