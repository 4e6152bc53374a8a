import { addDays, isBusinessDay } from '../../../shared/values/business-day.ts';

/** 'YYYY-MM-DD' as people of a locale write it in figures: 23/11/2026, 2026/11/23. */
export function dateText(day: string, locale: string): string {
  return inFigures(locale).format(noonOf(day));
}

/** What somebody typed in the order of their locale, or as YYYY-MM-DD; any signs between the figures, a year of two
 *  figures means this century.
 *  @returns 'YYYY-MM-DD', or undefined for what is no day of the calendar */
export function parseDateText(text: string, locale: string): string | undefined {
  const figures = text.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = figures;
  if (figures.length !== 3) return undefined;
  const order = first.length === 4 ? (['year', 'month', 'day'] as const) : orderOf(locale);
  const found = { year: '', month: '', day: '' };
  [first, second, third].forEach((figure, index) => {
    found[order[index] ?? 'day'] = figure;
  });
  const year = found.year.length === 2 ? `20${found.year}` : found.year;
  const day = `${year}-${found.month.padStart(2, '0')}-${found.day.padStart(2, '0')}`;
  return isBusinessDay(day) ? day : undefined;
}

/** The weeks that show a day's month, whole, each beginning on the locale's first day of the week. */
export function weeksOfMonth(day: string, locale: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const before = (weekdayOf(first) - firstWeekdayOf(locale) + 7) % 7;
  const start = addDays(first, -before);
  const weeks = Math.ceil((before + daysIn(first)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => addDays(start, week * 7 + index)),
  );
}

/** The same day some months on or back; the last of a shorter month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first, Math.min(Number(day.slice(8)), daysIn(first)) - 1);
}

/** 'Monday' to 'Sunday' of a week, as short as it goes: Mo, 一. */
export const weekdayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(noonOf(day));

export const monthText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noonOf(day));

/** A day in full, for those who hear it. */
export const longDateText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(noonOf(day));

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const weekdayOf = (day: string): number => new Date(noonOf(day)).getUTCDay();
const daysIn = (first: string): number =>
  new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();

function inFigures(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });
}

function orderOf(locale: string): ('year' | 'month' | 'day')[] {
  return inFigures(locale)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
}

/** 0 for Sunday. Not every engine knows the weeks of the world; Monday is the international standard. */
function firstWeekdayOf(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(locale);
  return (known.getWeekInfo?.().firstDay ?? 1) % 7;
}
