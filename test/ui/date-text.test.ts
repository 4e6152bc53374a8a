import { describe, expect, it } from 'vitest';
import { addMonths, dateText, parseDateText, weeksOfMonth } from '../../src/renderer/src/ui/date-text.ts';

describe('dates in fields', () => {
  it('are written as the shop writes them', () => {
    expect(dateText('2026-11-03', 'en-GB')).toBe('03/11/2026');
    expect(dateText('2026-11-03', 'en-US')).toBe('11/03/2026');
    expect(dateText('2026-11-03', 'de-DE')).toBe('03.11.2026');
    expect(dateText('2026-11-03', 'zh-CN')).toBe('2026/11/03');
  });
  it('are read in that order', () => {
    expect(parseDateText('3/11/2026', 'en-GB')).toBe('2026-11-03');
    expect(parseDateText('3/11/2026', 'en-US')).toBe('2026-03-11');
    expect(parseDateText('3.11.26', 'de-DE')).toBe('2026-11-03');
    expect(parseDateText('2026年11月3日', 'zh-CN')).toBe('2026-11-03');
    expect(parseDateText('2026-11-03', 'en-GB')).toBe('2026-11-03');
  });
  it('are refused when the calendar has no such day', () => {
    for (const text of ['31/02/2026', '3/13/2026', '3/11', '', 'today', '1/2/3/4'])
      expect(parseDateText(text, 'en-GB')).toBeUndefined();
  });
  it('lie in whole weeks that begin as the country has it', () => {
    const british = weeksOfMonth('2026-11-23', 'en-GB');
    expect(british[0]?.[0]).toBe('2026-10-26');
    expect(british.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeksOfMonth('2026-11-23', 'en-US')[0]?.[0]).toBe('2026-11-01');
    expect(weeksOfMonth('2026-02-10', 'en-US')).toHaveLength(4);
  });
  it('move by months to the last day of a shorter one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
  });
});
