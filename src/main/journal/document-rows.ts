import type {
  ClosedDocument,
  DocumentAdjustment,
  DocumentLine,
  DocumentPayment,
} from '../../domain/document/closed-document.ts';
import type { LineTax } from '../../domain/pricing/cart-types.ts';
import { minor } from '../../shared/values/money.ts';
import type { ReadableDb, WritableDb } from '../storage/sql.ts';
import {
  type AdjustmentRow,
  type DocumentRow,
  getDocument,
  insertAdjustment,
  insertDocument,
  insertLine,
  insertPayment,
  insertTax,
  type LineRow,
  listAdjustments,
  listLines,
  listPayments,
  listTaxes,
  type PaymentRow,
  type TaxRow,
} from './document.sql.ts';
import { listImportedLines } from './imported-lines.sql.ts';
import { traceColumns, traceOf } from './line-trace.ts';

/** A closed document as its rows say, whole; null when there is none. Written and read here and nowhere else, so that
 *  what the journal signed can be built again from the rows. */
export function findDocument(db: ReadableDb, id: string): ClosedDocument | null {
  const row = db.get(getDocument, { id });
  if (!row) return null;
  const key = { document_id: id };
  const adjustments = Map.groupBy(db.all(listAdjustments, key), (adjustment) => adjustment.line_id);
  const taxes = Map.groupBy(db.all(listTaxes, key), (tax) => tax.line_id);
  const lines = listLineRows(db, id).map((line) =>
    toLine(line, adjustments.get(line.id) ?? [], taxes.get(line.id) ?? []),
  );
  return toDocument(row, lines, db.all(listPayments, key).map(toPayment));
}

/** A document that was closed here has lines of its own; one of imported history never has. */
function listLineRows(db: ReadableDb, document_id: string): readonly LineRow[] {
  const lines = db.all(listLines, { document_id });
  return lines.length > 0 ? lines : db.all(listImportedLines, { document_id });
}

export function storeDocument(db: WritableDb, document: ClosedDocument): void {
  db.runOne(insertDocument, fromDocument(document));
  for (const line of document.lines) storeLine(db, document.id, line);
  for (const payment of document.payments) db.runOne(insertPayment, fromPayment(payment, document.id));
}

function storeLine(db: WritableDb, document_id: string, line: DocumentLine): void {
  const key = { document_id, line_id: line.id };
  db.runOne(insertLine, { document_id, ...fromLine(line) });
  for (const adjustment of line.adjustments)
    db.runOne(insertAdjustment, { ...key, ...fromAdjustment(adjustment) });
  for (const tax of line.taxes) db.runOne(insertTax, { ...key, ...fromTax(tax) });
}

function toDocument(
  row: DocumentRow,
  lines: readonly DocumentLine[],
  payments: readonly DocumentPayment[],
): ClosedDocument {
  return {
    id: row.id,
    kind: row.kind,
    registerId: row.register_id,
    registerName: row.register_name,
    fiscalNumber: row.fiscal_number,
    seriesNumber: row.series_number,
    orderNumber: row.order_number,
    cartId: row.cart_id,
    originalDocumentId: row.original_document_id,
    deviceId: row.device_id,
    staffId: row.staff_id,
    approverId: row.approver_id,
    customerId: row.customer_id,
    currency: row.currency,
    currencyExponent: row.currency_exponent,
    taxMode: row.tax_mode,
    taxRounding: row.tax_rounding,
    closedAtMs: row.closed_at_ms,
    zoneOffsetMinutes: row.zone_offset_minutes,
    businessDay: row.business_day,
    itemCount: row.item_count,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    roundingMinor: row.rounding_minor,
    changeMinor: row.change_minor,
    costMinor: row.cost_minor,
    reason: row.reason,
    ...(row.tax_context === 'default' ? {} : { taxContext: row.tax_context }),
    lines,
    payments,
  };
}

function fromDocument(document: ClosedDocument): DocumentRow {
  return {
    id: document.id,
    kind: document.kind,
    register_id: document.registerId,
    register_name: document.registerName,
    fiscal_number: document.fiscalNumber,
    series_number: document.seriesNumber,
    order_number: document.orderNumber,
    cart_id: document.cartId,
    original_document_id: document.originalDocumentId,
    device_id: document.deviceId,
    staff_id: document.staffId,
    approver_id: document.approverId,
    customer_id: document.customerId,
    currency: document.currency,
    currency_exponent: document.currencyExponent,
    tax_mode: document.taxMode,
    tax_rounding: document.taxRounding,
    closed_at_ms: document.closedAtMs,
    zone_offset_minutes: document.zoneOffsetMinutes,
    business_day: document.businessDay,
    item_count: document.itemCount,
    subtotal_minor: document.subtotalMinor,
    discount_minor: document.discountMinor,
    tax_minor: document.taxMinor,
    total_minor: document.totalMinor,
    rounding_minor: document.roundingMinor,
    change_minor: document.changeMinor,
    cost_minor: document.costMinor,
    reason: document.reason,
    tax_context: document.taxContext ?? 'default',
  };
}

