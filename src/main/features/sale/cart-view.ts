import type { LineAdjustment, PricedCart, PricedLine } from '../../../domain/pricing/cart-types.ts';
import { quickCashAmounts } from '../../../domain/tender/quick-cash.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import { minor, sum } from '../../../shared/values/money.ts';
import { traceOf } from '../../journal/line-trace.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { Unit } from '../product/sellable.ts';
import { ageCheckOf } from './age-check.ts';
import { type CartDiscountRow, type CartLineRow, type CartRow, findOpenCart, lastVisit } from './cart.sql.ts';
import {
  type CartReader,
  cashStillDue,
  type LoadedCart,
  loadCart,
  loadCartById,
  priceLoaded,
  settlePayments,
} from './load-cart.ts';
import { findShortages } from './stock-policy.ts';

export type SaleView = CallAnswer<'sale.get'>;
type CartSummary = CallAnswer<'sale.listCarts'>[number];
type LineView = SaleView['lines'][number];

/** A cart as the till shows it, fresh from its rows. */
export function viewSale(ctx: CartReader, cartId: string): SaleView {
  return viewLoaded(ctx, loadCartById(ctx, cartId));
}

export function viewOpenSale(ctx: CartReader, deviceId: string): SaleView | null {
  const cart = ctx.db.get(findOpenCart, { device_id: deviceId });
  return cart ? viewCart(ctx, cart) : null;
}

export function viewCart(ctx: CartReader, row: CartRow): SaleView {
  return viewLoaded(ctx, loadCart(ctx, row));
}

export function viewLoaded(ctx: CartReader, loaded: LoadedCart): SaleView {
  const priced = priceLoaded(loaded);
  const { cart, shop } = loaded;
  return {
    id: cart.id,
    orderNumber: cart.order_number,
    kind: cart.kind,
    state: cart.state,
    label: cart.label,
    staff: { id: cart.staff_id, name: cart.staff_name },
    deviceId: cart.device_id,
    deviceName: cart.device_name,
    customer: viewCustomer(ctx.db, cart),
    currency: shop.currency,
    currencyExponent: shop.currencyExponent,
    taxMode: shop.taxMode,
    taxContext: cart.tax_context,
    ...viewLines(loaded, priced),
    itemCount: priced.itemCount,
    subtotalMinor: priced.subtotalMinor,
    discountMinor: priced.discountMinor,
    taxMinor: priced.taxMinor,
    totalMinor: priced.totalMinor,
    taxSummary: [...priced.taxSummary],
    ...viewTenders(loaded, priced),
    ageCheck: ageCheckOf(cart, loaded.lines, loaded.businessDay),
    createdAtMs: cart.created_at_ms,
    updatedAtMs: cart.updated_at_ms,
    version: cart.version,
  };
}

/** A line of the list of carts, or null for a cart with nothing in it. */
export function summariseCart(ctx: CartReader, cart: CartRow): CartSummary | null {
  const loaded = loadCart(ctx, cart);
  if (loaded.lines.length === 0) return null;
  const priced = priceLoaded(loaded);
  return {
    id: cart.id,
    orderNumber: cart.order_number,
    label: cart.label,
    state: cart.state === 'held' ? 'held' : 'open',
    staffName: cart.staff_name,
    deviceId: cart.device_id,
    deviceName: cart.device_name,
    customerName: cart.customer_name,
    itemCount: priced.itemCount,
    totalMinor: priced.totalMinor,
    updatedAtMs: cart.updated_at_ms,
  };
}

function viewCustomer(db: ReadableDb, cart: CartRow): SaleView['customer'] {
  if (cart.customer_id === null) return null;
  const visit = db.get(lastVisit, { customer_id: cart.customer_id });
  return {
    id: cart.customer_id,
    name: cart.customer_name ?? '',
    phone: cart.customer_phone,
    lastVisitAtMs: visit?.at_ms ?? null,
  };
}

