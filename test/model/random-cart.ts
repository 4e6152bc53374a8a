import type { CartLine, Discount, PriceCartInput } from '../../src/domain/pricing/cart-types.ts';
import type { TaxRule } from '../../src/domain/tax/tax-factors.ts';
import { minor } from '../../src/shared/values/money.ts';
import { quantityMilli } from '../../src/shared/values/quantity.ts';

/** Mulberry32: small, seeded, the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Dice = ReturnType<typeof dice>;

export function dice(random: () => number) {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length - 1)]!;
  return { upTo, pick, chance: (share: number) => random() < share };
}

const CURRENCIES = [
  { currency: 'JPY', prices: [1, 7, 99, 108, 1980, 250_000] },
  { currency: 'EUR', prices: [1, 5, 99, 315, 2890, 1_234_567] },
  { currency: 'KWD', prices: [1, 5, 125, 3333, 28_905, 9_999_999] },
];
const RATES = [0, 21_000, 50_000, 55_000, 77_000, 88_750, 99_750, 100_000, 190_000, 220_000, 270_000];

/** A cart of 1 to 6 sold lines: weights, free lines, stacked and oversized discounts, 0 to 3 taxes a line. */
export function randomCart(d: Dice): PriceCartInput {
  const { currency, prices } = d.pick(CURRENCIES);
  const rates = makeRates(d);
  const line = (_: unknown, index: number): CartLine => {
    const measured = d.chance(0.4);
    return {
      lineId: `line-${index + 1}`,
      unitPriceMinor: minor(d.chance(0.7) ? d.upTo(d.pick(prices)) : d.pick(prices)),
      quantityMilli: quantityMilli(measured ? 1 + d.upTo(4999) : 1000 * (1 + d.upTo(11))),
      measured,
      discounts: makeDiscounts(d, d.pick(prices)),
      taxes: rates.filter(() => d.chance(0.7)),
    };
  };
  return {
    currency,
    taxMode: d.pick(['included', 'excluded']),
    taxRounding: d.pick(['line', 'document']),
    lines: Array.from({ length: 1 + d.upTo(5) }, line),
    orderDiscounts: makeDiscounts(d, d.pick(prices)),
  };
}

function makeDiscounts(d: Dice, most: number): Discount[] {
  const count = d.chance(0.5) ? 0 : 1 + d.upTo(1);
  return Array.from({ length: count }, () =>
    d.chance(0.5)
      ? { kind: 'percent', ppm: d.pick([50_000, 100_000, 333_333, 500_000, 1_000_000, d.upTo(1_000_000)]) }
      : { kind: 'amount', amountMinor: minor(d.upTo(most)) },
  );
}

function makeRates(d: Dice): TaxRule[] {
  return Array.from({ length: 1 + d.upTo(2) }, (_, index) => ({
    rateId: `rate-${index + 1}`,
    jurisdiction: 'test',
    name: `Tax ${index + 1}`,
    ratePpm: d.pick(RATES),
    sequence: d.upTo(2),
    compound: d.chance(0.3),
  }));
}
