/** Gross sums of one receipt, cents, by the five rates the format knows. */
export interface TaxSums {
  readonly normalCents: number;
  readonly reduced1Cents: number;
  readonly reduced2Cents: number;
  readonly zeroCents: number;
  readonly specialCents: number;
}

export const NO_SUMS: TaxSums = {
  normalCents: 0,
  reduced1Cents: 0,
  reduced2Cents: 0,
  zeroCents: 0,
  specialCents: 0,
};

/** In the order of the fields. */
export function listSums(sums: TaxSums): readonly number[] {
  return [sums.normalCents, sums.reduced1Cents, sums.reduced2Cents, sums.zeroCents, sums.specialCents];
}

/** Exact also where five safe integers add up to an unsafe one. */
export function totalCents(sums: TaxSums): bigint {
  return listSums(sums).reduce((total, cents) => total + BigInt(cents), 0n);
}

export function areZero(sums: TaxSums): boolean {
  return listSums(sums).every((cents) => cents === 0);
}

/** Cents with a decimal comma: 1234 → '12,34', -5 → '-0,05'. @throws RangeError for what is no safe integer */
export function formatSum(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an amount of cents: ${cents}`);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** Reads exactly what `formatSum` writes. @returns null for every other spelling, '-0,00' and '07,00' included */
export function parseSum(text: string): number | null {
  if (!/^-?\d{1,14},\d\d$/.test(text)) return null;
  const cents = Number(text.replace(',', ''));
  return Number.isSafeInteger(cents) && formatSum(cents) === text ? cents : null;
}
