import { addDays, type BusinessDay, zoneOffsetMinutes } from '../../../shared/values/business-day.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEK_DAYS = 7;

/** When something of the history happened, in this shop's own time. */
export interface HistoryMoment {
  readonly businessDay: BusinessDay;
  readonly atMs: number;
  readonly zoneOffsetMinutes: number;
}

/** The day the history starts with, moved by whole weeks so that its last day is the latest one before today: weekdays,
 *  and with them what sells when, stay what they were.
 *  @param days  from the first trading day to the last, both counted */
export function shiftedFirstDay(firstDay: BusinessDay, days: number, today: BusinessDay): BusinessDay {
  const lastDay = addDays(firstDay, days - 1);
  const behind = Math.round((Date.parse(today) - Date.parse(lastDay)) / (DAY_MINUTES * MINUTE_MS));
  return addDays(firstDay, Math.floor((behind - 1) / WEEK_DAYS) * WEEK_DAYS);
}

/** Turns the source's minutes into moments: the wall clock is kept, whatever the clock changes of the new year are.
 *  A shop trades at hours no clock change reaches, so each day has one offset. */
export function momentsFrom(firstDay: BusinessDay, timeZone: string): (minute: number) => HistoryMoment {
  const days = new Map<number, { businessDay: BusinessDay; midnightMs: number; offset: number }>();
  const dayAt = (index: number) => {
    const known = days.get(index);
    if (known) return known;
    const businessDay = addDays(firstDay, index);
    const utcMidnightMs = Date.parse(`${businessDay}T00:00:00Z`);
    const offset = zoneOffsetMinutes(utcMidnightMs + (DAY_MINUTES / 2) * MINUTE_MS, timeZone);
    const day = { businessDay, midnightMs: utcMidnightMs - offset * MINUTE_MS, offset };
    days.set(index, day);
    return day;
  };
  return (minute) => {
    const { businessDay, midnightMs, offset } = dayAt(Math.floor(minute / DAY_MINUTES));
    const atMs = midnightMs + (minute % DAY_MINUTES) * MINUTE_MS;
    return { businessDay, atMs, zoneOffsetMinutes: offset };
  };
}
