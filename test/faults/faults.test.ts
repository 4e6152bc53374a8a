import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks.ts';
import { report } from './report.ts';

/** The short run of each; a machine that cannot make one says so plainly instead of counting it. */
describe('faults', () => {
  it.each(CHECKS.filter((check) => check.name !== 'Kills'))('$name', { timeout: 300_000 }, async (check) => {
    const figures = await check.run('short');
    report(check, figures);
    expect(figures.wrong).toEqual([]);
    if (figures.cannot === undefined) expect(Object.values(figures.counts)[0]).toBeGreaterThan(0);
  });
});
