declare const minorBrand: unique symbol;

/** An amount in minor units of its currency (cents, fils, yen): a safe integer, never -0, never a fraction. */
export type Minor = number & { readonly [minorBrand]: 'Minor' };

/** Named at each use (R1). `half-away-from-zero` makes a refund mirror its sale to the cent. */
export type Rounding = 'half-away-from-zero' | 'toward-zero' | 'floor';

/** Largest amount any input may carry, either sign: 10^13 minor units leaves room to add up a year of them. */
export const MAX_INPUT_MINOR = 10_000_000_000_000;

/** Brands a number as money.
 *  @param value  minor units
 *  @throws RangeError when it is not a safe integer: money that cannot be exact is a bug, not an input error. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer amount: ${value}`);
  return (value === 0 ? 0 : value) as Minor;
}

export const ZERO: Minor = minor(0);

/** @throws RangeError when the sum leaves the safe range. */
export function add(a: Minor, b: Minor): Minor {
  return minor(a + b);
}

/** @throws RangeError when the difference leaves the safe range. */
export function subtract(a: Minor, b: Minor): Minor {
  return minor(a - b);
}

export function negate(a: Minor): Minor {
  return minor(-a);
}

/** Sum of amounts of one currency; the empty sum is 0. @throws RangeError outside the safe range. */
export function sum(amounts: readonly Minor[]): Minor {
  return amounts.reduce(add, ZERO);
}

export function absolute(a: Minor): Minor {
  return minor(Math.abs(a));
}

export function smaller(a: Minor, b: Minor): Minor {
  return a < b ? a : b;
}

export function larger(a: Minor, b: Minor): Minor {
  return a > b ? a : b;
}

/** Rounds an exact fraction to an integer.
 *  @param denominator  > 0
 *  @throws RangeError for a denominator ≤ 0 or a result that is no safe integer. */
export function roundFraction(numerator: bigint, denominator: bigint, rounding: Rounding): Minor {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  return minor(Number(roundBigInt(numerator, denominator, rounding)));
}

function roundBigInt(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const truncated = numerator / denominator;
  const rest = numerator % denominator;
  const away = numerator < 0n ? -1n : 1n;
  switch (rounding) {
    case 'toward-zero':
      return truncated;
    case 'floor':
      return rest < 0n ? truncated - 1n : truncated;
    case 'half-away-from-zero':
      return rest * away * 2n >= denominator ? truncated + away : truncated;
  }
}

/** `amount · numerator / denominator`, exact before the one rounding (R1).
 *  @param amount       minor units
 *  @param numerator    integer, any sign
 *  @param denominator  integer > 0
 *  @throws RangeError for non-integers, a denominator ≤ 0 or an unsafe result. */
export function multiplyRatio(
  amount: Minor,
  numerator: number | bigint,
  denominator: number | bigint,
  rounding: Rounding,
): Minor {
  return roundFraction(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding);
}
