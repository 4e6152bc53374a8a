import { describe, expect, it } from 'vitest';
import { createRecentCodes, SAME_CODE_MS } from './recent-codes.ts';

describe('camera', () => {
  it('takes a code held before it once, and again when it has been away', () => {
    const isFresh = createRecentCodes();
    expect(isFresh('A', 0)).toBe(true);
    expect(isFresh('A', 1000)).toBe(false);
    expect(isFresh('A', 2000)).toBe(false);
    expect(isFresh('A', 2000 + SAME_CODE_MS)).toBe(true);
  });

  it('takes two codes side by side once each', () => {
    const isFresh = createRecentCodes();
    const seen = [0, 100, 200, 300].flatMap((ms) => ['A', 'B'].filter((code) => isFresh(code, ms)));
    expect(seen).toEqual(['A', 'B']);
  });
});
