import { err, ok, type Result } from '../../shared/result.ts';
import { larger, type Minor, smaller, subtract, sum, ZERO } from '../../shared/values/money.ts';
import { type CashTie, roundCash } from './cash-rounding.ts';

/** A payment of the sale as stored: tendered, and the change given on it (cash only), minor units ≥ 0. */
export type OriginalPayment = {
  readonly paymentId: string;
  readonly kind: 'cash' | 'card' | 'other';
  readonly amountMinor: Minor;
  readonly changeMinor: Minor;
};

/** Money going back to one original payment. `valueMinor` is the part of the refund it covers, `amountMinor` what is
 *  handed over: they differ by cash rounding only. Both ≥ 0. */
export type Payout = {
  readonly paymentId: string;
  readonly kind: 'cash' | 'card' | 'other';
  readonly valueMinor: Minor;
  readonly amountMinor: Minor;
};

export type RefundTenders = {
  readonly payouts: readonly Payout[];
  /** For the rounding account: value − handed over. A full refund takes back the sale's own rounding. */
  readonly roundingMinor: Minor;
};

export type RefundTendersInput = {
  readonly payments: readonly OriginalPayment[];
  /** The sale's total: what the payments covered. */
  readonly saleTotalMinor: Minor;
  /** What to give back now, ≥ 0. */
  readonly refundMinor: Minor;
  /** Payouts of every earlier refund of the sale, as this function made them. */
  readonly earlierPayouts: readonly Payout[];
  readonly cashStepMinor: number;
  readonly cashTie?: CashTie;
};

/** Sends a refund back to the tenders of the sale (R20): payments other than cash first, in their order, each at most
 *  what it paid; the rest in cash, at most what was kept of it. Cash is rounded as an absolute value (R8) and
 *  cumulatively, so that part refunds together give back exactly the cash that was kept.
 *  All cash payments of a sale count as one, under the first one's id.
 *  Errors: `refund.exceedsPaid` with what is left to refund.
 *  @throws RangeError for a negative refund. */
export function refundTenders(
  input: RefundTendersInput,
): Result<RefundTenders, { readonly code: 'refund.exceedsPaid'; readonly remainingMinor: Minor }> {
  if (input.refundMinor < 0) throw new RangeError('a refund is stated as a positive amount');
  const remainingMinor = subtract(
    input.saleTotalMinor,
    sum(input.earlierPayouts.map((payout) => payout.valueMinor)),
  );
  if (input.refundMinor > remainingMinor) return err({ code: 'refund.exceedsPaid', remainingMinor });
  const payouts = payoutsOtherThanCash(input);
  const rest = subtract(input.refundMinor, coveredBy(payouts));
  if (rest > 0) payouts.push(payoutInCash(input, rest));
  const handed = sum(payouts.map((payout) => payout.amountMinor));
  return ok({ payouts, roundingMinor: subtract(input.refundMinor, handed) });
}

function payoutsOtherThanCash(input: RefundTendersInput): Payout[] {
  let rest = input.refundMinor;
  const payouts: Payout[] = [];
  for (const { paymentId, kind, amountMinor } of input.payments) {
    if (kind === 'cash') continue;
    const before = coveredBy(input.earlierPayouts.filter((payout) => payout.paymentId === paymentId));
    const part = smaller(rest, larger(ZERO, subtract(amountMinor, before)));
    if (part > 0) payouts.push({ paymentId, kind, valueMinor: part, amountMinor: part });
    rest = subtract(rest, part);
  }
  return payouts;
}

function payoutInCash(input: RefundTendersInput, value: Minor): Payout {
  const cash = input.payments.filter((payment) => payment.kind === 'cash');
  const first = cash[0];
  if (!first) throw new RangeError('the payments do not cover the sale');
  const earlier = input.earlierPayouts.filter((payout) => payout.kind === 'cash');
  const paidBack = sum(earlier.map((payout) => payout.amountMinor));
  const cumulative = owedInCash(input, sum([value, coveredBy(earlier)]), kept(cash));
  const amountMinor = larger(ZERO, subtract(cumulative, paidBack));
  return { paymentId: first.paymentId, kind: 'cash', valueMinor: value, amountMinor };
}

/** Cash owed for all refunds so far: the last one gives back all that was kept, whatever the step is today. */
function owedInCash(input: RefundTendersInput, value: Minor, keptMinor: Minor): Minor {
  const others = input.payments.filter((payment) => payment.kind !== 'cash');
  const covered = subtract(input.saleTotalMinor, sum(others.map((payment) => payment.amountMinor)));
  if (value >= covered) return keptMinor;
  return smaller(keptMinor, roundCash(value, input.cashStepMinor, input.cashTie));
}

function kept(cash: readonly OriginalPayment[]): Minor {
  return sum(cash.map((payment) => subtract(payment.amountMinor, payment.changeMinor)));
}

function coveredBy(payouts: readonly Payout[]): Minor {
  return sum(payouts.map((payout) => payout.valueMinor));
}
