import type { CartLine, Discount, PricedCart } from '../../../domain/pricing/cart-types.ts';
import { priceCart } from '../../../domain/pricing/price-cart.ts';
import { resolveRates } from '../../../domain/tax/resolve-rates.ts';
import type { TaxRule } from '../../../domain/tax/tax-factors.ts';
import { type Settlement, settle, type TenderedPayment } from '../../../domain/tender/settle.ts';
import { minor, sum } from '../../../shared/values/money.ts';
import { quantityMilli } from '../../../shared/values/quantity.ts';
import type { QueryCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  type CartDiscountRow,
  type CartLineRow,
  type CartPaymentRow,
  type CartRateRow,
  type CartRow,
  getCart,
  listCartDiscounts,
  listCartLines,
  listCartPayments,
  listCartRates,
} from './cart.sql.ts';
import { dayOf, readShopFacts, type ShopFacts } from './shop-facts.ts';

/** All rows of one cart: gathered once, computed from, never looked up again within a call. */
export interface LoadedCart {
  readonly cart: CartRow;
  /** Without the removed ones. */
  readonly lines: readonly CartLineRow[];
  readonly discounts: readonly CartDiscountRow[];
  readonly payments: readonly CartPaymentRow[];
  readonly taxes: ReadonlyMap<string, readonly TaxRule[]>;
  readonly shop: ShopFacts;
  /** The day its prices are of: today, and for a cart that ended the day it ended on. */
  readonly businessDay: string;
}

/** What reading a cart needs of a call. */
export type CartReader = Pick<QueryCtx, 'db' | 'nowMs'>;

export function loadCart({ db, nowMs }: CartReader, cart: CartRow): LoadedCart {
  const shop = readShopFacts(db);
  const key = { cart_id: cart.id };
  const businessDay = ended(cart) ? cart.business_day : dayOf(shop, nowMs).businessDay;
  return {
    cart,
    lines: db.all(listCartLines, key),
    discounts: db.all(listCartDiscounts, key),
    payments: db.all(listCartPayments, key),
    taxes: readTaxes(db, cart, businessDay),
    shop,
    businessDay,
  };
}

/** A cart that is known to be there. */
export function loadCartById(ctx: CartReader, cartId: string): LoadedCart {
  const cart = ctx.db.get(getCart, { id: cartId });
  if (!cart) throw new Error(`no cart ${cartId}`);
  return loadCart(ctx, cart);
}

/** Amounts of a loaded cart; lines stand in the cart's order. */
export function priceLoaded({ lines, discounts, taxes, shop }: LoadedCart): PricedCart {
  return priceCart({
    currency: shop.currency,
    taxMode: shop.taxMode,
    taxRounding: shop.taxRounding,
    lines: lines.map(
      (line): CartLine => ({
        lineId: line.id,
        unitPriceMinor: minor(line.unit_price_minor),
        quantityMilli: quantityMilli(line.quantity_milli),
        measured: line.unit !== 'each',
        discounts: discounts.filter((row) => row.line_id === line.id).map(toDiscount),
        taxes: taxes.get(line.tax_category_id) ?? [],
      }),
    ),
    orderDiscounts: discounts.filter((row) => row.line_id === null).map(toDiscount),
  });
}

/** Amounts of a stored cart, whatever its state; lines as its view has them. */
export function priceStoredCart(ctx: CartReader, cartId: string): PricedCart {
  return priceLoaded(loadCartById(ctx, cartId));
}

/** What has been paid and what is left (R8–R10). Null when payments other than cash go past the total: prices or taxes
 *  changed underneath, and one of them must be taken back first. */
export function settlePayments(
  shop: ShopFacts,
  totalMinor: number,
  payments: readonly Pick<CartPaymentRow, 'kind' | 'amount_minor'>[],
): Settlement | null {
  const settled = settle({
    totalMinor: minor(totalMinor),
    payments: payments.map(toTendered),
    cashStepMinor: shop.cash.stepMinor,
    cashTie: shop.cash.tie,
  });
  return settled.ok ? settled.value : null;
}

/** The rest in cash, after rounding: what is due in cash less the cash given already. */
export function cashStillDue(
  settlement: Settlement,
  payments: readonly Pick<CartPaymentRow, 'kind' | 'amount_minor'>[],
): number {
  if (settlement.complete) return 0;
  const cash = payments.filter((row) => row.kind === 'cash').map((row) => minor(row.amount_minor));
  return Math.max(0, settlement.cashDueMinor - sum(cash));
}

function ended(cart: CartRow): boolean {
  return cart.state === 'voided' || cart.state === 'closed';
}

function toDiscount(row: Pick<CartDiscountRow, 'kind' | 'value'>): Discount {
  return row.kind === 'percent'
    ? { kind: 'percent', ppm: row.value }
    : { kind: 'amount', amountMinor: minor(row.value) };
}

function toTendered(row: Pick<CartPaymentRow, 'kind' | 'amount_minor'>): TenderedPayment {
  const kind = row.kind === 'cash' || row.kind === 'card' ? row.kind : 'other';
  return { kind, amountMinor: minor(row.amount_minor) };
}

/** What each tax category charges on the day of the sale, in its context (R40). */
function readTaxes(db: ReadableDb, cart: CartRow, day: string): ReadonlyMap<string, readonly TaxRule[]> {
  const rates = db
    .all(listCartRates, { cart_id: cart.id })
    .map((row) => ({ ...row, validFrom: row.valid_from }));
  const byCategory = Map.groupBy(rates, (rate) => rate.tax_category_id);
  return new Map(
    [...byCategory].map(([id, all]) => [id, resolveRates(all, day, cart.tax_context).map(toRule)]),
  );
}

function toRule(row: CartRateRow): TaxRule {
  const { id: rateId, jurisdiction, name, rate_ppm: ratePpm, sequence } = row;
  return { rateId, jurisdiction, name, ratePpm, sequence, compound: row.compound === 1 };
}
