import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Size } from '../test/faults/check.ts';
import { CHECKS } from '../test/faults/checks.ts';
import { type FaultBook, type StoredFigures, writeReliabilityPage } from './faults/reliability-page.ts';
import { thisMachine, today } from './figures/machine.ts';

/** npm run faults [-- --short] [--only WORD]: what can go wrong is made to go wrong; figures into docs/. */
const docs = join(import.meta.dirname, '..', 'docs');
const figuresFile = join(docs, 'figures', 'faults.json');

const words = process.argv.slice(2);
const size: Size = words.includes('--short') ? 'short' : 'full';
const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '').toLowerCase() : '';
const chosen = CHECKS.filter((check) => check.name.toLowerCase().includes(only));
if (chosen.length === 0) {
  console.error(`No check of that name. There are:\n${CHECKS.map(({ name }) => `  ${name}`).join('\n')}`);
  process.exit(2);
}

let failed = 0;
for (const check of chosen) {
  console.log(`▸ ${check.name}: ${check.what}`);
  const startedMs = performance.now();
  const figures = await check.run(size);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  for (const [what, count] of Object.entries(figures.counts)) console.log(`  ${count} ${what}`);
  if (figures.cannot) console.log(`  could not run here: ${figures.cannot}`);
  for (const line of figures.wrong) console.log(`  ✗ ${line}`);
  if (figures.wrong.length > 0) failed += 1;
  keep(check.name, { date: today(), size, seconds, machine: thisMachine(), ...figures });
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** After each check, so that a run cut short keeps what it has. */
function keep(name: string, figures: StoredFigures): void {
  const before = existsSync(figuresFile) ? (JSON.parse(readFileSync(figuresFile, 'utf8')) as FaultBook) : {};
  const all = { ...before, [name]: figures };
  const book = Object.fromEntries(
    CHECKS.flatMap((check) => (all[check.name] ? [[check.name, all[check.name]]] : [])),
  );
  mkdirSync(join(docs, 'figures'), { recursive: true });
  writeFileSync(figuresFile, `${JSON.stringify(book, null, 2)}\n`);
  writeFileSync(join(docs, 'reliability.md'), writeReliabilityPage(CHECKS, book as FaultBook));
}
