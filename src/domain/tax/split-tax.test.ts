import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { splitTax } from './split-tax.ts';
import { type TaxMode, type TaxRule, taxShares } from './tax-factors.ts';

const rule = (more: Partial<TaxRule> = {}): TaxRule => ({
  rateId: 'vat',
  jurisdiction: 'XX',
  name: 'VAT',
  ratePpm: 200_000,
  sequence: 1,
  compound: false,
  ...more,
});
const lines = (amounts: readonly number[]) =>
  amounts.map((amount) => ({ amountMinor: minor(amount), taxes: [rule({ ratePpm: 500_000 })] }));
const taxesOf = (amounts: readonly number[], mode: TaxMode) =>
  splitTax(lines(amounts), mode, 'document').map(([tax]) => tax!);

describe('a ticket whose goods come to nothing', () => {
  // Half a cent of tax a line: who gets the odd cent must not depend on which line stands first.
  it.each([
    [1, -1],
    [-1, 1],
    [3, 1, -4],
    [-3, -1, 4],
    [0, 5, -5],
    [0, -5, 5],
  ])('has exactly the opposite taxes when every line is turned round: %s, %s', (...amounts) => {
    for (const mode of ['included', 'excluded'] as const) {
      const taxes = taxesOf(amounts, mode);
      const turned = taxesOf(
        amounts.map((amount) => -amount),
        mode,
      );
      expect(turned.map((tax) => -tax + 0)).toEqual(taxes.map((tax) => tax + 0));
      expect(taxes.reduce((sum, tax) => sum + tax, 0)).toBe(0);
    }
  });

  it('has no tax at all', () => {
    expect(taxesOf([0, 0], 'excluded')).toEqual([0, 0]);
    expect(splitTax([], 'excluded', 'document')).toEqual([]);
  });
});

describe('the shares of several taxes', () => {
  const state = rule({ rateId: 'state', ratePpm: 100_000, sequence: 1 });
  const onTop = rule({ rateId: 'city', ratePpm: 50_000, sequence: 2, compound: true });

  it('do not depend on the order they are given in: what is lower is charged first', () => {
    const [first, second] = taxShares([state, onTop], 'excluded');
    expect(taxShares([onTop, state], 'excluded')).toEqual([second, first]);
    // 10 % of 100, and 5 % of 110.
    const amounts = splitTax([{ amountMinor: minor(10_000), taxes: [onTop, state] }], 'excluded', 'line');
    expect(amounts).toEqual([[550, 1000]]);
  });

  it('of one place in the order are not charged on each other', () => {
    const beside = rule({ rateId: 'county', ratePpm: 20_000, sequence: 1, compound: true });
    const amounts = splitTax([{ amountMinor: minor(10_000), taxes: [state, beside] }], 'excluded', 'line');
    expect(amounts).toEqual([[1000, 200]]);
  });
});
