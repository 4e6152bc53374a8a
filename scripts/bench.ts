import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, meets } from '../test/bench/scenario.ts';
import { SCENARIOS } from '../test/bench/scenarios.ts';
import { type BenchBook, type StoredMeasure, writePerformancePage } from './bench/performance-page.ts';
import { thisMachine, today } from './figures/machine.ts';

/** npm run bench [-- --only WORD] [--data DIR] [--quick] [--full]: how fast it is; figures into docs/. */
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    data: { type: 'string', default: join(root, '..', 'shared', 'data') },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});
const only = values.only.toLowerCase();
const named = SCENARIOS.filter(({ name }) => name.toLowerCase().includes(only));
const chosen = named.filter(({ long }) => !long || values.full || only !== '');
if (chosen.length === 0) {
  console.error(
    `No scenario of that name. There are:\n${SCENARIOS.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}
const data = resolve(values.data);
if (!existsSync(data)) console.log(`The real lists are not there (--data): what needs them is not measured.`);

const started = performance.now();
for (const scenario of chosen) {
  console.log(`▸ ${scenario.name}`);
  const load = loadavg()[0] ?? 0;
  const measured = await scenario.run({ data, quick: values.quick }).catch(asFailed);
  if (measured.cannot) console.log(`  cannot be measured here: ${measured.cannot}`);
  for (const figure of measured.figures)
    console.log(
      `  ${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}${meets(figure) ? '' : '  (short of its bar)'}`,
    );
  for (const note of measured.notes ?? []) console.log(`  ${note}`);
  keep(scenario.name, { date: today(), quick: values.quick, machine: thisMachine(), load, ...measured });
}
console.log(`${Math.round((performance.now() - started) / 1000)} s; the table is in docs/performance.md`);

/** One that fails is said to have failed; the others still run. */
function asFailed(error: unknown): Measured {
  console.error(error);
  process.exitCode = 1;
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { figures: [], cannot: `it failed: ${line}` };
}

/** After each scenario, so that a run cut short keeps what it has. */
function keep(name: string, measured: StoredMeasure): void {
  const file = join(root, 'docs', 'figures', 'bench.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BenchBook) : {};
  const all = { ...before, [name]: rounded(measured) };
  const book = Object.fromEntries(
    SCENARIOS.flatMap((scenario) => (all[scenario.name] ? [[scenario.name, all[scenario.name]]] : [])),
  );
  mkdirSync(join(root, 'docs', 'figures'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(book, null, 2)}\n`);
  writeFileSync(join(root, 'docs', 'performance.md'), writePerformancePage(SCENARIOS, book as BenchBook));
}

/** More digits than the clock is good for say nothing. */
function rounded(measured: StoredMeasure): StoredMeasure {
  const figures = measured.figures.map((figure) => ({
    ...figure,
    value: Number(figure.value.toPrecision(4)),
  }));
  return { ...measured, load: Number(measured.load.toFixed(1)), figures };
}
