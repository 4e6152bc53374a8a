import { describe, expect, it } from 'vitest';
import { allocate, spread } from './allocate.ts';
import { currencyExponent, isCurrencyCode, listCurrencyCodes } from './currency.ts';
import { add, minor, multiplyRatio, negate, roundFraction, subtract, sum } from './money.ts';
import { quantityMilli } from './quantity.ts';
import { taxRatePpm } from './tax-rate.ts';

const m = minor;

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, Number.POSITIVE_INFINITY])(
    'refuses %s as an amount',
    (value) => {
      expect(() => minor(value)).toThrow(RangeError);
    },
  );

  it('throws instead of losing cents when a sum gets too large', () => {
    expect(() => add(m(Number.MAX_SAFE_INTEGER), m(1))).toThrow(RangeError);
    expect(() => subtract(m(-Number.MAX_SAFE_INTEGER), m(1))).toThrow(RangeError);
  });

  it('has no minus zero', () => {
    expect(Object.is(negate(m(0)), 0)).toBe(true);
    expect(Object.is(quantityMilli(-0), 0)).toBe(true);
    expect(Object.is(taxRatePpm(-0), 0)).toBe(true);
    expect(Object.is(multiplyRatio(m(-1), 1, 3, 'half-away-from-zero'), 0)).toBe(true);
  });

  it('adds up', () => {
    expect(sum([m(1), m(-3), m(5)])).toBe(3);
    expect(sum([])).toBe(0);
  });

  it.each([
    [5, 'half-away-from-zero', 3],
    [-5, 'half-away-from-zero', -3],
    [4.999, 'half-away-from-zero', 2],
    [5, 'toward-zero', 2],
    [-5, 'toward-zero', -2],
    [-5, 'floor', -3],
    [5, 'floor', 2],
  ] as const)('halves %s with %s to %s', (value, rounding, expected) => {
    expect(roundFraction(BigInt(value * 1000), 2000n, rounding)).toBe(expected);
  });

  it('stays exact where floating point does not', () => {
    expect(multiplyRatio(m(9_007_199_254_740_991), 999_999, 1_000_000, 'half-away-from-zero')).toBe(
      9_007_190_247_541_736,
    );
    expect(multiplyRatio(m(100), 1005, 1000, 'half-away-from-zero')).toBe(101);
    expect(() => multiplyRatio(m(1), 1, 0, 'floor')).toThrow(RangeError);
  });
});

describe('allocate', () => {
  it('hands leftover units to the largest remainders, ties by order', () => {
    expect(allocate(m(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(m(5), [3, 7])).toEqual([2, 3]);
    expect(allocate(m(10), [1, 5, 1])).toEqual([2, 7, 1]);
  });

  it('mirrors a negative total', () => {
    expect(allocate(m(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('splits evenly when no line weighs anything', () => {
    expect(allocate(m(5), [0, 0, 0])).toEqual([2, 2, 1]);
  });

  it('never gives a line more than it weighs while the total fits', () => {
    expect(allocate(m(999), [1, 998, 1])).toEqual([1, 997, 1]);
    expect(allocate(m(7), [0, 3, 4])).toEqual([0, 3, 4]);
  });

  it('refuses what cannot be split', () => {
    expect(() => allocate(m(1), [])).toThrow(RangeError);
    expect(() => allocate(m(1), [-1, 2])).toThrow(RangeError);
    expect(allocate(m(0), [])).toEqual([]);
    expect(() => spread(9n, [{ numerator: 1n, denominator: 2n }])).toThrow(RangeError);
  });
});

describe('currency', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['EUR', 2],
    ['HUF', 2],
    ['XCG', 2],
    ['BGN', 2],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
  ])('%s has %s decimals', (code, decimals) => {
    expect(currencyExponent(code)).toBe(decimals);
  });

  it('knows no gold, no test code and nothing in lower case', () => {
    expect(['XAU', 'XTS', 'XXX', 'eur', '', 'ABC', 'toString'].filter(isCurrencyCode)).toEqual([]);
    expect(() => currencyExponent('ABC')).toThrow(RangeError);
    expect(listCurrencyCodes()).toHaveLength(167);
  });
});

describe('quantity and rate', () => {
  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53 + 1, 10_000_000_001, -10_000_000_001])(
    'refuses the quantity %s',
    (value) => {
      expect(() => quantityMilli(value)).toThrow(RangeError);
    },
  );

  it.each([-1, 1_000_001, 0.5, Number.NaN])('refuses the tax rate %s', (value) => {
    expect(() => taxRatePpm(value)).toThrow(RangeError);
  });
});
