import type { TraceColumns } from '../../journal/line-trace.ts';
import { modify, select } from '../../storage/sql.ts';

export type CartState = 'open' | 'held' | 'voided' | 'closed';

export interface CartRow {
  id: string;
  order_number: string;
  device_id: string;
  device_name: string;
  staff_id: string;
  staff_name: string;
  customer_id: string | null;
  customer_name: string | null;
  customer_phone: string | null;
  kind: 'sale' | 'training';
  state: CartState;
  label: string;
  created_at_ms: number;
  updated_at_ms: number;
  version: number;
  business_day: string;
  tax_context: 'default' | 'takeaway';
  /** The highest age confirmed for this cart's customer; 0: none. */
  confirmed_age: number;
}

const cartFrom = `SELECT c.id, c.order_number, c.device_id, d.name AS device_name, c.staff_id, s.name AS staff_name,
    c.customer_id, k.name AS customer_name, k.phone AS customer_phone, c.kind, c.state, c.label, c.created_at_ms,
    c.updated_at_ms, c.version, c.business_day, c.tax_context, c.confirmed_age
  FROM cart c JOIN device d ON d.id = c.device_id JOIN staff s ON s.id = c.staff_id
    LEFT JOIN customer k ON k.id = c.customer_id`;

export const getCart = select<{ id: string }, CartRow>(`${cartFrom} WHERE c.id = :id`);

export const findOpenCart = select<{ device_id: string }, CartRow>(
  `${cartFrom} WHERE c.device_id = :device_id AND c.state = 'open'`,
);

/** Held carts of the shop, and open carts of the other devices. */
export const listOtherCarts = select<{ device_id: string }, CartRow>(
  `${cartFrom} WHERE c.state = 'held' OR (c.state = 'open' AND c.device_id <> :device_id) ORDER BY c.updated_at_ms DESC, c.id`,
);

export const countHeld = select<Record<string, never>, { n: number }>(
  "SELECT count(*) AS n FROM cart WHERE state = 'held'",
);

export const insertCart = modify<{
  id: string;
  order_number: string;
  register_id: string;
  device_id: string;
  staff_id: string;
  now_ms: number;
  business_day: string;
  zone_offset_minutes: number;
}>(`INSERT INTO cart (id, order_number, register_id, device_id, staff_id, customer_id, kind, state, label, void_reason,
      created_at_ms, updated_at_ms, business_day, zone_offset_minutes, version)
    VALUES (:id, :order_number, :register_id, :device_id, :staff_id, NULL, 'sale', 'open', '', '',
      :now_ms, :now_ms, :business_day, :zone_offset_minutes, 1)`);

export const touchCart = modify<{ id: string; now_ms: number }>(
  'UPDATE cart SET updated_at_ms = :now_ms, version = version + 1 WHERE id = :id',
);

export const setCartCustomer = modify<{ id: string; customer_id: string | null }>(
  'UPDATE cart SET customer_id = :customer_id WHERE id = :id',
);

export const setCartTaxContext = modify<Pick<CartRow, 'id' | 'tax_context'>>(
  'UPDATE cart SET tax_context = :tax_context WHERE id = :id',
);

export const setConfirmedAge = modify<{ id: string; confirmed_age: number }>(
  'UPDATE cart SET confirmed_age = :confirmed_age WHERE id = :id',
);

export const setCartKind = modify<{ id: string; kind: 'sale' | 'training' }>(
  'UPDATE cart SET kind = :kind WHERE id = :id',
);

export const holdCart = modify<{ id: string; label: string }>(
  "UPDATE cart SET state = 'held', label = :label WHERE id = :id AND state = 'open'",
);

/** A cart given up counts for the day it was given up on. */
export const voidCart = modify<{
  id: string;
  reason: string;
  business_day: string;
  zone_offset_minutes: number;
}>(
  `UPDATE cart SET state = 'voided', void_reason = :reason, business_day = :business_day,
     zone_offset_minutes = :zone_offset_minutes
   WHERE id = :id AND state IN ('open', 'held')`,
);

export const closeCart = modify<{ id: string }>(
  "UPDATE cart SET state = 'closed' WHERE id = :id AND state = 'open'",
);

