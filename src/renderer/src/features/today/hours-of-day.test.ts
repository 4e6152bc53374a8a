import { describe, expect, it } from 'vitest';
import { hoursOfDay } from './hours-of-day.ts';

const sold = (...hours: number[]) => hours.map((hour) => ({ hour, salesMinor: hour * 100 + 1, receipts: 1 }));
const shown = (...hours: number[]) => hoursOfDay(sold(...hours)).map(({ hour }) => hour);

describe('the hours of a day', () => {
  it('shows nothing where nothing was sold', () => {
    expect(hoursOfDay([])).toEqual([]);
  });
  it('shows quiet hours between busy ones as nothing sold', () => {
    const rows = hoursOfDay(sold(9, 18, 12));
    expect(rows.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(rows.map(({ salesMinor }) => salesMinor).filter((minor) => minor > 0)).toEqual([901, 1201, 1801]);
  });
  it('shows a night after the evening it belongs to', () => {
    expect(shown(0, 1, 17, 20, 22, 23)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 0, 1]);
  });
  it('shows ten hours even of a day with one sale', () => {
    expect(shown(11)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(shown(23)).toHaveLength(10);
    expect(shown(0)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('shows a shop that never closes from midnight to midnight', () => {
    expect(shown(...Array.from({ length: 24 }, (_, hour) => hour))).toEqual(
      Array.from({ length: 24 }, (_, hour) => hour),
    );
  });
});
