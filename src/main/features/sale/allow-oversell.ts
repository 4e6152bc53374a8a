import { err } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { findSellable } from '../product/sellable.ts';
import { insertOversold } from './cart.sql.ts';
import { auditCart } from './cart-lines.ts';
import { findOrOpenCart } from './find-cart.ts';
import { type Answer, answerSale, type Input } from './sale-answers.ts';

/** The role's override of a product that blocks below zero (R25): for this product in this cart, on record with who and,
 *  where a colleague lent the permission, with the approver. */
export function allowOversell(
  ctx: CommandCtx,
  input: Input<'sale.allowOversell'>,
): Answer<'sale.allowOversell'> {
  const product = findSellable(ctx.db, input.productId);
  if (!product) return err({ code: 'product.unknown' });
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  ctx.db.run(insertOversold, { cart_id: cart.value.id, product_id: product.id });
  auditCart(ctx, cart.value, 'sale.oversellAllowed', {
    after: { productId: product.id, name: product.name },
  });
  return answerSale(ctx, cart.value.id);
}
