import type { FaultCheck, FaultFigures } from './check.ts';

/** One line for the console: what was counted, or plainly that it could not be. */
export function report(check: FaultCheck, figures: FaultFigures): void {
  const counted = Object.entries(figures.counts).map(([what, count]) => `${count} ${what}`);
  console.log(`${check.name}: ${figures.cannot ? `cannot run here, ${figures.cannot}` : counted.join(', ')}`);
}
