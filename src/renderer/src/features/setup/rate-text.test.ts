import { describe, expect, it } from 'vitest';
import { parseRate, rateText } from './rate-text.ts';

describe('a tax rate typed as a percentage', () => {
  it.each([
    ['20', 200_000],
    ['8.875', 88_750],
    ['0', 0],
    ['100', 1_000_000],
    [' 5.5 % ', 55_000],
  ])('%s is kept to the millionth', (text, ppm) => {
    expect(parseRate(text, 'en-GB')).toBe(ppm);
  });

  it('takes the comma where the comma is the decimal sign', () => {
    expect(parseRate('5,5', 'de-DE')).toBe(55_000);
    expect(parseRate('5,5', 'en-GB')).toBeUndefined();
  });

  it.each(['-1', '100.0001', '8.87512', 'abc', '1e1'])('refuses %s', (text) => {
    expect(parseRate(text, 'en-GB')).toBeUndefined();
  });

  it.each([
    [200_000, '20'],
    [88_750, '8.875'],
    [0, '0'],
    [1_000_000, '100'],
  ])('%i reads %s', (ppm, text) => {
    expect(rateText(ppm, 'en-GB')).toBe(text);
  });
});
