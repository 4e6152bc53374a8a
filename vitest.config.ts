import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: [
      '**/node_modules/**',
      'out/**',
      'test/browser/**',
      'test/desktop/**',
      'test/shots/**',
      'test/looks/**',
    ],
    // A native module (better-sqlite3) and process-wide state are safest in a process of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
