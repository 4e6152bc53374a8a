import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { cashRuleOf, roundCash } from './cash-rounding.ts';
import { quickCashAmounts } from './quick-cash.ts';
import { expectedDrawer, settle, type TenderedPayment } from './settle.ts';

const m = minor;
const pay = (kind: TenderedPayment['kind'], amount: number): TenderedPayment => ({
  kind,
  amountMinor: m(amount),
});
const till = (total: number, payments: TenderedPayment[], cashStepMinor = 5) =>
  settle({ totalMinor: m(total), payments, cashStepMinor });
const settled = (total: number, payments: TenderedPayment[], step = 5) => {
  const result = till(total, payments, step);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('cash rounding (R8)', () => {
  it.each([
    [197, 5, 195],
    [198, 5, 200],
    [-197, 5, -195],
    [-198, 5, -200],
    [2, 5, 0],
    [3, 5, 5],
    [1050, 100, 1100],
    [-1050, 100, -1100],
    [125, 50, 150],
    [250, 500, 500],
    [1234, 1, 1234],
    [0, 5, 0],
  ])('rounds %s at a step of %s to %s', (amount, step, expected) => {
    expect(roundCash(m(amount), step)).toBe(expected);
  });

  it('goes by country', () => {
    expect(
      ['CH', 'SE', 'BE', 'NZ', 'NO', 'DK', 'HU', 'CZ', 'DE'].map((country) => cashRuleOf(country).stepMinor),
    ).toEqual([5, 100, 5, 10, 100, 50, 500, 100, 1]);
    const nz = cashRuleOf('NZ');
    expect([195, 196, -195].map((amount) => roundCash(m(amount), nz.stepMinor, nz.tie))).toEqual([
      190, 200, -190,
    ]);
    expect(cashRuleOf('constructor').stepMinor).toBe(1);
    expect(() => roundCash(m(1), 0)).toThrow(/not a cash step: 0/);
    expect(() => roundCash(m(1), 2.5)).toThrow(/not a cash step: 2.5/);
  });
});

describe('settle (R8–R10)', () => {
  it('asks 1.95 for 1.97 in cash and gives 0.05 on 2.00', () => {
    expect(settled(197, [pay('cash', 200)])).toEqual({
      dueMinor: 197,
      paidMinor: 200,
      remainingMinor: 0,
      cashDueMinor: 195,
      changeMinor: 5,
      roundingMinor: -2,
      complete: true,
    });
  });

  it('never rounds what is paid by card', () => {
    expect(settled(197, [pay('card', 197)])).toMatchObject({
      complete: true,
      roundingMinor: 0,
      changeMinor: 0,
    });
    expect(settled(197, [pay('card', 195)])).toMatchObject({
      complete: false,
      remainingMinor: 2,
      cashDueMinor: 0,
      roundingMinor: 0,
    });
    expect(settled(197, [pay('card', 195), pay('cash', 0)])).toMatchObject({
      complete: true,
      roundingMinor: -2,
      changeMinor: 0,
    });
  });

  it('takes the rest in cash, whichever was entered first', () => {
    for (const payments of [
      [pay('card', 1000), pay('cash', 1000)],
      [pay('cash', 1000), pay('card', 1000)],
    ]) {
      expect(settled(1997, payments)).toMatchObject({
        dueMinor: 997,
        cashDueMinor: 995,
        changeMinor: 5,
        roundingMinor: -2,
        complete: true,
      });
    }
  });

  it('says what is still to pay', () => {
    expect(settled(1997, [])).toMatchObject({ remainingMinor: 1997, complete: false, changeMinor: 0 });
    expect(settled(1997, [pay('cash', 1000)])).toMatchObject({
      remainingMinor: 997,
      cashDueMinor: 1995,
      complete: false,
      roundingMinor: 0,
    });
    expect(settled(0, [])).toMatchObject({ complete: true, remainingMinor: 0, changeMinor: 0 });
  });

  it('refuses a card that goes past the due, and gives change from cash only', () => {
    expect(till(1997, [pay('card', 1998)])).toEqual({
      ok: false,
      error: { code: 'payment.exceedsDue', paymentIndex: 0, allowedMinor: 1997 },
    });
    expect(till(1997, [pay('card', 1000), pay('other', 998)])).toEqual({
      ok: false,
      error: { code: 'payment.exceedsDue', paymentIndex: 1, allowedMinor: 997 },
    });
    expect(till(0, [pay('card', 1)]).ok).toBe(false);
  });

  it('refuses payments of nothing or less', () => {
    expect(till(100, [pay('card', 0)])).toEqual({
      ok: false,
      error: { code: 'payment.notPositive', paymentIndex: 0 },
    });
    expect(till(100, [pay('cash', -1)]).ok).toBe(false);
    expect(() => till(-1, [])).toThrow(RangeError);
  });
});

describe('expectedDrawer (R11)', () => {
  const nothing = {
    floatMinor: m(0),
    tenderedMinor: m(0),
    changeMinor: m(0),
    refundsMinor: m(0),
    paidInMinor: m(0),
    paidOutMinor: m(0),
    dropsMinor: m(0),
  };

  it('gains 60 from a sale of 60 paid with 100', () => {
    const change = settled(6000, [pay('cash', 10_000)]).changeMinor;
    expect(expectedDrawer({ ...nothing, tenderedMinor: m(10_000), changeMinor: change })).toBe(6000);
  });

  it('counts every way in and out', () => {
    const all = {
      floatMinor: m(10_000),
      tenderedMinor: m(5000),
      changeMinor: m(400),
      refundsMinor: m(300),
      paidInMinor: m(2000),
      paidOutMinor: m(100),
      dropsMinor: m(7000),
    };
    expect(expectedDrawer(all)).toBe(9200);
  });
});

describe('quickCashAmounts', () => {
  it.each([
    [735, 'EUR', 1, [735, 1000, 2000, 5000, 10_000]],
    [2340, 'EUR', 1, [2340, 2500, 3000, 4000, 5000]],
    [2000, 'EUR', 1, [2000, 5000, 10_000, 20_000]],
    [197, 'CHF', 5, [195, 1000, 2000, 5000, 10_000]],
    [1980, 'JPY', 1, [1980, 2000, 5000, 10_000]],
    // Three twenties are more than one fifty.
    [4100, 'MXN', 1, [4100, 5000, 6000, 10_000, 20_000]],
    [1234, 'KWD', 1, [1234, 2000, 5000, 10_000, 20_000]],
    [735, 'ISK', 1, [735, 750, 800, 1000, 2000]],
    [1_000_001, 'EUR', 1, [1_000_001, 1_020_000]],
    [2, 'CHF', 5, [0]],
  ])('offers for %s %s at step %s: %j', (due, currency, step, expected) => {
    expect(quickCashAmounts(m(due), currency, step)).toEqual(expected);
  });
});
