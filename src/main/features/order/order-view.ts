import type {
  ClosedDocument,
  DocumentLine,
  DocumentPayment,
} from '../../../domain/document/closed-document.ts';
import type { PricedLine } from '../../../domain/pricing/cart-types.ts';
import { totalLines } from '../../../domain/pricing/document-totals.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import { findDocument } from '../../journal/document-rows.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { viewCartOrder } from './cart-order.ts';
import { explainStored } from './explain-lines.ts';
import { getFiscalNumber, getJournalEntry, listIssues, listRefunds } from './order.sql.ts';
import { orderSummary } from './order-summary.ts';
import { toPricedLines } from './priced-lines.ts';
import { documentTimeline, type NameOf, staffNames } from './timeline.ts';

export type OrderView = CallAnswer<'order.get'>;
type PaymentView = OrderView['payments'][number];

/** A document with everything known of it, or a cart that never became one; null when there is neither. */
export function viewOrder(db: ReadableDb, id: string): OrderView | null {
  const document = findDocument(db, id);
  return document ? viewDocument(db, document) : viewCartOrder(db, id);
}

function viewDocument(db: ReadableDb, document: ClosedDocument): OrderView {
  const nameOf = staffNames(db);
  const priced = toPricedLines(document);
  const { originalDocumentId } = document;
  const summary = orderSummary(db, document.id)!;
  const payments = document.payments.map(viewPayment);
  return {
    ...summary,
    currency: document.currency,
    currencyExponent: document.currencyExponent,
    taxMode: document.taxMode,
    taxContext: document.taxContext ?? 'default',
    customerId: document.customerId,
    reason: document.reason || null,
    lines: document.lines.map((line, index) => viewLine(document, line, priced[index]!, nameOf)),
    payments: summary.imported
      ? payments.map((payment) => ({ ...payment, kind: 'unknown' as const }))
      : payments,
    subtotalMinor: document.subtotalMinor,
    discountMinor: document.discountMinor,
    taxMinor: document.taxMinor,
    roundingMinor: document.roundingMinor,
    changeMinor: document.changeMinor,
    taxSummary: [...totalLines(priced).taxSummary],
    original: originalDocumentId ? (db.get(getFiscalNumber, { id: originalDocumentId }) ?? null) : null,
    refunds: viewRefunds(db, document.id),
    copiesPrinted: db.all(listIssues, { document_id: document.id }).length,
    journal: db.get(getJournalEntry, { document_id: document.id }) ?? null,
    timeline: documentTimeline(db, document, nameOf),
  };
}

function viewLine(
  document: ClosedDocument,
  line: DocumentLine,
  priced: PricedLine,
  nameOf: NameOf,
): OrderView['lines'][number] {
  return {
    id: line.id,
    productId: line.productId,
    name: line.name,
    sku: line.sku,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    unitPriceMinor: line.unitPriceMinor,
    shelfPriceMinor: line.shelfPriceMinor === line.unitPriceMinor ? null : line.shelfPriceMinor,
    grossMinor: line.grossMinor,
    payableMinor: line.payableMinor,
    netMinor: line.netMinor,
    note: line.note,
    trace: line.trace ?? null,
    adjustments: line.adjustments.map((row) => ({
      kind: row.kind,
      amountMinor: row.amountMinor,
      ppm: row.ppm,
      reason: row.reason,
      staffName: nameOf(row.staffId),
      approverName: nameOf(row.approverId),
    })),
    taxes: line.taxes.map(({ amountMinor, ...tax }) => ({ ...tax, taxMinor: amountMinor })),
    explanation: explainStored(document, line, priced),
  };
}

export function viewPayment(payment: DocumentPayment): PaymentView {
  return { ...payment, kind: payment.kind as PaymentView['kind'] };
}

function viewRefunds(db: ReadableDb, id: string): OrderView['refunds'] {
  return db.all(listRefunds, { id }).map((row) => ({
    id: row.id,
    number: row.fiscal_number,
    totalMinor: row.total_minor,
    atMs: row.closed_at_ms,
  }));
}
