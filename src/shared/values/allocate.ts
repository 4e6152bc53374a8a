import { type Minor, minor } from './money.ts';

/** Splits an amount so that the parts sum exactly to it (R6, largest remainder): each share is floored, leftover
 *  units go to the largest remainders, ties by order. A negative total mirrors the positive one.
 *  @param total    minor units, any sign
 *  @param weights  safe integers ≥ 0, order kept
 *  @returns one part a weight, minor units; no part exceeds its weight while |total| ≤ Σ weights; all-zero weights
 *           split evenly.
 *  @throws RangeError for a negative weight, or when there is nobody to give a non-zero total to. */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights must be safe integers of 0 or more');
  }
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('nothing to allocate to');
    return [];
  }
  const even = weights.every((weight) => weight === 0);
  const shares = (even ? weights.map(() => 1) : weights).map(BigInt);
  const whole = shares.reduce((a, b) => a + b, 0n);
  const size = BigInt(Math.abs(total));
  const parts = spread(
    size,
    shares.map((share) => ({ numerator: size * share, denominator: whole })),
  );
  return parts.map((part) => minor(total < 0 ? -part : part));
}

/** An exact fraction; `denominator` > 0. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Rounds exact shares, of any sign, to integers that sum to `total`: floor each, leftovers to the largest
 *  remainders, ties by order (R3, R6).
 *  @param total  the sum of the shares, rounded to a whole unit
 *  @throws RangeError when the total is further from the shares than rounding can bring it. */
export function spread(total: bigint, shares: readonly Fraction[]): number[] {
  const floors = shares.map(floorOf);
  const leftover = Number(total - floors.reduce((a, b) => a + b, 0n));
  if (leftover < 0 || leftover > shares.length) throw new RangeError('total does not fit the shares');
  const byRemainder = shares
    .map((share, index) => ({
      index,
      rest: share.numerator - floors[index]! * share.denominator,
      of: share.denominator,
    }))
    .sort((a, b) => compare(b.rest * a.of, a.rest * b.of) || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, leftover).map((entry) => entry.index));
  return floors.map((floor, index) => Number(floor) + (lucky.has(index) ? 1 : 0));
}

function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
