import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDayOf,
  isBusinessDay,
  isTimeZone,
  yearsBefore,
  zoneOffsetMinutes,
} from './business-day.ts';

const at = (text: string) => Date.parse(text);

describe('business day', () => {
  it('counts a sale after midnight for the evening before, up to the cut-off', () => {
    expect(businessDayOf(at('2026-05-02T01:59:59.999+02:00'), 'Europe/Berlin', 120)).toBe('2026-05-01');
    expect(businessDayOf(at('2026-05-02T02:00:00+02:00'), 'Europe/Berlin', 120)).toBe('2026-05-02');
    expect(businessDayOf(at('2026-05-02T00:00:00+02:00'), 'Europe/Berlin', 0)).toBe('2026-05-02');
    expect(businessDayOf(at('2027-01-01T03:00:00+09:00'), 'Asia/Tokyo', 240)).toBe('2026-12-31');
  });

  it('goes by the wall clock in the nights the clock changes', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00, so 03:00 comes one hour after 01:59.
    expect(businessDayOf(at('2026-03-29T00:59:59Z'), 'Europe/Berlin', 180)).toBe('2026-03-28');
    expect(businessDayOf(at('2026-03-29T01:00:00Z'), 'Europe/Berlin', 180)).toBe('2026-03-29');
    // 25 October 2026: 02:30 comes twice.
    expect(businessDayOf(at('2026-10-25T00:30:00Z'), 'Europe/Berlin', 180)).toBe('2026-10-24');
    expect(businessDayOf(at('2026-10-25T01:30:00Z'), 'Europe/Berlin', 180)).toBe('2026-10-24');
    expect(businessDayOf(at('2026-10-25T02:00:00Z'), 'Europe/Berlin', 180)).toBe('2026-10-25');
  });

  it('knows the offset on either side of a change', () => {
    expect(zoneOffsetMinutes(at('2026-03-29T00:59:59Z'), 'Europe/Berlin')).toBe(60);
    expect(zoneOffsetMinutes(at('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(120);
    expect(zoneOffsetMinutes(at('2026-01-01T00:00:00Z'), 'America/New_York')).toBe(-300);
    expect(zoneOffsetMinutes(at('2026-01-01T00:00:00.500Z'), 'Asia/Kathmandu')).toBe(345);
    expect(zoneOffsetMinutes(at('2026-01-01T00:00:00Z'), 'UTC')).toBe(0);
    expect(zoneOffsetMinutes(at('2026-07-01T00:00:00Z'), 'Australia/Lord_Howe')).toBe(630);
  });

  it('refuses clocks, zones and cut-offs that cannot be', () => {
    expect(() => businessDayOf(Number.NaN, 'UTC', 0)).toThrow(RangeError);
    expect(() => businessDayOf(8.64e15, 'UTC', 0)).toThrow(RangeError);
    expect(() => businessDayOf(0, 'UTC', 1440)).toThrow(RangeError);
    expect(() => businessDayOf(0, 'Mars/Olympus', 0)).toThrow(RangeError);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('Europe/Paris')).toBe(true);
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2026-12-31'].every(isBusinessDay)).toBe(true);
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', '', '2026-01-01T00'].some(isBusinessDay),
    ).toBe(false);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});

describe('the same date some years earlier', () => {
  it('is the last birthday of who is old enough', () => {
    expect(yearsBefore('2026-11-23', 18)).toBe('2008-11-23');
    expect(yearsBefore('2026-01-01', 1)).toBe('2025-01-01');
  });
  it('makes nobody older on 29 February than they are', () => {
    // Who was born on 1 March 2010 turns 18 tomorrow.
    expect(yearsBefore('2028-02-29', 18)).toBe('2010-02-28');
    expect(yearsBefore('2028-02-29', 20)).toBe('2008-02-29');
    // Who was born on 29 February 2008 is 18 from 1 March 2026 on.
    expect(yearsBefore('2026-02-28', 18)).toBe('2008-02-28');
    expect(yearsBefore('2026-03-01', 18)).toBe('2008-03-01');
  });
  it('knows days only', () => {
    expect(() => yearsBefore('2026-02-30', 1)).toThrow(RangeError);
  });
});
