import { describe, expect, it } from 'vitest';
import { applyPadKey, type PadKey } from '../../src/renderer/src/ui/pad-keys.ts';

const pounds = { decimalSeparator: '.', maxDecimals: 2 };
const press = (keys: PadKey[], rules = pounds) =>
  keys.reduce((text, key) => applyPadKey(text, key, rules), '');

describe('the number pad', () => {
  it('types twelve pounds fifty', () => {
    expect(press(['1', '2', 'decimal', '5', '0'])).toBe('12.50');
  });
  it('takes no third decimal of a pound, not even half of a double zero', () => {
    expect(press(['1', 'decimal', '5', '00'])).toBe('1.50');
    expect(press(['1', 'decimal', '5', '0', '9'])).toBe('1.50');
  });
  it('takes one separator only, and none for yen', () => {
    expect(press(['1', 'decimal', 'decimal', '5'])).toBe('1.5');
    expect(press(['1', 'decimal', '5'], { decimalSeparator: '.', maxDecimals: 0 })).toBe('15');
  });
  it('starts a fraction with a zero and drops leading zeros', () => {
    expect(press(['decimal', '5'])).toBe('0.5');
    expect(press(['00', '7'])).toBe('7');
  });
  it('takes back one key, or all', () => {
    expect(press(['1', '2', 'backspace'])).toBe('1');
    expect(press(['1', '2', 'clear'])).toBe('');
  });
  it('stops at the longest amount it was told', () => {
    expect(press(['1', '2', '3', '4'], { ...pounds, maxLength: 3 } as typeof pounds)).toBe('123');
  });
});
