import { type Figure, type Measured, meets, type Scenario } from '../../test/bench/scenario.ts';
import { describeMachine, type Machine } from '../figures/machine.ts';

export interface StoredMeasure extends Measured {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: Machine;
  /** Runnable processes when it began; more than cores: the times say little. */
  readonly load: number;
}

export type BenchBook = Readonly<Record<string, StoredMeasure>>;

/** docs/performance.md, whole, from the figures. */
export function writePerformancePage(scenarios: readonly Scenario[], book: BenchBook): string {
  const machines = new Set(
    scenarios.flatMap(({ name }) => (book[name] ? [describeMachine(book[name].machine)] : [])),
  );
  return [
    '# Speed and memory',
    '',
    'Written by `npm run bench` from [figures/bench.json](figures/bench.json): do not edit. Medians over rounds; a ratio is',
    'taken against its baseline in the same run. The real lists lie beside the repository (`--data`), so a fresh clone',
    'alone cannot repeat these figures.',
    '',
    ...[...machines].map((machine) => `Machine: ${machine}.`),
    '',
    ...scenarios.flatMap((scenario) => section(scenario, book[scenario.name])),
    '## Short of its bar',
    '',
    ...shortfalls(scenarios, book),
    '',
  ].join('\n');
}

function section({ name, what, long }: Scenario, measured: StoredMeasure | undefined): string[] {
  const head = [`## ${name}`, '', what, ''];
  if (!measured) return [...head, `Not measured yet${long ? ' (`npm run bench -- --full`)' : ''}.`, ''];
  if (measured.cannot) return [...head, `Could not be measured (${measured.date}): ${measured.cannot}.`, ''];
  const rows = measured.figures.map(
    (figure) => `| ${figure.name} | ${show(figure)} | ${bar(figure)} | ${verdict(figure)} |`,
  );
  const notes = [...(measured.notes ?? []), ...doubts(measured)];
  return [
    ...head,
    `| ${measured.date} | | bar | |`,
    '| --- | ---: | ---: | --- |',
    ...rows,
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
  ];
}

/** What makes times say little. */
function doubts({ quick, load, machine }: StoredMeasure): string[] {
  return [
    ...(quick
      ? ['A quick run: few rounds, in a shop of 10,000 products (a tenth of what is named above).']
      : []),
    ...(load > machine.cores
      ? [
          `The machine was busy (${load.toFixed(1)} processes wanted ${machine.cores} cores): times are too long, ratios hold better.`,
        ]
      : []),
  ];
}

function verdict(figure: Figure): string {
  if (!figure.bar) return '';
  return meets(figure) ? 'met' : '**short**';
}

function bar({ bar: wanted, unit }: Figure): string {
  if (!wanted) return '';
  return 'atMost' in wanted ? `≤ ${amount(wanted.atMost)} ${unit}` : `≥ ${amount(wanted.atLeast)} ${unit}`;
}

const show = ({ value, unit }: Figure): string => `${amount(value)} ${unit}`.trim();

function amount(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function shortfalls(scenarios: readonly Scenario[], book: BenchBook): string[] {
  const lines = scenarios.flatMap(({ name }) => {
    const measured = book[name];
    if (!measured) return [`- ${name}: not measured yet.`];
    if (measured.cannot) return [`- ${name}: could not be measured, ${measured.cannot}.`];
    const doubt = doubts(measured).length > 0 ? ' (see the doubts above)' : '';
    return measured.figures
      .filter((figure) => !meets(figure))
      .map((figure) => `- ${name}, ${figure.name}: ${show(figure)}, wanted ${bar(figure)}${doubt}.`);
  });
  return lines.length === 0 ? ['Nothing: every bar was met.'] : lines;
}
