import type { DraftAdjustment } from '../../../domain/document/closed-document.ts';
import { type HandedOver, paymentRows } from '../../../domain/document/payment-rows.ts';
import type { LineAdjustment, PricedCart, PricedLine } from '../../../domain/pricing/cart-types.ts';
import { lineGross } from '../../../domain/pricing/price-cart.ts';
import type { Settlement } from '../../../domain/tender/settle.ts';
import { minor, multiplyRatio } from '../../../shared/values/money.ts';
import { ONE_MILLI, quantityMilli } from '../../../shared/values/quantity.ts';
import { traceOf } from '../../journal/line-trace.ts';
import type { CartDiscountRow, CartLineRow } from './cart.sql.ts';
import type { DocumentDraft, DraftLine } from './close-document.ts';
import type { LoadedCart } from './load-cart.ts';

/** A cart, its prices and its settled tenders as the document they become. */
export function draftSale(
  loaded: LoadedCart,
  priced: PricedCart,
  paid: { readonly tenders: readonly HandedOver[]; readonly settlement: Settlement },
): DocumentDraft {
  const { cart, shop } = loaded;
  return {
    kind: cart.kind,
    orderNumber: cart.order_number,
    cartId: cart.id,
    originalDocumentId: null,
    customerId: cart.customer_id,
    currency: shop.currency,
    currencyExponent: shop.currencyExponent,
    taxMode: shop.taxMode,
    taxRounding: shop.taxRounding,
    taxContext: cart.tax_context,
    totals: priced,
    lines: loaded.lines.map((row, index) => draftLine(row, priced.lines[index]!, loaded.discounts)),
    payments: paymentRows(paid.tenders, paid.settlement),
    reason: '',
  };
}

function draftLine(row: CartLineRow, priced: PricedLine, discounts: readonly CartDiscountRow[]): DraftLine {
  return {
    priced,
    productId: row.product_id,
    name: row.name,
    sku: row.sku,
    barcode: row.barcode,
    categoryId: row.category_id,
    unit: row.unit,
    shelfPriceMinor: row.shelf_price_minor,
    costMinor: row.cost_minor === null ? null : costOf(row.cost_minor, row.quantity_milli),
    taxCategoryId: row.tax_category_id,
    taxCategoryName: row.tax_category_name,
    note: row.note,
    adjustments: [
      ...explainOverride(row, priced),
      ...priced.adjustments.map((adjustment) => signDiscount(row, adjustment, discounts)),
    ],
    originalLineId: null,
    ...traceOf(row),
    disposition: 'sold',
  };
}

/** What the override made of the line against its shelf price; see DocumentAdjustment. */
function explainOverride(row: CartLineRow, priced: PricedLine): DraftAdjustment[] {
  if (row.unit_price_minor === row.shelf_price_minor) return [];
  const shelf = lineGross({
    unitPriceMinor: minor(row.shelf_price_minor),
    quantityMilli: quantityMilli(row.quantity_milli),
  });
  return [
    {
      kind: 'priceOverride',
      sourceId: row.id,
      ppm: null,
      amountMinor: minor(priced.grossBeforeMinor - shelf),
      reason: row.price_reason ?? '',
      staffId: row.price_staff_id,
      approverId: row.price_approver_id,
    },
  ];
}

function signDiscount(
  row: CartLineRow,
  adjustment: LineAdjustment,
  discounts: readonly CartDiscountRow[],
): DraftAdjustment {
  const lineId = adjustment.kind === 'lineDiscount' ? row.id : null;
  const source = discounts.filter((discount) => discount.line_id === lineId)[adjustment.sourceIndex]!;
  return {
    kind: adjustment.kind,
    sourceId: source.id,
    ppm: adjustment.ppm,
    amountMinor: adjustment.amountMinor,
    reason: source.reason,
    staffId: source.staff_id,
    approverId: source.approver_id,
  };
}

/** Unit cost × quantity, rounded once as prices are. */
function costOf(unitCostMinor: number, quantity: number): number {
  return multiplyRatio(minor(unitCostMinor), quantity, ONE_MILLI, 'half-away-from-zero');
}
