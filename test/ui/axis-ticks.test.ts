import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../src/renderer/src/ui/axis-ticks.ts';

describe('the ticks of a chart', () => {
  it('are round amounts that reach above the best hour', () => {
    expect(axisTicks([26_000, 4_100])).toEqual([0, 10_000, 20_000, 30_000]);
    expect(axisTicks([1167], 100)).toEqual([0, 500, 1000, 1500]);
    expect(axisTicks([55_100])).toEqual([0, 20_000, 40_000, 60_000]);
    expect(axisTicks([19_500])).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  });
  it('never step less than what the axis can write', () => {
    expect(axisTicks([85], 100)).toEqual([0, 100]);
    expect(axisTicks([3])).toEqual([0, 1, 2, 3]);
  });
  it('stand on a quiet day, too', () => {
    expect(axisTicks([], 100)).toEqual([0, 100]);
    expect(axisTicks([0, 0])).toEqual([0, 1]);
  });
  it('go below zero when more came back than was sold', () => {
    expect(axisTicks([400, -300])).toEqual([-400, -200, 0, 200, 400]);
  });
});
