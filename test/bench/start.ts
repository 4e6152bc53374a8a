import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchElectron, launchTillwise } from '../desktop/launch-tillwise.ts';
import { PEOPLE } from '../helpers/ready-shop.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { treeMemoryMb } from './process-memory.ts';
import { missingList } from './real-list.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

export const starting: Scenario = {
  name: 'Start of the window',
  what: 'Starting the desktop program on a shop of 100,000 products until the cashier’s PIN is typed and the till’s field has the focus, against an Electron that opens an empty window, in turn.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const dataDir = copyOf(shop);
  writeFileSync(join(dataDir, 'window-device.key'), `${shop.deviceToken}\n`);
  const empty = emptyProgram();
  const [gates, tills, empties, memories, emptyMemories]: number[][] = [[], [], [], [], []];
  try {
    for (let round = -1; round < (quick ? 1 : ROUNDS); round += 1) {
      const till = await startTill(dataDir);
      const bare = await startEmpty(empty);
      // The first start of each fills the disk cache.
      if (round < 0) continue;
      gates?.push(till.gateMs);
      tills?.push(till.tillMs);
      memories?.push(till.memoryMb);
      empties?.push(bare.ms);
      emptyMemories?.push(bare.memoryMb);
    }
  } catch (error) {
    return {
      figures: [],
      cannot: `no Electron window could be opened (${(error as Error).message.split('\n')[0]})`,
    };
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
  const emptyMs = median(empties ?? []);
  return {
    figures: [
      {
        name: 'start to the till',
        value: median(tills ?? []),
        unit: 'ms',
        bar: { atMost: 1.5 * emptyMs + 500 },
      },
      { name: 'start to the sign-in screen', value: median(gates ?? []), unit: 'ms' },
      { name: 'empty Electron window', value: emptyMs, unit: 'ms' },
      { name: 'memory of all processes', value: median(memories ?? []), unit: 'MB' },
      { name: 'memory of the empty Electron', value: median(emptyMemories ?? []), unit: 'MB' },
    ],
    notes: ['The bar is 1.5 × the empty window plus 500 ms. Memory counts shared pages once (PSS).'],
  };
}

async function startTill(dataDir: string): Promise<{ gateMs: number; tillMs: number; memoryMb: number }> {
  const started = performance.now();
  const tillwise = await launchTillwise({ dataDir });
  try {
    const { page } = tillwise;
    const people = page.getByRole('group', { name: 'People' });
    const tile = people.getByRole('button', { name: PEOPLE.cashier.name });
    await expect(tile).toBeVisible({ timeout: 60_000 });
    const gateMs = performance.now() - started;
    await tile.click();
    await page.keyboard.type(PEOPLE.cashier.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Scan or search' })).toBeFocused({ timeout: 60_000 });
    const tillMs = performance.now() - started;
    return { gateMs, tillMs, memoryMb: treeMemoryMb(tillwise.app.process().pid) };
  } finally {
    await tillwise.close();
  }
}

async function startEmpty(program: string): Promise<{ ms: number; memoryMb: number }> {
  const started = performance.now();
  const app = await launchElectron([program]);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const ms = performance.now() - started;
  const memoryMb = treeMemoryMb(app.process().pid);
  await app.close();
  return { ms, memoryMb };
}

/** The least an Electron program can be. */
function emptyProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-empty-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "main": "main.js" }');
  const page = 'data:text/html,<title>empty</title>';
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('${page}'));
app.on('window-all-closed', () => app.quit());`,
  );
  return folder;
}
