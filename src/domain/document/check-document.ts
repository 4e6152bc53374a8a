import type { ClosedDocument, DocumentLine, DocumentPayment } from './closed-document.ts';

/** Whether a document adds up by itself, checked before it is stored for good: lines to totals, discounts to lines,
 *  taxes to lines, tenders to the total.
 *  @returns the first thing that does not add up, in words for a log, or null. */
export function findImbalance(document: ClosedDocument): string | null {
  const { lines, payments } = document;
  const faulty = lines.find((line) => !lineAddsUp(line, document.taxMode));
  if (faulty) return `line ${faulty.id}`;
  const unpaid = payments.find((payment) => !paymentAddsUp(payment));
  if (unpaid) return `payment ${unpaid.id}`;
  const sums: readonly (readonly [string, number, number])[] = [
    ['subtotal', document.subtotalMinor, total(lines, (line) => line.grossMinor)],
    ['discount', document.discountMinor, total(lines, discountOf)],
    ['tax', document.taxMinor, total(lines, taxOf)],
    ['total', document.totalMinor, total(lines, (line) => line.payableMinor)],
    ['payments', document.totalMinor, total(payments, (payment) => payment.amountMinor)],
    ['rounding', document.roundingMinor, total(payments, (payment) => payment.roundingMinor)],
    ['change', document.changeMinor, total(payments, (payment) => payment.changeMinor)],
  ];
  return sums.find(([, stated, summed]) => stated !== summed)?.[0] ?? null;
}

/** In either tax mode net + taxes = payable; the discounts lead from the gross to the payable or, excluded, to the net. */
function lineAddsUp(line: DocumentLine, taxMode: ClosedDocument['taxMode']): boolean {
  const discounted = line.grossMinor + discountOf(line);
  return (
    line.netMinor + taxOf(line) === line.payableMinor &&
    discounted === (taxMode === 'included' ? line.payableMinor : line.netMinor)
  );
}

function paymentAddsUp(payment: DocumentPayment): boolean {
  const { amountMinor, tenderedMinor, changeMinor, roundingMinor } = payment;
  const onlyCash = payment.kind === 'cash' || (changeMinor === 0 && roundingMinor === 0);
  return onlyCash && tenderedMinor - changeMinor === amountMinor + roundingMinor;
}

function discountOf(line: DocumentLine): number {
  return total(line.adjustments, (row) => (row.kind === 'priceOverride' ? 0 : row.amountMinor));
}

function taxOf(line: DocumentLine): number {
  return total(line.taxes, (tax) => tax.amountMinor);
}

function total<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
