import { defineConfig } from 'vitest/config';

/** The tests that a mutation run repeats for every mutant: those of the folder at hand, nothing slow. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    exclude: ['src/domain/catalogue-import/real-lists.test.ts'],
    testTimeout: 120_000,
  },
});
