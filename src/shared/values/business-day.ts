/** A calendar day of the shop, 'YYYY-MM-DD'. */
export type BusinessDay = string;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Years 1970 to 2199: outside it a clock is wrong, not a shop old. */
const LATEST_MS = 7_258_118_400_000;

/** The day a sale counts for: the local date, or the day before when the local wall clock shows less than the
 *  cut-off (R14). By the wall clock, so a night of a clock change has no special case.
 *  @param atMs           instant, Unix milliseconds, 1970 to 2199
 *  @param timeZone       IANA name
 *  @param cutOffMinutes  minutes after local midnight, 0 to 1439
 *  @throws RangeError for an unknown zone or a number out of range. */
export function businessDayOf(atMs: number, timeZone: string, cutOffMinutes: number): BusinessDay {
  if (!Number.isInteger(cutOffMinutes) || cutOffMinutes < 0 || cutOffMinutes > 1439) {
    throw new RangeError(`cut-off must be 0 to 1439 minutes: ${cutOffMinutes}`);
  }
  const wallMs = wallClockMs(atMs, timeZone);
  return new Date(wallMs - cutOffMinutes * MINUTE_MS).toISOString().slice(0, 10);
}

/** Minutes the zone's wall clock is ahead of UTC at an instant: Paris in July 120, New York in winter -300.
 *  @throws RangeError as `businessDayOf`. */
export function zoneOffsetMinutes(atMs: number, timeZone: string): number {
  return Math.round((wallClockMs(atMs, timeZone) - atMs) / MINUTE_MS);
}

/** Whether the text is a day that exists in the calendar, written 'YYYY-MM-DD'. */
export function isBusinessDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}

/** The day some days later (or earlier, when negative). @throws RangeError when `day` is no business day. */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  if (!isBusinessDay(day)) throw new RangeError(`not a day: ${day}`);
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same date some years earlier: whoever was born then or before is at least that old on `day`. 29 February has no
 *  counterpart in other years and becomes 28 February.
 *  @throws RangeError when `day` is no business day. */
export function yearsBefore(day: BusinessDay, years: number): BusinessDay {
  if (!isBusinessDay(day)) throw new RangeError(`not a day: ${day}`);
  const date = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return isBusinessDay(date) ? date : `${date.slice(0, 8)}28`;
}

/** Whether the platform knows an IANA time zone by this name. */
export function isTimeZone(text: string): boolean {
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock shows, as if it were UTC. */
function wallClockMs(atMs: number, timeZone: string): number {
  if (!Number.isSafeInteger(atMs) || atMs < 0 || atMs > LATEST_MS)
    throw new RangeError(`not an instant: ${atMs}`);
  const second = Math.floor(atMs / 1000);
  const last = lastAsked;
  if (last?.second === second && last.timeZone === timeZone) return atMs + last.aheadMs;
  const aheadMs = readClock(second * 1000, timeZone) - second * 1000;
  lastAsked = { second, timeZone, aheadMs };
  return atMs + aheadMs;
}

/** One sale asks for its moment many times over; within a second no zone's clock is moved. */
let lastAsked: { readonly second: number; readonly timeZone: string; readonly aheadMs: number } | null = null;

/** A whole second as the zone's wall clock shows it. */
function readClock(atMs: number, timeZone: string): number {
  const fields: Record<string, number> = {};
  for (const part of clockOf(timeZone).formatToParts(atMs)) fields[part.type] = Number(part.value);
  const { year, month, day, hour, minute, second } = fields;
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost about 50 µs to make, 1 µs to use. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? makeClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
