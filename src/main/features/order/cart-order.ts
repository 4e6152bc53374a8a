import type { PricedLine } from '../../../domain/pricing/cart-types.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { type SaleView, viewSale } from '../sale/cart-view.ts';
import { type CartReader, priceStoredCart } from '../sale/load-cart.ts';
import { getUnclosedCart, type OrderCartRow } from './order.sql.ts';
import { cartTimeline, staffNames } from './timeline.ts';

type OrderView = CallAnswer<'order.get'>;
type Summary = CallAnswer<'order.list'>['rows'][number];

/** A cart that never became a document, as a row of the list; null when there is none. */
export function cartSummary(db: ReadableDb, id: string): Summary | null {
  const row = db.get(getUnclosedCart, { id });
  return row ? summarise(row, viewSale(asOf(db, row), id)) : null;
}

/** The same whole: what lay in it, at the prices of then. */
export function viewCartOrder(db: ReadableDb, id: string): OrderView | null {
  const row = db.get(getUnclosedCart, { id });
  if (!row) return null;
  const sale = viewSale(asOf(db, row), id);
  const priced = priceStoredCart(asOf(db, row), id);
  return {
    ...summarise(row, sale),
    currency: sale.currency,
    currencyExponent: sale.currencyExponent,
    taxMode: sale.taxMode,
    taxContext: sale.taxContext,
    customerId: sale.customer?.id ?? null,
    reason: row.void_reason || null,
    lines: sale.lines.map((line, index) => viewLine(line, priced.lines[index]!)),
    payments: [],
    subtotalMinor: sale.subtotalMinor,
    discountMinor: sale.discountMinor,
    taxMinor: sale.taxMinor,
    roundingMinor: 0,
    changeMinor: 0,
    taxSummary: sale.taxSummary,
    original: null,
    refunds: [],
    copiesPrinted: 0,
    journal: null,
    timeline: cartTimeline(db, id, staffNames(db)),
  };
}

/** An unclosed cart is shown as it was when somebody last touched it. */
function asOf(db: ReadableDb, row: OrderCartRow): CartReader {
  return { db, nowMs: row.updated_at_ms };
}

function summarise(row: OrderCartRow, sale: SaleView): Summary {
  return {
    id: row.id,
    kind: 'cart',
    state: row.state === 'held' || row.state === 'open' ? row.state : 'voided',
    number: '',
    orderNumber: sale.orderNumber,
    atMs: row.updated_at_ms,
    zoneOffsetMinutes: row.zone_offset_minutes,
    businessDay: row.business_day,
    staff: sale.staff,
    customerName: sale.customer?.name ?? null,
    registerName: row.register_name,
    imported: false,
    itemCount: sale.itemCount,
    totalMinor: sale.totalMinor,
    tenders: [],
  };
}

/** Nothing was sold, so there is no cent to explain. */
function viewLine(line: SaleView['lines'][number], priced: PricedLine): OrderView['lines'][number] {
  return {
    id: line.id,
    productId: line.productId,
    name: line.name,
    sku: line.sku,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    unitPriceMinor: line.unitPriceMinor,
    shelfPriceMinor: line.shelfPriceMinor,
    grossMinor: line.grossMinor,
    payableMinor: line.payableMinor,
    netMinor: priced.netMinor,
    note: line.note,
    trace: line.trace,
    adjustments: line.discounts.map((discount) => ({
      kind: 'lineDiscount',
      amountMinor: 0 - discount.amountMinor,
      ppm: discount.ppm,
      reason: discount.reason,
      staffName: null,
      approverName: null,
    })),
    taxes: priced.taxes.map(({ amountMinor, ...tax }) => ({ ...tax, taxMinor: amountMinor })),
    explanation: [],
  };
}
