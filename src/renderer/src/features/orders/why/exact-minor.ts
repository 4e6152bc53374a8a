/** A value in minor units before it was rounded, as two whole numbers in text, the lower one above zero. */
export interface ExactMinor {
  readonly numerator: string;
  readonly denominator: string;
}

/** Digits shown below the smallest coin: enough to see which way a cent fell. */
const EXTRA_DIGITS = 4;

/** The value in major units as a decimal text, cut after four digits below the smallest coin; "…" tells that more follow.
 *  `exactMajorText({ numerator: '2597', denominator: '25' }, 2)` → `'1.0388'`. Errors: none. */
export function exactMajorText({ numerator, denominator }: ExactMinor, exponent: number): string {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator) * 10n ** BigInt(exponent);
  const places = exponent + EXTRA_DIGITS;
  const size = top < 0n ? -top : top;
  const scaled = (size * 10n ** BigInt(places)) / bottom;
  const goesOn = (size * 10n ** BigInt(places)) % bottom !== 0n;
  const digits = String(scaled).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(goesOn ? /$^/ : /0+$/, '');
  const whole = digits.slice(0, -places);
  return `${top < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}${goesOn ? '…' : ''}`;
}

/** How a booked amount follows from the exact one: it is the same, its rounding half away from zero, or it holds the unit
 *  that makes shared parts add up. */
export function roundingKind(exact: ExactMinor, resultMinor: number): 'exact' | 'rounded' | 'shared' {
  const top = BigInt(exact.numerator);
  const bottom = BigInt(exact.denominator);
  const result = BigInt(resultMinor);
  if (result * bottom === top) return 'exact';
  const size = top < 0n ? -top : top;
  const rounded = (2n * size + bottom) / (2n * bottom);
  return (top < 0n ? -rounded : rounded) === result ? 'rounded' : 'shared';
}
