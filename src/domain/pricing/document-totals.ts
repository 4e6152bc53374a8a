import { add, type Minor, sum, ZERO } from '../../shared/values/money.ts';
import { ONE_MILLI } from '../../shared/values/quantity.ts';
import { rateKey } from '../tax/split-tax.ts';
import type { DocumentTotals, LineTax, PricedLine, RateSummary } from './cart-types.ts';

/** Adds lines up; the one place where a document's totals come from, for sales and refunds alike (R7). */
export function totalLines(lines: readonly PricedLine[]): DocumentTotals {
  const adjustments = lines.flatMap((line) => line.adjustments);
  const taxes = lines.flatMap((line) => line.taxes);
  return {
    subtotalMinor: sum(lines.map((line) => line.grossBeforeMinor)),
    discountMinor: sum(adjustments.map((adjustment) => adjustment.amountMinor)),
    taxMinor: sum(taxes.map((tax) => tax.amountMinor)),
    totalMinor: sum(lines.map((line) => line.payableMinor)),
    taxSummary: summarise(taxes),
    itemCount: lines.reduce((count, line) => count + pieces(line), 0),
  };
}

function summarise(taxes: readonly LineTax[]): RateSummary[] {
  const rates = new Map<string, RateSummary>();
  for (const tax of taxes) {
    const before = rates.get(rateKey(tax));
    rates.set(rateKey(tax), {
      rateId: tax.rateId,
      jurisdiction: tax.jurisdiction,
      name: tax.name,
      ratePpm: tax.ratePpm,
      baseMinor: plus(before?.baseMinor, tax.baseMinor),
      taxMinor: plus(before?.taxMinor, tax.amountMinor),
    });
  }
  return [...rates.values()];
}

function plus(before: Minor | undefined, amount: Minor): Minor {
  return add(before ?? ZERO, amount);
}

function pieces({ measured, quantityMilli }: PricedLine): number {
  return measured ? 1 : Math.abs(quantityMilli) / ONE_MILLI;
}
