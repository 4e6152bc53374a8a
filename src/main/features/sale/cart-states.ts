import { err, ok } from '../../../shared/result.ts';
import { looksLikeCardNumber } from '../../../shared/values/card-number.ts';
import type { CommandCtx } from '../../context.ts';
import {
  type CartRow,
  findCustomer,
  findOpenCart,
  getCart,
  holdCart,
  listCartLines,
  listCartPayments,
  moveCart,
  setCartCustomer,
  setCartKind,
  setCartTaxContext,
  voidCart,
} from './cart.sql.ts';
import { auditCart } from './cart-lines.ts';
import { viewSale } from './cart-view.ts';
import { findOrOpenCart, findOwnCart, noteChange, refuseWhenPaid } from './find-cart.ts';
import { loadCart, priceLoaded } from './load-cart.ts';
import { type Answer, answerSale, type Input } from './sale-answers.ts';
import { dayOf, readShopFacts } from './shop-facts.ts';

export function setCustomer(ctx: CommandCtx, input: Input<'sale.setCustomer'>): Answer<'sale.setCustomer'> {
  const { customerId } = input;
  if (customerId !== null && !ctx.db.get(findCustomer, { id: customerId }))
    return err({ code: 'customer.unknown' });
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  ctx.db.runOne(setCartCustomer, { id: cart.value.id, customer_id: customerId });
  return answerSale(ctx, cart.value.id);
}

/** Only an empty cart changes sides, so that nothing rung up for real turns into practice. */
export function setTraining(ctx: CommandCtx, input: Input<'sale.setTraining'>): Answer<'sale.setTraining'> {
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  if (!free.ok) return free;
  if (hasLines(ctx, cart.value)) return err({ code: 'sale.notEmpty' });
  const kind = input.training ? 'training' : 'sale';
  ctx.db.runOne(setCartKind, { id: cart.value.id, kind });
  auditCart(ctx, cart.value, 'sale.trainingSet', { before: { kind: cart.value.kind }, after: { kind } });
  return answerSale(ctx, cart.value.id);
}

/** Here or away: what a category charges may differ (R40). What is paid for already stands still. */
export function setTaxContext(
  ctx: CommandCtx,
  input: Input<'sale.setTaxContext'>,
): Answer<'sale.setTaxContext'> {
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  if (!free.ok) return free;
  const { id, tax_context: before } = cart.value;
  if (before === input.context) return ok(viewSale(ctx, id));
  ctx.db.runOne(setCartTaxContext, { id, tax_context: input.context });
  auditCart(ctx, cart.value, 'sale.taxContextSet', {
    before: { taxContext: before },
    after: { taxContext: input.context },
  });
  return answerSale(ctx, id);
}

export function hold(ctx: CommandCtx, input: Input<'sale.hold'>): Answer<'sale.hold'> {
  if (looksLikeCardNumber(input.label)) return err({ code: 'payment.cardNumber' });
  const cart = findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  if (!hasLines(ctx, cart.value)) return err({ code: 'sale.empty' });
  ctx.db.runOne(holdCart, { id: cart.value.id, label: input.label });
  auditCart(ctx, cart.value, 'sale.held', { after: { label: input.label } });
  return answerSale(ctx, cart.value.id);
}

/** Brings a held cart here; what is open here meanwhile is put aside. */
export function recall(ctx: CommandCtx, input: Input<'sale.recall'>): Answer<'sale.recall'> {
  const cart = ctx.db.get(getCart, { id: input.saleId });
  if (cart?.state === 'held') {
    bringHere(ctx, cart, 'sale.recalled');
    return answerSale(ctx, cart.id);
  }
  const own = findOwnCart(ctx, input.saleId);
  return own.ok ? ok(viewSale(ctx, own.value.id)) : own;
}

/** Takes a cart another device has open; with its lines, its customer and what was paid so far. */
export function takeOver(ctx: CommandCtx, input: Input<'sale.takeOver'>): Answer<'sale.takeOver'> {
  const cart = ctx.db.get(getCart, { id: input.saleId });
  if (!cart) return err({ code: 'sale.unknown' });
  if (cart.state !== 'open' && cart.state !== 'held')
    return err({ code: 'sale.closed', data: { state: cart.state } });
  if (cart.state === 'open' && cart.device_id === ctx.device.id) return ok(viewSale(ctx, cart.id));
  bringHere(ctx, cart, 'sale.takenOver');
  return answerSale(ctx, cart.id);
}

/** Gives a cart up: one's own, or a held one. It keeps its number and its lines, and says who and why. */
export function voidSale(ctx: CommandCtx, input: Input<'sale.void'>): Answer<'sale.void'> {
  const held = ctx.db.get(getCart, { id: input.saleId });
  const cart = held?.state === 'held' ? ok(held) : findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  if (!free.ok) return free;
  const { totalMinor, itemCount } = priceLoaded(loadCart(ctx, cart.value));
  endCart(ctx, cart.value, input.reason);
  auditCart(ctx, cart.value, 'sale.voided', { before: { totalMinor, itemCount }, reason: input.reason });
  ctx.changed('order', cart.value.id);
  return answerSale(ctx, cart.value.id);
}

function bringHere(ctx: CommandCtx, cart: CartRow, action: 'sale.recalled' | 'sale.takenOver'): void {
  putAside(ctx);
  ctx.db.runOne(moveCart, {
    id: cart.id,
    device_id: ctx.device.id,
    register_id: ctx.device.registerId,
    staff_id: ctx.staff.id,
  });
  auditCart(ctx, cart, action, {
    before: { state: cart.state, deviceName: cart.device_name, staffName: cart.staff_name },
    after: { deviceName: ctx.device.name, staffName: ctx.staff.name },
  });
}

/** What this device has open makes room: held when something is in it, else dropped without a word. */
function putAside(ctx: CommandCtx): void {
  const open = ctx.db.get(findOpenCart, { device_id: ctx.device.id });
  if (!open) return;
  const paid = ctx.db.all(listCartPayments, { cart_id: open.id }).length > 0;
  if (paid || hasLines(ctx, open)) {
    ctx.db.runOne(holdCart, { id: open.id, label: open.label });
    auditCart(ctx, open, 'sale.held', { after: { label: open.label } });
  } else {
    endCart(ctx, open, '');
  }
  noteChange(ctx, open.id);
}

function endCart(ctx: CommandCtx, cart: CartRow, reason: string): void {
  const day = dayOf(readShopFacts(ctx.db), ctx.nowMs);
  ctx.db.runOne(voidCart, {
    id: cart.id,
    reason,
    business_day: day.businessDay,
    zone_offset_minutes: day.zoneOffsetMinutes,
  });
}

function hasLines(ctx: CommandCtx, cart: CartRow): boolean {
  return ctx.db.all(listCartLines, { cart_id: cart.id }).length > 0;
}
