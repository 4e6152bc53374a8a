import { describe, expect, it } from 'vitest';
import { type DatedRate, resolveRates, type TaxContext } from './resolve-rates.ts';

const rate = (name: string, validFrom: string, context: TaxContext = 'default') => ({
  name,
  validFrom,
  context,
});
const names = (
  rates: readonly (DatedRate & { name: string })[],
  day: string,
  context: TaxContext = 'default',
) => resolveRates(rates, day, context).map(({ name }) => name);

const GERMAN_MEALS = [
  rate('19 %', '0001-01-01'),
  rate('7 %', '2026-01-01'),
  rate('7 % away', '0001-01-01', 'takeaway'),
  rate('5 % away', '2020-07-01', 'takeaway'),
  rate('7 % away again', '2021-01-01', 'takeaway'),
];

describe('the rates of a day', () => {
  it('change over at the day they are valid from, not before and not after', () => {
    expect(names(GERMAN_MEALS, '2025-12-31')).toEqual(['19 %']);
    expect(names(GERMAN_MEALS, '2026-01-01')).toEqual(['7 %']);
    expect(names(GERMAN_MEALS, '2199-12-31')).toEqual(['7 %']);
    expect(names(GERMAN_MEALS, '2020-06-30', 'takeaway')).toEqual(['7 % away']);
    expect(names(GERMAN_MEALS, '2020-07-01', 'takeaway')).toEqual(['5 % away']);
    expect(names(GERMAN_MEALS, '2020-12-31', 'takeaway')).toEqual(['5 % away']);
    expect(names(GERMAN_MEALS, '2021-01-01', 'takeaway')).toEqual(['7 % away again']);
  });

  it('do not depend on the order they are given in', () => {
    expect(names(GERMAN_MEALS.toReversed(), '2020-08-15', 'takeaway')).toEqual(['5 % away']);
  });

  it('are the usual ones in a context that has none of its own, or none yet', () => {
    const usual = [rate('20 %', '0001-01-01'), rate('10 % away', '2026-03-01', 'takeaway')];
    expect(names(usual.slice(0, 1), '2026-06-01', 'takeaway')).toEqual(['20 %']);
    expect(names(usual, '2026-02-28', 'takeaway')).toEqual(['20 %']);
    expect(names(usual, '2026-03-01', 'takeaway')).toEqual(['10 % away']);
    expect(names(usual, '2026-03-01')).toEqual(['20 %']);
  });

  it('are a whole set, in its order', () => {
    const canada = [
      rate('GST 5 %', '0001-01-01'),
      rate('PST 7 %', '0001-01-01'),
      rate('GST 4 %', '2027-01-01'),
      rate('PST 8 %', '2027-01-01'),
    ];
    expect(names(canada, '2026-12-31')).toEqual(['GST 5 %', 'PST 7 %']);
    expect(names(canada, '2027-01-01')).toEqual(['GST 4 %', 'PST 8 %']);
  });

  it('are none before the first set begins', () => {
    expect(names([rate('15 %', '2026-01-01')], '2025-12-31')).toEqual([]);
    expect(names([], '2026-01-01', 'takeaway')).toEqual([]);
  });
});