function viewLines(loaded: LoadedCart, priced: PricedCart): Pick<SaleView, 'lines' | 'discounts'> {
  const shortages = loaded.cart.kind === 'training' ? new Map<string, number>() : findShortages(loaded.lines);
  const adjustments = priced.lines.flatMap((line) => line.adjustments);
  return {
    lines: loaded.lines.map((row, index) => ({
      ...viewLine(row, priced.lines[index]!),
      discounts: viewDiscounts(
        loaded.discounts.filter((discount) => discount.line_id === row.id),
        priced.lines[index]!.adjustments.filter((adjustment) => adjustment.kind === 'lineDiscount'),
      ),
      notices: viewNotices(row, shortages.get(row.product_id), loaded.businessDay),
    })),
    discounts: viewDiscounts(
      loaded.discounts.filter((discount) => discount.line_id === null),
      adjustments.filter((adjustment) => adjustment.kind === 'orderDiscount'),
    ),
  };
}

function viewLine(row: CartLineRow, priced: PricedLine): Omit<LineView, 'discounts' | 'notices'> {
  return {
    id: row.id,
    productId: row.product_id,
    name: row.name,
    sku: row.sku,
    unit: row.unit as Unit,
    quantityMilli: row.quantity_milli,
    unitPriceMinor: row.unit_price_minor,
    shelfPriceMinor: row.shelf_price_minor === row.unit_price_minor ? null : row.shelf_price_minor,
    grossMinor: priced.grossBeforeMinor,
    payableMinor: priced.payableMinor,
    note: row.note,
    trace: traceOf(row).trace ?? null,
    imageId: row.image_id,
  };
}

/** `amountMinor` is what the discount takes off in all, ≥ 0. */
function viewDiscounts(
  rows: readonly CartDiscountRow[],
  adjustments: readonly LineAdjustment[],
): SaleView['discounts'] {
  return rows.map((row, index) => {
    const taken = adjustments.filter((adjustment) => adjustment.sourceIndex === index);
    return {
      id: row.id,
      kind: row.kind,
      ppm: row.kind === 'percent' ? row.value : null,
      amountMinor: Math.abs(sum(taken.map((adjustment) => adjustment.amountMinor))),
      reason: row.reason,
    };
  });
}

function viewNotices(row: CartLineRow, onHandMilli: number | undefined, today: string): LineView['notices'] {
  const notices: LineView['notices'] = [];
  if (onHandMilli !== undefined) notices.push({ kind: 'stockShort', onHandMilli });
  if (row.current_price_minor !== row.shelf_price_minor)
    notices.push({ kind: 'priceChanged', newPriceMinor: row.current_price_minor });
  if (row.expires_on !== null && row.expires_on < today)
    notices.push({ kind: 'expired', day: row.expires_on });
  if (row.best_before !== null && row.best_before < today)
    notices.push({ kind: 'pastBestBefore', day: row.best_before });
  if (row.label_doubtful === 1) notices.push({ kind: 'labelDoubtful' });
  return notices;
}

type Tenders = Pick<
  SaleView,
  'payments' | 'paidMinor' | 'remainingMinor' | 'cashDueMinor' | 'quickCashMinor'
>;

function viewTenders({ payments, shop }: LoadedCart, priced: PricedCart): Tenders {
  const settlement = settlePayments(shop, priced.totalMinor, payments);
  const cashDueMinor = settlement ? cashStillDue(settlement, payments) : 0;
  return {
    payments: payments.map((row) => ({
      id: row.id,
      kind: row.kind,
      label: row.label,
      amountMinor: row.amount_minor,
      reference: row.reference,
    })),
    paidMinor: sum(payments.map((row) => minor(row.amount_minor))),
    remainingMinor: settlement?.remainingMinor ?? 0,
    cashDueMinor,
    quickCashMinor: quickCashAmounts(minor(cashDueMinor), shop.currency, shop.cash.stepMinor),
  };
}
