import { err, ok, type Result } from '../../shared/result.ts';
import { add, type Minor, multiplyRatio, negate, subtract, sum } from '../../shared/values/money.ts';
import { type QuantityMilli, quantityMilli } from '../../shared/values/quantity.ts';
import type { TaxMode } from '../tax/tax-factors.ts';
import { bookTaxes } from './book-taxes.ts';
import type { DocumentTotals, LineAdjustment, PricedLine } from './cart-types.ts';
import { totalLines } from './document-totals.ts';

/** What the customer brings back of one sold line: thousandths, > 0. */
export type ReturnedQuantity = { readonly lineId: string; readonly quantityMilli: QuantityMilli };

export type RefundInput = {
  readonly taxMode: TaxMode;
  /** As frozen in the sale. */
  readonly soldLines: readonly PricedLine[];
  /** Lines of every refund of that sale so far, as `refundLines` made them; `lineId` is the sold line's. */
  readonly earlierRefundLines: readonly PricedLine[];
  readonly returned: readonly ReturnedQuantity[];
};

/** A refund's lines and totals, negative throughout; each line carries the sold line's `lineId`. */
export type RefundDocument = DocumentTotals & { readonly lines: readonly PricedLine[] };

export type RefundError =
  | { readonly code: 'refund.unknownLine'; readonly lineId: string }
  | { readonly code: 'refund.notPositive'; readonly lineId: string }
  | { readonly code: 'refund.exceedsSold'; readonly lineId: string; readonly remainingMilli: number };

/** Builds the refund of part or all of a sale, from what was paid, never from today's prices (R18, R19).
 *  Cumulative, for the money, each tax and each discount:
 *  `refund_k = round(paid · cumulative quantity / sold quantity) − refunded before`, so any sequence of part returns
 *  sums exactly to what was paid, and returning all at once is the exact mirror of the sale.
 *  A line named twice in `returned` counts with the sum. Errors: see `RefundError`. */
export function refundLines(input: RefundInput): Result<RefundDocument, RefundError> {
  const lines: PricedLine[] = [];
  for (const { lineId, quantityMilli: quantity } of mergeReturned(input.returned)) {
    const sold = input.soldLines.find((line) => line.lineId === lineId);
    if (!sold) return err({ code: 'refund.unknownLine', lineId });
    if (quantity <= 0) return err({ code: 'refund.notPositive', lineId });
    const earlier = input.earlierRefundLines.filter((line) => line.lineId === lineId);
    const remainingMilli = remainingOf(sold, earlier);
    if (quantity > remainingMilli) return err({ code: 'refund.exceedsSold', lineId, remainingMilli });
    lines.push(refundLine({ sold, earlier, quantity, taxMode: input.taxMode }));
  }
  return ok({ lines, ...totalLines(lines) });
}

/** What can still come back of a sold line, thousandths. */
export function remainingOf(sold: PricedLine, earlierRefundLines: readonly PricedLine[]): number {
  const earlier = earlierRefundLines.filter((line) => line.lineId === sold.lineId);
  return earlier.reduce((left, line) => left + line.quantityMilli, sold.quantityMilli as number);
}

function mergeReturned(returned: readonly ReturnedQuantity[]): ReturnedQuantity[] {
  const merged = new Map<string, number>();
  for (const { lineId, quantityMilli: quantity } of returned) {
    if (quantity <= 0) return [{ lineId, quantityMilli: quantity }];
    merged.set(lineId, (merged.get(lineId) ?? 0) + quantity);
  }
  return [...merged].map(([lineId, quantity]) => ({ lineId, quantityMilli: quantity as QuantityMilli }));
}

type Return = {
  readonly sold: PricedLine;
  readonly earlier: readonly PricedLine[];
  readonly quantity: number;
  readonly taxMode: TaxMode;
};

/** Only the payable amount, taxes and discounts follow the formula; net, tax bases and gross follow from them, so that each
 *  refund line adds up by itself. */
function refundLine({ sold, earlier, quantity, taxMode }: Return): PricedLine {
  const left = remainingOf(sold, earlier) - quantity;
  const part = { cumulative: sold.quantityMilli - left, of: sold.quantityMilli };
  const give = (paid: Minor, before: readonly Minor[]) => giveBack(paid, before, part);
  const payableMinor = give(
    sold.payableMinor,
    earlier.map((line) => line.payableMinor),
  );
  const taxAmounts = sold.taxes.map((tax, index) =>
    give(
      tax.amountMinor,
      earlier.map((line) => line.taxes[index]!.amountMinor),
    ),
  );
  const adjustments = sold.adjustments.map((row, index) =>
    refundAdjustment(
      row,
      earlier.map((line) => line.adjustments[index]!),
      give,
    ),
  );
  const netMinor = subtract(payableMinor, sum(taxAmounts));
  const discounted = taxMode === 'included' ? payableMinor : netMinor;
  return {
    lineId: sold.lineId,
    unitPriceMinor: sold.unitPriceMinor,
    quantityMilli: quantityMilli(-quantity),
    measured: sold.measured,
    grossBeforeMinor: subtract(discounted, sum(adjustments.map((row) => row.amountMinor))),
    adjustments,
    payableMinor,
    netMinor,
    taxes: bookTaxes(sold.taxes, taxAmounts, netMinor),
  };
}

type Give = (paid: Minor, before: readonly Minor[]) => Minor;

/** R18, with refunds negative: −round(paid · cumulative / sold) − Σ refunds before. */
function giveBack(paid: Minor, before: readonly Minor[], part: { cumulative: number; of: number }): Minor {
  const due = multiplyRatio(paid, part.cumulative, part.of, 'half-away-from-zero');
  return negate(add(due, sum(before)));
}

/** The basis figures stay those of the sale with the sign turned: they explain where the share comes from. */
function refundAdjustment(
  row: LineAdjustment,
  earlier: readonly LineAdjustment[],
  give: Give,
): LineAdjustment {
  const amountMinor = give(
    row.amountMinor,
    earlier.map((before) => before.amountMinor),
  );
  const basisMinor = negate(row.basisMinor);
  if (row.kind === 'lineDiscount') return { ...row, amountMinor, basisMinor };
  const orderAmountMinor = negate(row.orderAmountMinor);
  return { ...row, amountMinor, basisMinor, orderAmountMinor, orderBasisMinor: negate(row.orderBasisMinor) };
}
