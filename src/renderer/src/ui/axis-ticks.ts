/** Round values for an axis from zero: steps of 1, 2 or 5 times a power of ten, the last at or above the largest value.
 *  @param values    what is drawn, any order; below zero the axis goes as far down as they do
 *  @param smallest  the least step worth writing, e.g. 100 for an axis in whole pounds; itself a power of ten
 *  @returns at least two values, rising. Errors: none. */
export function axisTicks(values: readonly number[], smallest = 1): number[] {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const step = Math.max(smallest, roundStep((high - low) / MOST_STEPS));
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

const MOST_STEPS = 4;

function roundStep(atLeast: number): number {
  if (atLeast <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const times = [1, 2, 5, 10].find((one) => one * power >= atLeast * (1 - Number.EPSILON)) ?? 10;
  return times * power;
}
