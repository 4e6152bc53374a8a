import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareTests } from '../prepare-tests.ts';
import { build } from '../start/build-if-needed.ts';
import { readPlaywrightReport, readVitestReport } from './read-reports.ts';
import { type CommandResult, root, runCommand } from './run-command.ts';
import { addResults, oneCheck, type Stage, type StageResult, tail } from './stage.ts';

const MINUTE_MS = 60_000;
const JOURNEYS_MS = 13 * MINUTE_MS;
const LOOKS_MS = 7 * MINUTE_MS;
const NOTHING: StageResult = { passed: 0, failed: 0, problems: [] };
type Command = readonly [string, ...string[]];

async function check(name: string, command: Command): Promise<StageResult> {
  const { exitCode, output } = await runCommand(command);
  return oneCheck(exitCode === 0, `${name} (${command.join(' ')}):\n${tail(output, 80)}`);
}

/** Two at a time, as there are two cores. */
async function lint(): Promise<StageResult> {
  const [biome, rules] = await Promise.all([
    check('biome', ['biome', 'check', '--error-on-warnings', '.']),
    check('import rules', [
      'depcruise',
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
    ]),
  ]);
  const [unused, repository] = await Promise.all([
    check('knip', ['knip', '--no-progress']),
    check('repository', ['node', 'scripts/check-repository.ts']),
  ]);
  return addResults([biome, rules, unused, repository]);
}

/** A runner that ran nothing, died, or left no report has failed, whatever it says. */
function judge(run: CommandResult, counted: StageResult | undefined): StageResult {
  if (run.timedOut)
    return addResults([counted ?? NOTHING, oneCheck(false, `ran out of time\n${tail(run.output)}`)]);
  if (!counted || counted.passed + counted.failed === 0) {
    return oneCheck(false, `ran no test (exit code ${run.exitCode})\n${tail(run.output)}`);
  }
  const diedSilently = run.exitCode !== 0 && counted.failed === 0;
  return diedSilently ? addResults([counted, oneCheck(false, tail(run.output))]) : counted;
}

async function runWithReport<Report>(
  name: string,
  command: (reportPath: string) => Command,
  read: (report: Report) => StageResult,
  options: { timeoutMs: number; env?: Record<string, string> },
): Promise<StageResult> {
  const path = join(root, 'test-results', 'reports', `${name}.json`);
  rmSync(path, { force: true });
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: path };
  const run = await runCommand(command(path), { ...options, env });
  return judge(run, existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
}

/** Marked as whole, so that no journey builds again. */
async function bundle(): Promise<StageResult> {
  try {
    build();
    return oneCheck(true, '');
  } catch (error) {
    return oneCheck(false, tail(String(error), 80));
  }
}

function unit(): Promise<StageResult> {
  const command = (path: string): Command => ['vitest', 'run', '--reporter=json', `--outputFile=${path}`];
  return runWithReport('unit', command, readVitestReport, { timeoutMs: 12 * MINUTE_MS });
}

/** Playwright's own clock ends first, so that the report says which journeys there was no time for. */
function playwright(project: string, timeoutMs: number): Command {
  const clock = `--global-timeout=${timeoutMs - 20_000}`;
  return ['playwright', 'test', `--project=${project}`, '--reporter=line,json', clock];
}

function inChromium(project: 'browser' | 'looks', timeoutMs: number): Promise<StageResult> {
  return runWithReport(project, () => playwright(project, timeoutMs), readPlaywrightReport, { timeoutMs });
}

const FRAME_BUFFER = ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'];

/** The runtime is found (at first fetched) before the clock of the first test runs. */
async function desktop(): Promise<StageResult> {
  const { findElectron } = await import('../electron-runtime.ts');
  const runtime = await findElectron();
  if (!runtime) {
    return oneCheck(false, 'no Electron to test with; run: ELECTRON_OVERRIDE_DIST_PATH=<folder> npm test');
  }
  console.log(`  ${runtime.source}: ${runtime.executable}`);
  const [first = 'playwright', ...rest] = [
    ...(process.platform === 'linux' ? FRAME_BUFFER : []),
    ...playwright('desktop', JOURNEYS_MS),
  ];
  const options = { timeoutMs: JOURNEYS_MS, env: { TILLWISE_ELECTRON: runtime.executable } };
  return runWithReport('desktop', () => [first, ...rest], readPlaywrightReport, options);
}

export const STAGES: readonly Stage[] = [
  { name: 'prepare', what: 'programs the tests need', run: prepareTests },
  { name: 'typecheck', what: 'tsc', run: () => check('tsc', ['tsc', '--noEmit', '-p', 'tsconfig.json']) },
  { name: 'lint', what: 'biome, import rules, knip, repository', run: lint },
  { name: 'build', what: 'electron-vite', run: bundle },
  { name: 'unit', what: 'unit, contract, migration', run: unit },
  { name: 'browser', what: 'journeys in Chromium', run: () => inChromium('browser', JOURNEYS_MS) },
  {
    name: 'looks',
    what: 'axe in both themes, pseudo-locale and Chinese on every screen',
    run: () => inChromium('looks', LOOKS_MS),
  },
  { name: 'desktop', what: 'journeys in Electron', run: desktop },
];
