import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisMachine, today } from './figures/machine.ts';
import { type MutationReport, type MutationScore, scoreOf } from './mutation/score.ts';

/** npm run mutation [-- FOLDER …]: breaks the money code bit by bit and counts how many breaks a test notices. */
const root = join(import.meta.dirname, '..');
const figuresFile = join(root, 'docs', 'figures', 'mutation.json');

/** Which tests cover a folder besides its own. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  pricing: ['test/property/money.test.ts'],
  tax: ['src/domain/pricing/*.test.ts', 'test/property/money.test.ts'],
  tender: ['test/property/money.test.ts'],
  values: ['src/domain/tender/*.test.ts'],
  document: ['src/domain/journal/*.test.ts'],
  journal: ['src/domain/document/*.test.ts'],
  rksv: ['known-values', 'issue-receipt', 'malformed-chains', 'export-files'].map(
    (name) => `test/journal/${name}.test.ts`,
  ),
  receipt: ['test/receipt/rows.test.ts'],
};
const FOLDERS: Readonly<Record<string, string>> = {
  values: 'src/shared/values',
  ...Object.fromEntries(
    globSync('src/domain/*', { cwd: root })
      .filter((path) => globSync(`${path}/*.ts`, { cwd: root }).length > 0)
      .map((path) => [path.split('/').at(-1) ?? '', path]),
  ),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => FOLDERS[name] === undefined);
if (unknown.length > 0) {
  console.error(`No folder ${unknown.join(', ')}; there are ${Object.keys(FOLDERS).join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(FOLDERS)) {
  const score = mutate(name, FOLDERS[name] ?? '');
  console.log(`${name}: ${score.killed} of ${score.mutants} killed, ${score.percent} %`);
  for (const survivor of score.survivors.slice(0, 60)) console.log(`  ${survivor}`);
  keep(name, score);
}

function mutate(name: string, folder: string): MutationScore {
  const report = join(root, 'test-results', `mutation-${name}.json`);
  rmSync(report, { force: true });
  const files = [`${folder}/*.ts`, `!${folder}/*.test.ts`];
  const tests = [`${folder}/*.test.ts`, ...(ALSO[name] ?? [])];
  const env = {
    ...process.env,
    MUTATION_FILES: files.join(','),
    MUTATION_TESTS: tests.join(','),
    MUTATION_REPORT: report,
    MONEY_CARTS: '300',
  };
  const { stdout, stderr } = spawnSync('npx', ['stryker', 'run'], { cwd: root, env, encoding: 'utf8' });
  if (!existsSync(report)) throw new Error(`no report for ${name}:\n${stdout.slice(-3000)}${stderr}`);
  return scoreOf(JSON.parse(readFileSync(report, 'utf8')) as MutationReport);
}

/** The whole score is that of all folders together; survivors are printed, not kept. */
function keep(name: string, { survivors: _, ...score }: MutationScore): void {
  type Book = { folders: Record<string, object & { killed: number; mutants: number }> };
  const before = existsSync(figuresFile)
    ? (JSON.parse(readFileSync(figuresFile, 'utf8')) as Book)
    : { folders: {} };
  const folders = { ...before.folders, [name]: { date: today(), ...score } };
  const sum = (key: 'killed' | 'mutants') =>
    Object.values(folders).reduce((total, one) => total + one[key], 0);
  const percent = Math.round((sum('killed') / sum('mutants')) * 1000) / 10;
  const missing = Object.keys(FOLDERS).filter((folder) => folders[folder] === undefined);
  const book = {
    bar: 80,
    percent,
    killed: sum('killed'),
    mutants: sum('mutants'),
    missing,
    machine: thisMachine(),
    folders,
  };
  mkdirSync(join(root, 'docs', 'figures'), { recursive: true });
  writeFileSync(figuresFile, `${JSON.stringify(book, null, 2)}\n`);
}
