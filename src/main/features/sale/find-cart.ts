import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type CartRow, findOpenCart, getCart, insertCart, listCartPayments, touchCart } from './cart.sql.ts';
import { takeNextNumber } from './register-numbers.ts';
import { dayOf, readRegisterFacts, readShopFacts } from './shop-facts.ts';

export type CartRefusal = AppError<'sale.unknown' | 'sale.closed' | 'sale.otherDevice'>;

/** The open cart of this device that a call names. A held cart has to be recalled first. */
export function findOwnCart(ctx: QueryCtx, saleId: string): Result<CartRow, CartRefusal> {
  const cart = ctx.db.get(getCart, { id: saleId });
  if (!cart) return err({ code: 'sale.unknown' });
  if (cart.state !== 'open') return err({ code: 'sale.closed', data: { state: cart.state } });
  if (cart.device_id !== ctx.device.id)
    return err({
      code: 'sale.otherDevice',
      data: { deviceId: cart.device_id, deviceName: cart.device_name },
    });
  return ok(cart);
}

/** As findOwnCart; without an id this device's open cart, which is opened if there is none. */
export function findOrOpenCart(ctx: CommandCtx, saleId: string | null): Result<CartRow, CartRefusal> {
  if (saleId !== null) return findOwnCart(ctx, saleId);
  return ok(ctx.db.get(findOpenCart, { device_id: ctx.device.id }) ?? openCart(ctx));
}

/** Once something has been paid, what it was paid for stands still. */
export function refuseWhenPaid(ctx: CommandCtx, cart: CartRow): Result<null, AppError<'sale.paymentsTaken'>> {
  const paid = ctx.db.all(listCartPayments, { cart_id: cart.id }).length > 0;
  return paid ? err({ code: 'sale.paymentsTaken' }) : ok(null);
}

/** Ends every change of a cart: its version and time move on, and the pages are told. */
export function noteChange(ctx: CommandCtx, cartId: string): void {
  ctx.db.runOne(touchCart, { id: cartId, now_ms: ctx.nowMs });
  ctx.changed('sale', cartId);
}

function openCart(ctx: CommandCtx): CartRow {
  const register = readRegisterFacts(ctx.db, ctx.device.registerId);
  const day = dayOf(readShopFacts(ctx.db), ctx.nowMs);
  const id = ctx.newId();
  ctx.db.runOne(insertCart, {
    id,
    order_number: takeNextNumber(ctx.db, register, 'order').text,
    register_id: register.id,
    device_id: ctx.device.id,
    staff_id: ctx.staff.id,
    now_ms: ctx.nowMs,
    business_day: day.businessDay,
    zone_offset_minutes: day.zoneOffsetMinutes,
  });
  return ctx.db.get(getCart, { id })!;
}
