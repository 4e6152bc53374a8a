import type {
  ClosedDocument,
  DocumentAdjustment,
  DocumentLine,
} from '../../../domain/document/closed-document.ts';
import type { PricedLine } from '../../../domain/pricing/cart-types.ts';
import { type RefundDocument, refundLines } from '../../../domain/pricing/refund-document.ts';
import type { CashRule } from '../../../domain/tender/cash-rounding.ts';
import { type OriginalPayment, type Payout, refundTenders } from '../../../domain/tender/refund-tenders.ts';
import { minor } from '../../../shared/values/money.ts';
import type { DocumentDraft, DraftLine } from '../sale/close-document.ts';
import { toPricedLines } from './priced-lines.ts';

export interface RefundWish {
  readonly sale: ClosedDocument;
  readonly reason: string;
  readonly disposition: 'resell' | 'damaged';
  /** What the terminal said, by the payment that is given back. */
  readonly references: Readonly<Record<string, string>>;
  readonly cash: CashRule;
}

/** The exact mirror of a whole sale, from its frozen lines and payments, never from today's prices (R18–R20).
 *  @throws Error when a stored sale does not add up: a bug. */
export function refundDraft(wish: RefundWish): DocumentDraft {
  const { sale } = wish;
  const soldLines = toPricedLines(sale);
  const returned = soldLines.map(({ lineId, quantityMilli }) => ({ lineId, quantityMilli }));
  const refund = refundLines({ taxMode: sale.taxMode, soldLines, earlierRefundLines: [], returned });
  if (!refund.ok) throw new Error(`the sale cannot be mirrored: ${refund.error.code}`);
  return {
    kind: 'refund',
    orderNumber: sale.orderNumber,
    cartId: null,
    originalDocumentId: sale.id,
    customerId: sale.customerId,
    currency: sale.currency,
    currencyExponent: sale.currencyExponent,
    taxMode: sale.taxMode,
    taxRounding: sale.taxRounding,
    taxContext: sale.taxContext ?? 'default',
    totals: refund.value,
    lines: sale.lines.map((line, index) => mirrorLine(line, refund.value.lines[index]!, wish.disposition)),
    payments: payBack(wish, refund.value),
    reason: wish.reason,
  };
}

function mirrorLine(
  line: DocumentLine,
  priced: PricedLine,
  disposition: DraftLine['disposition'],
): DraftLine {
  return {
    priced,
    productId: line.productId,
    name: line.name,
    sku: line.sku,
    barcode: line.barcode,
    categoryId: line.categoryId,
    unit: line.unit,
    shelfPriceMinor: line.shelfPriceMinor,
    costMinor: line.costMinor === null ? null : minor(-line.costMinor),
    taxCategoryId: line.taxCategoryId,
    taxCategoryName: line.taxCategoryName,
    note: line.note,
    adjustments: line.adjustments.map(mirrorAdjustment),
    originalLineId: line.id,
    ...(line.trace ? { trace: line.trace } : {}),
    disposition,
  };
}

function mirrorAdjustment({ id: _id, ...row }: DocumentAdjustment): Omit<DocumentAdjustment, 'id'> {
  return { ...row, amountMinor: minor(-row.amountMinor) };
}

function payBack(wish: RefundWish, refund: RefundDocument): DocumentDraft['payments'] {
  const { sale, cash } = wish;
  const tenders = refundTenders({
    payments: sale.payments.map(toOriginal),
    saleTotalMinor: minor(sale.totalMinor),
    refundMinor: minor(-refund.totalMinor),
    earlierPayouts: [],
    cashStepMinor: cash.stepMinor,
    cashTie: cash.tie,
  });
  if (!tenders.ok) throw new Error(`the payments cannot be mirrored: ${tenders.error.code}`);
  return tenders.value.payouts.map((payout) => toPayment(wish, payout));
}

function toOriginal(payment: ClosedDocument['payments'][number]): OriginalPayment {
  return {
    paymentId: payment.id,
    kind: payment.kind === 'cash' || payment.kind === 'card' ? payment.kind : 'other',
    amountMinor: minor(payment.tenderedMinor),
    changeMinor: minor(payment.changeMinor),
  };
}

/** Signs as on every document: what leaves the shop is negative; handed over = covered, but for cash rounding. */
function toPayment(wish: RefundWish, payout: Payout): DocumentDraft['payments'][number] {
  const paid = wish.sale.payments.find((payment) => payment.id === payout.paymentId);
  if (!paid) throw new Error(`there is no payment ${payout.paymentId}`);
  return {
    kind: paid.kind,
    label: paid.label,
    amountMinor: minor(-payout.valueMinor),
    tenderedMinor: minor(-payout.amountMinor),
    changeMinor: 0,
    roundingMinor: minor(payout.valueMinor - payout.amountMinor),
    reference: wish.references[paid.id]?.trim() || null,
    originalPaymentId: paid.id,
  };
}
