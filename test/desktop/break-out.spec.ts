import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../../scripts/start/build-if-needed.ts';
import { type LaunchedTillwise, launchTillwise } from './launch-tillwise.ts';
import type { Attempt } from './safe-window/attempt.ts';
import { bridgeAttempts } from './safe-window/bridge-attempts.ts';
import { codeAttempts } from './safe-window/code-attempts.ts';
import { makeAttempt } from './safe-window/make-attempt.ts';
import { navigationAttempts } from './safe-window/navigation-attempts.ts';
import { networkAttempts } from './safe-window/network-attempts.ts';
import { outsideAttempts } from './safe-window/outside-attempts.ts';
import { pathAttempts } from './safe-window/path-attempts.ts';
import { permissionAttempts } from './safe-window/permission-attempts.ts';
import { Canary, watchMain } from './safe-window/watch.ts';

const attempts: readonly Attempt[] = [
  ...bridgeAttempts,
  ...codeAttempts,
  ...networkAttempts,
  ...pathAttempts,
  ...permissionAttempts,
  ...navigationAttempts,
];
const linkOut = join(projectFolder, 'out', 'renderer', 'out-link.json');

let till: LaunchedTillwise;
let canary: Canary;

test.beforeAll(async () => {
  till = await launchTillwise();
  canary = await Canary.start();
  rmSync(linkOut, { force: true });
  symlinkSync(join(projectFolder, 'package.json'), linkOut);
  await handPortOver();
  await watchMain(till);
});

test.afterAll(async () => {
  rmSync(linkOut, { force: true });
  canary?.close();
  await till?.close();
});

test('nothing that runs in the window gets out of it', async () => {
  test.setTimeout(180_000);
  const escapes: string[] = [];
  for (const attempt of attempts) {
    const escaped = await makeAttempt(till, attempt, canary);
    if (escaped === null) continue;
    escapes.push(`${attempt.name}: ${escaped}`);
    await recover();
  }
  for (const { name, run } of outsideAttempts) {
    const escaped = await run(till);
    if (escaped !== null) escapes.push(`${name}: ${escaped}`);
  }
  const made = attempts.length + outsideAttempts.length;
  console.log(`${made} attempts, ${escapes.length} escapes`);
  expect(escapes).toEqual([]);
  expect(made).toBeGreaterThanOrEqual(40);
});

test('the canary is within reach of anything that is not held back', async () => {
  const answer = await fetch(`${canary.address}/script.js`);
  expect(await answer.text()).toContain('ran');
  expect(canary.visits).toContain('GET /script.js');
});

/** After an escape the next attempts start from a page that is where it should be. */
async function recover(): Promise<void> {
  canary.visits.length = 0;
  await till.app.evaluate(async ({ BrowserWindow }) => {
    const seen = Reflect.get(globalThis, 'seenByTest') as { ports: number; files: string[] };
    const [window, ...others] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
    for (const other of others) other.destroy();
    // A navigation still under way from the escape may cut the first try short.
    await window?.loadURL('app://tillwise/').catch(() => window.loadURL('app://tillwise/'));
    await window?.webContents.executeJavaScript(
      'postMessage({ type: "tillwise:port" }, location.origin, [new MessageChannel().port1])',
    );
    await new Promise((resume) => setTimeout(resume, 500));
    Object.assign(seen, { ports: 0, files: [] });
  });
}

/** Uses up the one port a page load may hand over, should the page not have done so yet. */
async function handPortOver(): Promise<void> {
  // An answer on the page shows that its own port has arrived.
  const welcome = till.page.getByRole('heading', { name: 'Welcome to Tillwise' });
  await expect(welcome).toBeVisible({ timeout: 30_000 });
  await till.page.evaluate(async () => {
    window.postMessage({ type: 'tillwise:port' }, location.origin, [new MessageChannel().port1]);
    await new Promise((resume) => setTimeout(resume, 300));
  });
}
