import { expect, it } from 'vitest';
import { kills } from './kills.ts';
import { report } from './report.ts';

it('a killed till loses nothing, halves nothing and reopens on the same cart', {
  timeout: 600_000,
}, async () => {
  const figures = await kills.run('short');
  report(kills, figures);
  expect(figures.wrong).toEqual([]);
  expect(figures.counts['sales acknowledged']).toBeGreaterThan(200);
  expect(figures.counts['of these inside a checkout']).toBeGreaterThan(100);
});
