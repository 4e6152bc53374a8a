import { err, ok } from '../../../shared/result.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { addProduct } from './add-to-cart.ts';
import { countHeld, getCart, listOtherCarts } from './cart.sql.ts';
import { setDiscount, setLineDiscount } from './cart-discounts.ts';
import { removeLine, restoreLine, setLineNote, setPrice, setQuantity } from './cart-lines.ts';
import { addPayment, previewPayment, removePayment } from './cart-payments.ts';
import { hold, recall, setCustomer, setTraining, takeOver, voidSale } from './cart-states.ts';
import { summariseCart, viewCart, viewOpenSale } from './cart-view.ts';
import { completeSale } from './complete-sale.ts';
import { scanBarcode } from './scan-code.ts';

export const saleHandlers: FeatureHandlers<'sale'> = {
  getOpen: ({ db, device }) =>
    ok({ sale: viewOpenSale(db, device.id), heldCount: db.get(countHeld, {})?.n ?? 0 }),
  get: ({ db }, { saleId }) => {
    const cart = db.get(getCart, { id: saleId });
    return cart ? ok(viewCart(db, cart)) : err({ code: 'sale.unknown' });
  },
  listCarts: ({ db, device }) => {
    const carts = db.all(listOtherCarts, { device_id: device.id });
    return ok(carts.map((cart) => summariseCart(db, cart)).filter((summary) => summary !== null));
  },
  scanBarcode,
  addProduct,
  setQuantity,
  removeLine,
  restoreLine,
  setPrice,
  setLineDiscount,
  setDiscount,
  setLineNote,
  setCustomer,
  setTraining,
  hold,
  recall,
  takeOver,
  void: voidSale,
  addPayment,
  previewPayment,
  removePayment,
  complete: completeSale,
};
