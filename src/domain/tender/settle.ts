import { err, ok, type Result } from '../../shared/result.ts';
import { larger, type Minor, minor, subtract, sum, ZERO } from '../../shared/values/money.ts';
import { type CashTie, roundCash } from './cash-rounding.ts';

/** A payment as tendered: what the customer handed over, change not yet taken off. */
export type TenderedPayment = { readonly kind: 'cash' | 'card' | 'other'; readonly amountMinor: Minor };

export type Settlement = {
  /** Total less everything but cash (R8). */
  readonly dueMinor: Minor;
  /** Everything tendered. When complete: paid − change = total + rounding. */
  readonly paidMinor: Minor;
  /** Still to pay, exactly: what a card may take at most. 0 when complete. */
  readonly remainingMinor: Minor;
  /** What `dueMinor` comes to in cash. */
  readonly cashDueMinor: Minor;
  readonly changeMinor: Minor;
  /** What cash rounding added (or, negative, forgave); 0 until complete, and when no cash is involved. */
  readonly roundingMinor: Minor;
  readonly complete: boolean;
};

export type SettleError =
  | { readonly code: 'payment.exceedsDue'; readonly paymentIndex: number; readonly allowedMinor: Minor }
  | { readonly code: 'payment.notPositive'; readonly paymentIndex: number };

/** Settles a sale (R8–R10): payments other than cash first, cash last, whatever order they were entered in; only what
 *  is left for cash is rounded; only cash gives change.
 *  @param totalMinor     minor units, ≥ 0
 *  @param cashStepMinor  smallest coin, 1 for no rounding
 *  Errors: `payment.exceedsDue` for the payment other than cash that goes past the total, with what it may be;
 *  `payment.notPositive` (a cash payment of 0 is allowed: it settles a due that rounds to nothing).
 *  @throws RangeError for a negative total: money given back goes through `refundTenders`. */
export function settle(input: {
  readonly totalMinor: Minor;
  readonly payments: readonly TenderedPayment[];
  readonly cashStepMinor: number;
  readonly cashTie?: CashTie;
}): Result<Settlement, SettleError> {
  if (input.totalMinor < 0) throw new RangeError('a negative total is a refund');
  const refused = findRefused(input.totalMinor, input.payments);
  if (refused) return err(refused);
  const dueMinor = subtract(input.totalMinor, sumOf(input.payments, false));
  const cashDueMinor = roundCash(dueMinor, input.cashStepMinor, input.cashTie);
  return ok(settleCash(input.payments, dueMinor, cashDueMinor));
}

function settleCash(payments: readonly TenderedPayment[], dueMinor: Minor, cashDueMinor: Minor): Settlement {
  const cashMinor = sumOf(payments, true);
  const inCash = payments.some((payment) => payment.kind === 'cash');
  const complete = dueMinor === 0 || (inCash && cashMinor >= cashDueMinor);
  return {
    dueMinor,
    paidMinor: sum(payments.map((payment) => payment.amountMinor)),
    remainingMinor: complete ? ZERO : larger(ZERO, subtract(dueMinor, cashMinor)),
    cashDueMinor,
    changeMinor: complete ? subtract(cashMinor, inCash ? cashDueMinor : ZERO) : ZERO,
    roundingMinor: complete && inCash ? subtract(cashDueMinor, dueMinor) : ZERO,
    complete,
  };
}

function findRefused(totalMinor: Minor, payments: readonly TenderedPayment[]): SettleError | null {
  let allowedMinor = totalMinor;
  for (const [paymentIndex, { kind, amountMinor }] of payments.entries()) {
    if (amountMinor < 0 || (amountMinor === 0 && kind !== 'cash'))
      return { code: 'payment.notPositive', paymentIndex };
    if (kind === 'cash') continue;
    if (amountMinor > allowedMinor) return { code: 'payment.exceedsDue', paymentIndex, allowedMinor };
    allowedMinor = subtract(allowedMinor, amountMinor);
  }
  return null;
}

function sumOf(payments: readonly TenderedPayment[], cash: boolean): Minor {
  return sum(
    payments.filter((payment) => (payment.kind === 'cash') === cash).map((payment) => payment.amountMinor),
  );
}

/** What should lie in a drawer (R11), all amounts ≥ 0 in minor units of one currency. */
export function expectedDrawer(cash: {
  readonly floatMinor: Minor;
  readonly tenderedMinor: Minor;
  readonly changeMinor: Minor;
  readonly refundsMinor: Minor;
  readonly paidInMinor: Minor;
  readonly paidOutMinor: Minor;
  readonly dropsMinor: Minor;
}): Minor {
  const into = cash.floatMinor + cash.tenderedMinor + cash.paidInMinor;
  return minor(into - cash.changeMinor - cash.refundsMinor - cash.paidOutMinor - cash.dropsMinor);
}
