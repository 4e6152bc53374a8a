/** Exact fractions, kept in lowest terms with a positive denominator. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const [t, b] = [BigInt(top), BigInt(bottom)];
  const divisor = gcd(t < 0n ? -t : t, b < 0n ? -b : b) * (b < 0n ? -1n : 1n);
  return { top: t / divisor, bottom: b / divisor };
}

export const plus = (a: Fraction, b: Fraction) =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction) => plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Fraction, b: Fraction) => fraction(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom, a.bottom * b.top);
export const isLess = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom;

/** Nearest whole number; a half goes away from zero. */
export function nearest({ top, bottom }: Fraction): number {
  const size = top < 0n ? -top : top;
  const whole = Number((2n * size + bottom) / (2n * bottom));
  return top < 0n && whole !== 0 ? -whole : whole;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y) [x, y] = [y, x % y];
  return x || 1n;
}
