import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/test/find-chromium.ts';

const chromium = findChromium();

export default defineConfig({
  // Reports lie beside, not in, the output folder, which Playwright empties at every start.
  outputDir: 'test-results/artifacts',
  forbidOnly: true,
  fullyParallel: false,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: [...CHROMIUM_FLAGS], ...(chromium ? { executablePath: chromium } : {}) },
  },
  projects: [
    { name: 'browser', testDir: 'test/browser' },
    { name: 'desktop', testDir: 'test/desktop', workers: 1 },
    // Axe, pseudo-locale and Chinese on every screen.
    { name: 'looks', testDir: 'test/looks' },
    { name: 'shots', testDir: 'test/shots', timeout: 180_000 },
  ],
});
