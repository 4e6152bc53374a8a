import type { CallOutput } from '../../../../shared/contract/index.ts';

type Hour = CallOutput<'report.today'>['hours'][number];

const HOURS = 24;
const FEWEST_SHOWN = 10;

/** The hours of a business day in the order they passed, quiet ones between them included. A day that runs past midnight
 *  begins after its longest pause; a short day is padded towards the evening, then towards the morning.
 *  @param hours  those with sales, each once, any order
 *  @returns hours 0 to 23 without a gap; none for none. Errors: none. */
export function hoursOfDay(hours: readonly Hour[]): Hour[] {
  if (hours.length === 0) return [];
  const byHour = new Map(hours.map((row) => [row.hour, row]));
  const { first, count } = span([...byHour.keys()].sort((a, b) => a - b));
  const missing = Math.max(0, FEWEST_SHOWN - count);
  const after = Math.min(Math.ceil(missing / 2), Math.max(0, HOURS - first - count));
  const before = Math.min(missing - after, first);
  return Array.from({ length: before + count + after }, (_, index) => {
    const hour = (first - before + index + HOURS) % HOURS;
    return byHour.get(hour) ?? { hour, salesMinor: 0, receipts: 0 };
  });
}

/** From the hour after the longest pause around the clock to the hour before it. */
function span(sorted: readonly number[]): { first: number; count: number } {
  let best = { first: sorted[0] ?? 0, pause: 0 };
  sorted.forEach((hour, index) => {
    const next = sorted[(index + 1) % sorted.length] ?? hour;
    const pause = (next - hour + HOURS) % HOURS || HOURS;
    // Of two equal pauses the night is the one that wraps around midnight.
    if (pause > best.pause || (pause === best.pause && next <= hour)) best = { first: next, pause };
  });
  return { first: best.first, count: HOURS - best.pause + 1 };
}
