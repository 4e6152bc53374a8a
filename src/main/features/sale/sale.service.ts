import { err, ok } from '../../../shared/result.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { addProduct } from './add-to-cart.ts';
import { allowOversell } from './allow-oversell.ts';
import { answerAge } from './answer-age.ts';
import { countHeld, getCart, listOtherCarts } from './cart.sql.ts';
import { setDiscount, setLineDiscount } from './cart-discounts.ts';
import { removeLine, restoreLine, setLineNote, setPrice, setQuantity } from './cart-lines.ts';
import { addPayment, previewPayment, removePayment } from './cart-payments.ts';
import { hold, recall, setCustomer, setTaxContext, setTraining, takeOver, voidSale } from './cart-states.ts';
import { summariseCart, viewCart, viewOpenSale } from './cart-view.ts';
import { completeSale } from './complete-sale.ts';
import { scanBarcode } from './scan-code.ts';

export const saleHandlers: FeatureHandlers<'sale'> = {
  getOpen: (ctx) =>
    ok({ sale: viewOpenSale(ctx, ctx.device.id), heldCount: ctx.db.get(countHeld, {})?.n ?? 0 }),
  get: (ctx, { saleId }) => {
    const cart = ctx.db.get(getCart, { id: saleId });
    return cart ? ok(viewCart(ctx, cart)) : err({ code: 'sale.unknown' });
  },
  listCarts: (ctx) => {
    const carts = ctx.db.all(listOtherCarts, { device_id: ctx.device.id });
    return ok(carts.map((cart) => summariseCart(ctx, cart)).filter((summary) => summary !== null));
  },
  scanBarcode,
  addProduct,
  allowOversell,
  setQuantity,
  removeLine,
  restoreLine,
  setPrice,
  setLineDiscount,
  setDiscount,
  setLineNote,
  setCustomer,
  answerAge,
  setTraining,
  setTaxContext,
  hold,
  recall,
  takeOver,
  void: voidSale,
  addPayment,
  previewPayment,
  removePayment,
  complete: completeSale,
};
