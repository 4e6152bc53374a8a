import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import {
  type OriginalPayment,
  type Payout,
  type RefundTendersInput,
  refundTenders,
} from './refund-tenders.ts';

const m = minor;
const card = (amount: number): OriginalPayment => ({
  paymentId: 'card',
  kind: 'card',
  amountMinor: m(amount),
  changeMinor: m(0),
});
const cash = (amount: number, change: number, paymentId = 'cash'): OriginalPayment => ({
  paymentId,
  kind: 'cash',
  amountMinor: m(amount),
  changeMinor: m(change),
});

const give = (
  sale: number,
  payments: OriginalPayment[],
  refund: number,
  over: Partial<RefundTendersInput> = {},
) => {
  const input = {
    payments,
    saleTotalMinor: m(sale),
    refundMinor: m(refund),
    earlierPayouts: [],
    cashStepMinor: 5,
    ...over,
  };
  const result = refundTenders(input);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.remainingMinor}`);
  return result.value;
};

describe('refundTenders (R20)', () => {
  it('gives a whole sale back the way it was paid, the rounding too', () => {
    expect(give(1997, [card(1000), cash(1000, 5)], 1997)).toEqual({
      payouts: [
        { paymentId: 'card', kind: 'card', valueMinor: 1000, amountMinor: 1000 },
        { paymentId: 'cash', kind: 'cash', valueMinor: 997, amountMinor: 995 },
      ],
      roundingMinor: 2,
    });
  });

  it('fills the card before touching the drawer', () => {
    expect(give(1997, [cash(1000, 5), card(1000)], 900).payouts).toEqual([
      { paymentId: 'card', kind: 'card', valueMinor: 900, amountMinor: 900 },
    ]);
  });

  it('hands back in parts exactly the cash that was kept', () => {
    const earlierPayouts: Payout[] = [];
    const handed = [98, 50, 49].map((part) => {
      const { payouts, roundingMinor } = give(197, [cash(200, 5)], part, { earlierPayouts });
      earlierPayouts.push(...payouts);
      return [payouts[0]?.amountMinor, roundingMinor];
    });
    expect(handed).toEqual([
      [100, -2],
      [50, 0],
      [45, 4],
    ]);
  });

  it('takes several cash payments as one, and the change off', () => {
    expect(give(3000, [cash(2000, 0, 'first'), cash(2000, 1000, 'second')], 3000).payouts).toEqual([
      { paymentId: 'first', kind: 'cash', valueMinor: 3000, amountMinor: 3000 },
    ]);
  });

  it('gives back what was kept even when the smallest coin changed since', () => {
    expect(give(197, [cash(200, 3)], 197, { cashStepMinor: 5 }).payouts).toMatchObject([
      { amountMinor: 197 },
    ]);
    expect(give(197, [cash(200, 5)], 197, { cashStepMinor: 1 }).payouts).toMatchObject([
      { amountMinor: 195 },
    ]);
  });

  it('never gives back more than was paid', () => {
    const earlierPayouts = give(1000, [card(1000)], 600).payouts;
    expect(() => give(1000, [card(1000)], 401, { earlierPayouts })).toThrow('refund.exceedsPaid 400');
    expect(give(1000, [card(1000)], 400, { earlierPayouts }).payouts).toMatchObject([{ amountMinor: 400 }]);
    expect(give(1000, [card(1000)], 0)).toEqual({ payouts: [], roundingMinor: 0 });
  });
});

describe('a refund that cannot be', () => {
  it('is a bug when it is negative or the payments never covered the sale', () => {
    expect(() => give(500, [card(500)], -1)).toThrow(/positive amount/);
    expect(() => give(500, [card(300)], 500)).toThrow(/do not cover/);
  });
});

describe('two payments of one kind', () => {
  it('each give back what they themselves paid', () => {
    const [first, second] = [card(300), { ...card(200), paymentId: 'second card' }];
    const earlier: Payout = {
      paymentId: 'second card',
      kind: 'card',
      valueMinor: m(150),
      amountMinor: m(150),
    };
    const { payouts } = give(500, [first, second], 350, { earlierPayouts: [earlier] });
    expect(payouts.map(({ paymentId, amountMinor }) => [paymentId, amountMinor])).toEqual([
      ['card', 300],
      ['second card', 50],
    ]);
  });
});
