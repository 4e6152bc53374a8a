import { describe, expect, it } from 'vitest';
import type { TimedKey } from './burst-detector.ts';
import { calibrate } from './calibrate.ts';

const scan = (text: string, gapMs: number, end?: 'Enter' | 'Tab'): TimedKey[] => [
  ...[...text].map((key, index) => ({
    key,
    code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    shift: false,
    timeMs: index * gapMs,
  })),
  ...(end ? [{ key: end, code: end, shift: false, timeMs: text.length * gapMs }] : []),
];
const three = (text: string, gapMs: number, end?: 'Enter' | 'Tab') => [
  scan(text, gapMs, end),
  scan(text, gapMs, end),
  scan(text, gapMs, end),
];

describe('calibrating a scanner', () => {
  it('finds the end key and leaves room above the slowest gap', () => {
    expect(calibrate(three('5000112637922', 20, 'Enter'), '')).toEqual({
      settings: {
        prefix: '',
        suffix: 'Enter',
        maxKeyGapMs: 40,
        minLength: 4,
        layout: 'us',
        groupSeparator: '',
      },
      heard: { symbology: false, separator: 'none' },
    });
  });
  it('finds Tab and no end key', () => {
    expect(calibrate(three('5000112637922', 2, 'Tab'), '')).toMatchObject({
      settings: { suffix: 'Tab', maxKeyGapMs: 25 },
    });
    expect(calibrate(three('5000112637922', 2), '')).toMatchObject({ settings: { suffix: 'none' } });
  });
  it('finds the prefix from the printed code', () => {
    expect(calibrate(three('ax5000112637922', 5, 'Enter'), '5000112637922')).toMatchObject({
      settings: { prefix: 'ax' },
    });
  });
  it('refuses typing by hand, different codes, and next to nothing', () => {
    expect(calibrate(three('5000112637922', 150, 'Enter'), '')).toEqual({ fault: 'tooSlow' });
    expect(calibrate([scan('50001', 5), scan('50002', 5), scan('50001', 5)], '')).toEqual({
      fault: 'different',
    });
    expect(calibrate(three('5', 5, 'Enter'), '')).toEqual({ fault: 'tooShort' });
  });
});
