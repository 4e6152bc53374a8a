/** What one stage of the test command came to. A check such as the type checker counts as one test. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** what a person needs in order to mend it; printed only when something failed */
  readonly problems: readonly string[];
}

export type StageName = 'prepare' | 'typecheck' | 'lint' | 'build' | 'unit' | 'browser' | 'looks' | 'desktop';

export interface Stage {
  readonly name: StageName;
  readonly what: string;
  run(chosen: ReadonlySet<StageName>): Promise<StageResult>;
}

export function addResults(results: readonly StageResult[]): StageResult {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    problems: results.flatMap((result) => result.problems),
  };
}

export function oneCheck(ok: boolean, problem: string): StageResult {
  return ok ? { passed: 1, failed: 0, problems: [] } : { passed: 0, failed: 1, problems: [problem] };
}

/** The end of a long output, where tools say what went wrong. */
export function tail(text: string, lines = 60): string {
  const all = text.trimEnd().split('\n');
  return all.length <= lines
    ? all.join('\n')
    : [`… ${all.length - lines} lines left out`, ...all.slice(-lines)].join('\n');
}
