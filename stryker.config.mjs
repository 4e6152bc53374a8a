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
  timeoutMS: 20_000,
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? 'test-results/mutation.json' },
  tempDirName: 'test-results/stryker',
  ignorePatterns: ['/docs', '/shots', '/out', '/resources', '/test/browser', '/test/desktop', '/test/shots'],
  allowConsoleColors: false,
};