export const moveCart = modify<{ id: string; device_id: string; register_id: string; staff_id: string }>(
  `UPDATE cart SET state = 'open', device_id = :device_id, register_id = :register_id, staff_id = :staff_id
   WHERE id = :id AND state IN ('open', 'held')`,
);

export interface CartLineRow extends TraceColumns {
  id: string;
  product_id: string;
  name: string;
  sku: string | null;
  barcode: string | null;
  unit: string;
  unit_price_minor: number;
  shelf_price_minor: number;
  quantity_milli: number;
  tax_category_id: string;
  tax_category_name: string;
  cost_minor: number | null;
  note: string;
  price_reason: string | null;
  price_staff_id: string | null;
  price_approver_id: string | null;
  label_doubtful: number;
  /** Of the product as it is now. */
  category_id: string | null;
  image_id: string | null;
  current_price_minor: number | null;
  negative_stock: 'allow' | 'warn' | 'block';
  on_hand_milli: number;
  tracked: number;
  minimum_age: number | null;
  /** 1: may go below zero in this cart although its policy blocks that. */
  oversold: number;
}

const lineFrom = `SELECT l.id, l.product_id, l.name, l.sku, l.barcode, l.unit, l.unit_price_minor, l.shelf_price_minor,
    l.quantity_milli, l.tax_category_id, t.name AS tax_category_name, l.cost_minor, l.note, l.price_reason,
    l.price_staff_id, l.price_approver_id, l.label_code, l.batch, l.serial, l.expires_on, l.best_before,
    l.label_doubtful, p.category_id, p.image_id, p.price_minor AS current_price_minor,
    p.negative_stock, p.on_hand_milli, p.tracked, p.minimum_age,
    EXISTS (SELECT 1 FROM cart_oversold o WHERE o.cart_id = l.cart_id AND o.product_id = l.product_id) AS oversold
  FROM cart_line l JOIN product p ON p.id = l.product_id JOIN tax_category t ON t.id = l.tax_category_id`;

export const listCartLines = select<{ cart_id: string }, CartLineRow>(
  `${lineFrom} WHERE l.cart_id = :cart_id AND l.removed = 0 ORDER BY l.position`,
);

/** By the cart, never by the product: of a good seller there are lines in thousands of carts. */
export const listLinesOfProduct = select<{ cart_id: string; product_id: string }, CartLineRow>(
  `${lineFrom} WHERE l.cart_id = :cart_id AND +l.product_id = :product_id AND l.removed = 0 ORDER BY l.position`,
);

export const findRemovedLine = select<{ id: string; cart_id: string }, CartLineRow>(
  `${lineFrom} WHERE l.id = :id AND l.cart_id = :cart_id AND l.removed = 1`,
);

export const insertCartLine = modify<
  TraceColumns & {
    id: string;
    cart_id: string;
    product_id: string;
    name: string;
    sku: string | null;
    barcode: string | null;
    unit: string;
    unit_price_minor: number;
    shelf_price_minor: number;
    quantity_milli: number;
    tax_category_id: string;
    cost_minor: number | null;
    price_reason: string | null;
    label_doubtful: 0 | 1;
  }
>(`INSERT INTO cart_line (id, cart_id, position, product_id, name, sku, barcode, unit, unit_price_minor,
      shelf_price_minor, quantity_milli, tax_category_id, cost_minor, note, price_reason, price_staff_id,
      price_approver_id, removed, label_code, batch, serial, expires_on, best_before, label_doubtful)
    VALUES (:id, :cart_id, (SELECT coalesce(max(position), 0) + 1 FROM cart_line WHERE cart_id = :cart_id), :product_id,
      :name, :sku, :barcode, :unit, :unit_price_minor, :shelf_price_minor, :quantity_milli, :tax_category_id, :cost_minor,
      '', :price_reason, NULL, NULL, 0, :label_code, :batch, :serial, :expires_on, :best_before, :label_doubtful)`);

export const insertOversold = modify<{ cart_id: string; product_id: string }>(
  'INSERT INTO cart_oversold (cart_id, product_id) VALUES (:cart_id, :product_id) ON CONFLICT DO NOTHING',
);

