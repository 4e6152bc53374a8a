import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { projectFolder } from '../../scripts/start/build-if-needed.ts';
import { BOUNDS } from './bounds.ts';
import type { Effort } from './person.ts';

const FIGURES = join(projectFolder, 'docs', 'figures', 'journeys.json');

const MEASURES = ['keys', 'taps', 'scans', 'typedFields'] as const;

type Figures = Record<string, Effort>;

/** Holds a journey to its bound, and to the figure that is written down: the dearer of the two doors.
 *  TILLWISE_WRITE_FIGURES=1 writes the figure down instead of comparing it. */
export function expectEffort(journey: string, effort: Effort): void {
  const bound = BOUNDS[journey];
  if (!bound) throw new Error(`no bound for "${journey}" in bounds.ts`);
  expectAtMost(effort, bound, `${journey}: bound`);
  const figures = readFigures();
  const known = figures[journey];
  if (process.env.TILLWISE_WRITE_FIGURES) {
    const all = { ...figures, [journey]: known ? dearer(known, effort) : effort };
    const sorted = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
    writeFileSync(FIGURES, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
    return;
  }
  if (!known) throw new Error(`docs/figures/journeys.json has no "${journey}"`);
  expectAtMost(effort, known, `${journey}: docs/figures/journeys.json`);
}

function expectAtMost(effort: Effort, most: Effort, what: string): void {
  for (const measure of MEASURES)
    expect(effort[measure], `${what}: ${measure}`).toBeLessThanOrEqual(most[measure]);
}

const dearer = (one: Effort, other: Effort): Effort => ({
  keys: Math.max(one.keys, other.keys),
  taps: Math.max(one.taps, other.taps),
  scans: Math.max(one.scans, other.scans),
  typedFields: Math.max(one.typedFields, other.typedFields),
});

function readFigures(): Figures {
  try {
    return JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures;
  } catch {
    return {};
  }
}
