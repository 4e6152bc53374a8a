import type { FaultCheck, FaultFigures } from '../../test/faults/check.ts';
import { describeMachine, type Machine } from '../figures/machine.ts';

export interface StoredFigures extends FaultFigures {
  readonly date: string;
  readonly size: 'short' | 'full';
  readonly seconds: number;
  readonly machine: Machine;
}

export type FaultBook = Readonly<Record<string, StoredFigures>>;

/** docs/reliability.md, whole, from the figures. */
export function writeReliabilityPage(checks: readonly FaultCheck[], book: FaultBook): string {
  const stored = checks.flatMap((check) => book[check.name] ?? []);
  return [
    '# Reliability',
    '',
    'What was done to the till, how often, and what came of it. Written by `npm run faults` from',
    '[figures/faults.json](figures/faults.json): do not edit. A short run of each check is part of `npm test`; these are the',
    'figures of the runs named. “0 in N” bounds the rate at about 3/N, no lower.',
    '',
    ...machines(stored),
    '',
    ...checks.flatMap((check) => section(check, book[check.name])),
    '## Short of its promise, or not shown',
    '',
    ...shortfalls(checks, book),
    '',
  ].join('\n');
}

function machines(stored: readonly StoredFigures[]): string[] {
  return [...new Set(stored.map(({ machine }) => describeMachine(machine)))].map(
    (line) => `Machine: ${line}.`,
  );
}

function section(check: FaultCheck, figures: StoredFigures | undefined): string[] {
  const promises =
    check.promises.length > 1 ? `promises ${check.promises.join(', ')}` : `promise ${check.promises[0]}`;
  const head = [`## ${check.name} (${promises})`, '', check.what, ''];
  if (!figures) return [...head, 'Not run yet.', ''];
  if (figures.cannot) return [...head, `Could not run (${figures.date}): ${figures.cannot}.`, ''];
  const rows = Object.entries(figures.counts).map(
    ([what, count]) => `| ${what} | ${count.toLocaleString('en')} |`,
  );
  return [
    ...head,
    `| ${figures.date}, ${figures.size} run, ${figures.seconds} s | |`,
    '| --- | ---: |',
    ...rows,
    '',
    figures.wrong.length === 0 ? 'Held.' : `**Did not hold:** ${figures.wrong.slice(0, 5).join('; ')}.`,
    '',
    `Limits: ${check.limits}`,
    '',
  ];
}

function shortfalls(checks: readonly FaultCheck[], book: FaultBook): string[] {
  const lines = checks.flatMap((check) => {
    const figures = book[check.name];
    if (!figures) return [`- ${check.name}: not run yet.`];
    if (figures.cannot) return [`- ${check.name}: could not run, ${figures.cannot}.`];
    const short = figures.size === 'short' ? [`- ${check.name}: only the short run was made.`] : [];
    return [
      ...short,
      ...figures.wrong.map((line) => `- ${check.name}: ${line}.`),
      ...(figures.short ?? []).map((line) => `- ${check.name}: ${line}.`),
    ];
  });
  return lines.length === 0 ? ['Nothing of what was tried.'] : lines;
}
