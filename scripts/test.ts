import { chooseStages, USAGE } from './test/choose-stages.ts';
import { root } from './test/run-command.ts';
import { addResults, oneCheck, type Stage, type StageName, type StageResult } from './test/stage.ts';
import { STAGES } from './test/stages.ts';

function secondsSince(startMs: number): string {
  return ((performance.now() - startMs) / 1000).toFixed(1);
}

/** A stage that throws has failed like any other; the stages after it still run. */
async function runStage(stage: Stage, chosen: ReadonlySet<StageName>): Promise<StageResult> {
  console.log(`▸ ${stage.name} (${stage.what})`);
  const startMs = performance.now();
  const stillAlive = setInterval(() => console.log(`  … ${secondsSince(startMs)} s`), 60_000);
  let result: StageResult;
  try {
    result = await stage.run(chosen);
  } catch (error) {
    result = oneCheck(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  clearInterval(stillAlive);
  for (const problem of result.problems)
    console.log(`\n✗ ${stage.name}: ${problem.replaceAll(`${root}/`, '')}\n`);
  console.log(
    `  ${result.failed ? '✗' : '✓'} ${result.passed} ok, ${result.failed} wrong, ${secondsSince(startMs)} s`,
  );
  return result;
}

const names = chooseStages(process.argv.slice(2));
if (!names) {
  console.error(USAGE);
  process.exit(2);
}
const chosen = new Set(names);
const leftOut = STAGES.filter((stage) => !chosen.has(stage.name)).map((stage) => stage.name);
if (leftOut.length > 0) console.log(`Left out as asked: ${leftOut.join(', ')}`);
const results: StageResult[] = [];
for (const stage of STAGES) if (chosen.has(stage.name)) results.push(await runStage(stage, chosen));
const total = addResults(results);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
