// One folder at a time (scripts/mutation.ts): what is mutated, and the tests that cover it, come from there.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: (process.env.MUTATION_FILES ?? '').split(','),
  coverageAnalysis: 'perTest',
  // A mutated constant outside functions would need a whole new process for each.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  // Generous: on a busy machine a slow run must not count as a break that was noticed.
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? 'test-results/mutation.json' },
  tempDirName: 'test-results/stryker',
  ignorePatterns: ['/docs', '/shots', '/out', '/resources', '/test/browser', '/test/desktop', '/test/shots'],
  allowConsoleColors: false,
};
