import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/values/business-day.ts';
import { momentsFrom, shiftedFirstDay } from './trading-days.ts';

const FIRST = '2010-12-01';
/** To Friday 14 October 2011, both counted. */
const DAYS = 318;
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();

describe('the days of imported history', () => {
  it.each([
    ['2026-03-02', '2026-02-27'],
    ['2026-03-06', '2026-02-27'],
    ['2026-03-07', '2026-03-06'],
    ['2011-10-15', '2011-10-14'],
    ['2011-10-14', '2011-10-07'],
    ['2000-01-01', '1999-12-31'],
  ])('on %s end with the Friday before, %s', (today, last) => {
    const first = shiftedFirstDay(FIRST, DAYS, today);
    expect(addDays(first, DAYS - 1)).toBe(last);
    expect(weekday(first)).toBe(weekday(FIRST));
  });

  it('keep the hour on the wall, in winter and in summer', () => {
    const at = momentsFrom('2026-01-07', 'Europe/London');
    const noonOf = (day: number) => at(day * 24 * 60 + 12 * 60);
    expect(noonOf(0)).toEqual({
      businessDay: '2026-01-07',
      atMs: Date.UTC(2026, 0, 7, 12),
      zoneOffsetMinutes: 0,
    });
    // The clocks go forward on 29 March 2026.
    expect(noonOf(81)).toMatchObject({ businessDay: '2026-03-29', atMs: Date.UTC(2026, 2, 29, 11) });
    expect(noonOf(80)).toMatchObject({ businessDay: '2026-03-28', atMs: Date.UTC(2026, 2, 28, 12) });
    expect(noonOf(180)).toMatchObject({ zoneOffsetMinutes: 60 });
  });
});
