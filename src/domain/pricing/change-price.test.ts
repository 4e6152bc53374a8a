import { describe, expect, it } from 'vitest';
import { MAX_INPUT_MINOR } from '../../shared/values/money.ts';
import { changePrice, type PriceChange, type PriceEnding } from './change-price.ts';

const price = (before: number | null, how: PriceChange['how'], ending: PriceEnding = 'any', exponent = 2) => {
  const changed = changePrice(before, { how, ending }, exponent);
  return changed.kind === 'price' ? changed.priceMinor : changed.kind;
};
const percent = (ppm: number) => ({ kind: 'percent', ppm }) as const;
const amount = (amountMinor: number) => ({ kind: 'amount', amountMinor }) as const;
const set = (priceMinor: number) => ({ kind: 'set', priceMinor }) as const;

describe('a price after a change', () => {
  it('is what is set, or more or less by an amount or a percentage', () => {
    expect(price(420, set(399))).toBe(399);
    expect(price(null, set(399))).toBe(399);
    expect(price(420, amount(30))).toBe(450);
    expect(price(420, amount(-30))).toBe(390);
    expect(price(420, percent(100_000))).toBe(462);
    expect(price(420, percent(-100_000))).toBe(378);
    // 4.15 + 10 % = 4.565 → 4.57; 1.05 − 50 % = 0.525 → 0.53
    expect(price(415, percent(100_000))).toBe(457);
    expect(price(105, percent(-500_000))).toBe(53);
    expect(price(420, percent(-1_000_000))).toBe(0);
  });

  it.each([
    [420, '99', 399],
    [448, '99', 399],
    [449, '99', 499],
    [399, '99', 399],
    [30, '99', 99],
    [0, '99', 99],
    [420, '95', 395],
    [446, '95', 495],
    [420, '00', 400],
    [450, '00', 500],
    [20, '00', 0],
  ] as const)('%d with the ending %s is %d', (plain, ending, after) => {
    expect(price(1, set(plain), ending)).toBe(after);
  });

  it('ends by the unit of the currency: three decimals, or the last two digits where there are none', () => {
    expect(price(1, set(4_200), '99', 3)).toBe(3_990);
    expect(price(1, set(1_230), '99', 0)).toBe(1_199);
    expect(price(1, set(1_260), '00', 0)).toBe(1_300);
  });

  it('stays open where there is none, and never falls below zero or beyond a price', () => {
    expect(price(null, percent(100_000))).toBe('withoutPrice');
    expect(price(null, amount(100))).toBe('withoutPrice');
    expect(price(20, amount(-21))).toBe('impossible');
    expect(price(20, amount(-20))).toBe(0);
    expect(price(MAX_INPUT_MINOR, amount(1))).toBe('impossible');
  });
});