export const setLineQuantity = modify<{ id: string; quantity_milli: number }>(
  'UPDATE cart_line SET quantity_milli = :quantity_milli WHERE id = :id',
);

export const setLineRemoved = modify<{ id: string; removed: 0 | 1 }>(
  'UPDATE cart_line SET removed = :removed WHERE id = :id',
);

export const setLinePrice = modify<{
  id: string;
  unit_price_minor: number;
  reason: string | null;
  staff_id: string | null;
  approver_id: string | null;
}>(`UPDATE cart_line SET unit_price_minor = :unit_price_minor, price_reason = :reason, price_staff_id = :staff_id,
      price_approver_id = :approver_id WHERE id = :id`);

export const setLineText = modify<{ id: string; note: string }>(
  'UPDATE cart_line SET note = :note WHERE id = :id',
);

export interface CartDiscountRow {
  id: string;
  line_id: string | null;
  kind: 'percent' | 'amount';
  /** ppm, or minor units. */
  value: number;
  reason: string;
  staff_id: string;
  approver_id: string | null;
}

export const listCartDiscounts = select<{ cart_id: string }, CartDiscountRow>(
  'SELECT id, line_id, kind, value, reason, staff_id, approver_id FROM cart_discount WHERE cart_id = :cart_id ORDER BY id',
);

/** Of one line, or with null the one of the whole sale. */
export const deleteCartDiscount = modify<{ cart_id: string; line_id: string | null }>(
  'DELETE FROM cart_discount WHERE cart_id = :cart_id AND line_id IS :line_id',
);

export const insertCartDiscount = modify<
  CartDiscountRow & { cart_id: string } & Record<string, string | number | null>
>(
  `INSERT INTO cart_discount (id, cart_id, line_id, kind, value, reason, staff_id, approver_id)
   VALUES (:id, :cart_id, :line_id, :kind, :value, :reason, :staff_id, :approver_id)`,
);

export interface CartPaymentRow {
  id: string;
  kind: 'cash' | 'card' | 'bankTransfer' | 'voucher' | 'other';
  label: string;
  amount_minor: number;
  reference: string | null;
}

export const listCartPayments = select<{ cart_id: string }, CartPaymentRow>(
  'SELECT id, kind, label, amount_minor, reference FROM cart_payment WHERE cart_id = :cart_id ORDER BY position',
);

export const insertCartPayment = modify<{
  id: string;
  cart_id: string;
  kind: string;
  label: string;
  amount_minor: number;
  reference: string | null;
  at_ms: number;
  staff_id: string;
}>(`INSERT INTO cart_payment (id, cart_id, position, kind, label, amount_minor, reference, at_ms, staff_id)
    VALUES (:id, :cart_id, (SELECT coalesce(max(position), 0) + 1 FROM cart_payment WHERE cart_id = :cart_id), :kind,
      :label, :amount_minor, :reference, :at_ms, :staff_id)`);

export const deleteCartPayment = modify<{ id: string; cart_id: string }>(
  'DELETE FROM cart_payment WHERE id = :id AND cart_id = :cart_id',
);

export interface CartRateRow {
  tax_category_id: string;
  id: string;
  name: string;
  jurisdiction: string;
  rate_ppm: number;
  sequence: number;
  compound: number;
  context: 'default' | 'takeaway';
  valid_from: string;
}

/** Every set of rates of every tax category the cart's lines have: which of them holds follows from day and context. */
export const listCartRates = select<{ cart_id: string }, CartRateRow>(
  `SELECT tax_category_id, id, name, jurisdiction, rate_ppm, sequence, compound, context, valid_from FROM tax_rate
   WHERE current = 1 AND tax_category_id IN (SELECT tax_category_id FROM cart_line WHERE cart_id = :cart_id)
   ORDER BY tax_category_id, sequence, id`,
);

export const findCustomer = select<{ id: string }, { id: string }>('SELECT id FROM customer WHERE id = :id');

export const lastVisit = select<{ customer_id: string }, { at_ms: number | null }>(
  `SELECT max(closed_at_ms) AS at_ms FROM document WHERE customer_id = :customer_id AND kind = 'sale'`,
);
