import { describe, expect, it } from 'vitest';
import { exactMajorText, roundingKind } from './exact-minor.ts';

const exact = (numerator: number, denominator: number) => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

describe('an exact amount as text', () => {
  it('shows every digit there is', () => {
    expect(exactMajorText(exact(2597, 25), 2)).toBe('1.0388');
    expect(exactMajorText(exact(164, 1), 2)).toBe('1.64');
    expect(exactMajorText(exact(200, 1), 2)).toBe('2');
  });
  it('says that digits go on for ever', () => {
    expect(exactMajorText(exact(26, 1), 2)).toBe('0.26');
    expect(exactMajorText(exact(-1183, 257), 2)).toBe('-0.046031…');
    expect(exactMajorText(exact(100, 3), 2)).toBe('0.333333…');
    expect(exactMajorText(exact(200, 3_000_000), 2)).toBe('0.000000…');
  });
  it('knows currencies without small coins and with three decimals', () => {
    expect(exactMajorText(exact(1001, 2), 0)).toBe('500.5');
    expect(exactMajorText(exact(1001, 2), 3)).toBe('0.5005');
  });
});

describe('why the booked amount differs', () => {
  it('is not at all, or by rounding half away from zero', () => {
    expect(roundingKind(exact(104, 1), 104)).toBe('exact');
    expect(roundingKind(exact(2597, 25), 104)).toBe('rounded');
    expect(roundingKind(exact(-5, 2), -3)).toBe('rounded');
    expect(roundingKind(exact(5, 2), 3)).toBe('rounded');
  });
  it('is the unit that makes shared parts add up', () => {
    expect(roundingKind(exact(10, 3), 4)).toBe('shared');
    expect(roundingKind(exact(-5, 2), -2)).toBe('shared');
  });
});
