import type { Settlement } from '../tender/settle.ts';
import type { DraftPayment } from './closed-document.ts';

/** A tender of a sale as handed over: minor units ≥ 0, change not yet taken off. */
export interface HandedOver {
  readonly kind: string;
  readonly label: string;
  readonly amountMinor: number;
  readonly reference: string | null;
}

/** The payments of a settled sale, each with what it covers of the total (R10): other tenders cover what they are, cash
 *  is kept in its order up to what is due in cash and the rest is change. The cash rounding stands on the cash payment
 *  of which most was kept. Σ amount = total. Errors: none. */
export function paymentRows(tenders: readonly HandedOver[], settlement: Settlement): DraftPayment[] {
  const kept = keepCash(tenders, settlement.cashDueMinor);
  const cash = [...tenders.keys()].filter((index) => tenders[index]!.kind === 'cash');
  const [rounded] = cash.toSorted((a, b) => kept[b]! - kept[a]!);
  return tenders.map(({ kind, label, amountMinor, reference }, index) => {
    const roundingMinor = index === rounded ? settlement.roundingMinor : 0;
    const keptMinor = kept[index]!;
    return {
      kind,
      label,
      amountMinor: keptMinor - roundingMinor,
      tenderedMinor: amountMinor,
      changeMinor: amountMinor - keptMinor,
      roundingMinor,
      reference,
      originalPaymentId: null,
    };
  });
}

function keepCash(tenders: readonly HandedOver[], cashDueMinor: number): number[] {
  let left = cashDueMinor;
  return tenders.map(({ kind, amountMinor }) => {
    if (kind !== 'cash') return amountMinor;
    const kept = Math.min(amountMinor, left);
    left -= kept;
    return kept;
  });
}