function toLine(row: LineRow, adjustments: readonly AdjustmentRow[], taxes: readonly TaxRow[]): DocumentLine {
  return {
    id: row.id,
    position: row.position,
    productId: row.product_id,
    name: row.name,
    sku: row.sku,
    barcode: row.barcode,
    categoryId: row.category_id,
    unit: row.unit,
    quantityMilli: row.quantity_milli,
    unitPriceMinor: row.unit_price_minor,
    shelfPriceMinor: row.shelf_price_minor,
    grossMinor: row.gross_minor,
    payableMinor: row.payable_minor,
    netMinor: row.net_minor,
    costMinor: row.cost_minor,
    taxCategoryId: row.tax_category_id,
    taxCategoryName: row.tax_category_name,
    note: row.note,
    originalLineId: row.original_line_id,
    ...traceOf(row),
    adjustments: adjustments.map(toAdjustment),
    taxes: taxes.map(toTax),
  };
}

function fromLine(line: DocumentLine): Omit<LineRow, 'document_id'> {
  return {
    id: line.id,
    position: line.position,
    product_id: line.productId,
    name: line.name,
    sku: line.sku,
    barcode: line.barcode,
    category_id: line.categoryId,
    unit: line.unit,
    quantity_milli: line.quantityMilli,
    unit_price_minor: line.unitPriceMinor,
    shelf_price_minor: line.shelfPriceMinor,
    gross_minor: line.grossMinor,
    payable_minor: line.payableMinor,
    net_minor: line.netMinor,
    cost_minor: line.costMinor,
    tax_category_id: line.taxCategoryId,
    tax_category_name: line.taxCategoryName,
    note: line.note,
    original_line_id: line.originalLineId,
    ...traceColumns(line.trace),
  };
}

function toAdjustment(row: AdjustmentRow): DocumentAdjustment {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    sourceId: row.source_id,
    ppm: row.ppm,
    amountMinor: row.amount_minor,
    reason: row.reason,
    staffId: row.staff_id,
    approverId: row.approver_id,
  };
}

function fromAdjustment(row: DocumentAdjustment): Omit<AdjustmentRow, 'document_id' | 'line_id'> {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    source_id: row.sourceId,
    ppm: row.ppm,
    amount_minor: row.amountMinor,
    reason: row.reason,
    staff_id: row.staffId,
    approver_id: row.approverId,
  };
}

function toTax(row: TaxRow): LineTax {
  return {
    rateId: row.rate_id,
    jurisdiction: row.jurisdiction,
    name: row.name,
    ratePpm: row.rate_ppm,
    sequence: row.sequence,
    compound: row.compound === 1,
    baseMinor: minor(row.base_minor),
    amountMinor: minor(row.amount_minor),
  };
}

function fromTax(tax: LineTax): Omit<TaxRow, 'document_id' | 'line_id'> {
  return {
    sequence: tax.sequence,
    rate_id: tax.rateId,
    jurisdiction: tax.jurisdiction,
    name: tax.name,
    rate_ppm: tax.ratePpm,
    compound: tax.compound ? 1 : 0,
    base_minor: tax.baseMinor,
    amount_minor: tax.amountMinor,
  };
}

function toPayment(row: PaymentRow): DocumentPayment {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    label: row.label,
    amountMinor: row.amount_minor,
    tenderedMinor: row.tendered_minor,
    changeMinor: row.change_minor,
    roundingMinor: row.rounding_minor,
    reference: row.reference,
    originalPaymentId: row.original_payment_id,
  };
}

function fromPayment(payment: DocumentPayment, documentId: string): PaymentRow {
  return {
    id: payment.id,
    document_id: documentId,
    position: payment.position,
    kind: payment.kind,
    label: payment.label,
    amount_minor: payment.amountMinor,
    tendered_minor: payment.tenderedMinor,
    change_minor: payment.changeMinor,
    rounding_minor: payment.roundingMinor,
    reference: payment.reference,
    original_payment_id: payment.originalPaymentId,
  };
}
