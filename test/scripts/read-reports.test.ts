import { describe, expect, it } from 'vitest';
import { chooseStages } from '../../scripts/test/choose-stages.ts';
import { readPlaywrightReport, readVitestReport } from '../../scripts/test/read-reports.ts';

const passed = { fullName: 'a sale is rung up', status: 'passed' };

describe('reading the unit tests’ report', () => {
  it('counts what passed and what failed, and keeps why', () => {
    const failed = { fullName: 'change is given', status: 'failed', failureMessages: ['expected 5 to be 6'] };
    const result = readVitestReport({
      testResults: [{ name: 'sale.test.ts', status: 'failed', assertionResults: [passed, failed] }],
    });
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.problems[0]).toContain('expected 5 to be 6');
  });

  it('counts a test that did not run as failed', () => {
    const pending = { fullName: 'a refund', status: 'pending' };
    const result = readVitestReport({
      testResults: [{ name: 'refund.test.ts', status: 'passed', assertionResults: [passed, pending] }],
    });
    expect(result).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a file that could not be loaded as failed', () => {
    const result = readVitestReport({
      testResults: [{ name: 'x.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
    });
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.problems[0]).toContain('no such module');
  });
});

describe('reading the journeys’ report', () => {
  const spec = (status: string, message?: string) => ({
    title: 'cash sale',
    file: 'cash.spec.ts',
    line: 3,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });

  it('counts nested journeys, and one that passed only at a repeat as failed', () => {
    const inner = { title: 'by keyboard', specs: [spec('unexpected', 'no receipt'), spec('flaky')] };
    const result = readPlaywrightReport({
      suites: [{ title: 'cash.spec.ts', specs: [spec('expected')], suites: [inner] }],
    });
    expect(result).toMatchObject({ passed: 1, failed: 2 });
    expect(result.problems[0]).toContain('by keyboard › cash sale');
    expect(result.problems[0]).toContain('no receipt');
  });

  it('counts a skipped journey and an error before the first one as failed', () => {
    const result = readPlaywrightReport({
      suites: [{ title: 'cash.spec.ts', specs: [spec('skipped')] }],
      errors: [{ message: 'cannot load' }],
    });
    expect(result).toMatchObject({ passed: 0, failed: 2 });
  });
});

describe('choosing stages', () => {
  it('runs all when nothing is asked, and what a stage needs before it', () => {
    expect(chooseStages([])).toHaveLength(8);
    expect(chooseStages(['desktop'])).toEqual(['prepare', 'build', 'desktop']);
    expect(chooseStages(['--fast'])).not.toContain('browser');
  });

  it('refuses a word it does not know', () => {
    expect(chooseStages(['unti'])).toBeUndefined();
    expect(chooseStages(['--fats'])).toBeUndefined();
  });
});
