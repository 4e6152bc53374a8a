import type { CartLine, Discount, PricedCart } from '../../../domain/pricing/cart-types.ts';
import { priceCart } from '../../../domain/pricing/price-cart.ts';
import type { TaxRule } from '../../../domain/tax/tax-factors.ts';
import { type Settlement, settle, type TenderedPayment } from '../../../domain/tender/settle.ts';
import { minor, sum } from '../../../shared/values/money.ts';
import { quantityMilli } from '../../../shared/values/quantity.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  type CartDiscountRow,
  type CartLineRow,
  type CartPaymentRow,
  type CartRow,
  getCart,
  listCartDiscounts,
  listCartLines,
  listCartPayments,
  listCartRates,
} from './cart.sql.ts';
import { readShopFacts, type ShopFacts } from './shop-facts.ts';

/** All rows of one cart: gathered once, computed from, never looked up again within a call. */
export interface LoadedCart {
  readonly cart: CartRow;
  /** Without the removed ones. */
  readonly lines: readonly CartLineRow[];
  readonly discounts: readonly CartDiscountRow[];
  readonly payments: readonly CartPaymentRow[];
  readonly taxes: ReadonlyMap<string, readonly TaxRule[]>;
  readonly shop: ShopFacts;
}

export function loadCart(db: ReadableDb, cart: CartRow): LoadedCart {
  const key = { cart_id: cart.id };
  return {
    cart,
    lines: db.all(listCartLines, key),
    discounts: db.all(listCartDiscounts, key),
    payments: db.all(listCartPayments, key),
    taxes: readTaxes(db, cart.id),
    shop: readShopFacts(db),
  };
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
        discounts: discounts.filter((row) => row.line_id === line.id).map(toDiscount),
        taxes: taxes.get(line.tax_category_id) ?? [],
      }),
    ),
    orderDiscounts: discounts.filter((row) => row.line_id === null).map(toDiscount),
  });
}

/** Amounts of a stored cart, whatever its state; lines as its view has them. */
export function priceStoredCart(db: ReadableDb, cartId: string): PricedCart {
  const cart = db.get(getCart, { id: cartId });
  if (!cart) throw new Error(`no cart ${cartId}`);
  return priceLoaded(loadCart(db, cart));
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

function toDiscount(row: Pick<CartDiscountRow, 'kind' | 'value'>): Discount {
  return row.kind === 'percent'
    ? { kind: 'percent', ppm: row.value }
    : { kind: 'amount', amountMinor: minor(row.value) };
}

function toTendered(row: Pick<CartPaymentRow, 'kind' | 'amount_minor'>): TenderedPayment {
  const kind = row.kind === 'cash' || row.kind === 'card' ? row.kind : 'other';
  return { kind, amountMinor: minor(row.amount_minor) };
}

function readTaxes(db: ReadableDb, cartId: string): ReadonlyMap<string, readonly TaxRule[]> {
  const rules = new Map<string, TaxRule[]>();
  for (const row of db.all(listCartRates, { cart_id: cartId })) {
    const { id: rateId, jurisdiction, name, rate_ppm: ratePpm, sequence } = row;
    const rule = { rateId, jurisdiction, name, ratePpm, sequence, compound: row.compound === 1 };
    rules.set(row.tax_category_id, [...(rules.get(row.tax_category_id) ?? []), rule]);
  }
  return rules;
}
