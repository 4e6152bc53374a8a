import { describe, expect, it } from 'vitest';
import { toChange } from './adjustment.ts';

describe('adjusting stock', () => {
  it('takes out what went, puts in what came', () => {
    expect(toChange('add', 2000)).toEqual({ kind: 'ready', change: { kind: 'by', quantityMilli: 2000 } });
    expect(toChange('take', 2000)).toEqual({ kind: 'ready', change: { kind: 'by', quantityMilli: -2000 } });
  });

  it('lets an empty shelf be counted, but nothing be added', () => {
    expect(toChange('counted', 0)).toEqual({
      kind: 'ready',
      change: { kind: 'countedTo', quantityMilli: 0 },
    });
    expect(toChange('add', 0)).toEqual({ kind: 'fault', reason: 'needed' });
    expect(toChange('take', null)).toEqual({ kind: 'fault', reason: 'needed' });
  });

  it('refuses what no shelf holds', () => {
    expect(toChange('counted', 10_000_000_001)).toEqual({ kind: 'fault', reason: 'tooMuch' });
    expect(toChange('take', -5)).toEqual({ kind: 'fault', reason: 'needed' });
  });
});
