import type { StageResult } from './stage.ts';

/** Of vitest's JSON report, what is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** A test that did not run did not pass: skipped ones count as failed. A file that could not be loaded counts as one. */
export function readVitestReport(report: VitestReport): StageResult {
  let passed = 0;
  const problems: string[] = [];
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else {
        const why = test.failureMessages?.join('\n') || `did not run (${test.status})`;
        problems.push(`${file.name}\n  ${test.fullName}\n${indent(why)}`);
      }
    }
    const noneFailed = file.assertionResults.every((test) => test.status !== 'failed');
    if (file.status === 'failed' && noneFailed) {
      problems.push(`${file.name}\n${indent(file.message || 'could not be loaded')}`);
    }
  }
  return { passed, failed: problems.length, problems };
}

interface PlaywrightSuite {
  readonly file?: string;
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      /** 'expected' passed; 'flaky' passed only at a repeat, which is a failure here */
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** Of Playwright's JSON report, what is read here. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string }[];
}

export function readPlaywrightReport(report: PlaywrightReport): StageResult {
  let passed = 0;
  const problems = (report.errors ?? []).map((error) => error.message ?? 'failed before the first test');
  const visit = (suite: PlaywrightSuite, path: readonly string[]): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') passed += 1;
        else {
          const why = test.results
            .flatMap((result) => result.errors ?? [])
            .map((error) => error.message ?? '');
          const title = [...path, spec.title].join(' › ');
          problems.push(
            `${spec.file}:${spec.line}\n  ${title}\n${indent(why.join('\n') || `did not run (${test.status})`)}`,
          );
        }
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title]);
  };
  for (const suite of report.suites) visit(suite, []);
  return { passed, failed: problems.length, problems };
}

const FRAMES_OF_THE_RUNNER = /^\s+at .*(?:node_modules|node:internal)/;

function indent(text: string): string {
  return text
    .split('\n')
    .filter((line) => !FRAMES_OF_THE_RUNNER.test(line))
    .slice(0, 25)
    .map((line) => `    ${line}`)
    .join('\n');
}
