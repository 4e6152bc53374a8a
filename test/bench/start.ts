import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/start/build-if-needed.ts';
import { electronCommand } from '../desktop/launch-tillwise.ts';
import { PEOPLE } from '../helpers/ready-shop.ts';
import { ENTER, type KeyStroke, strokeFor } from '../journeys/key-strokes.ts';
import { type BareElectron, startBare } from './bare-electron.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { treeMemoryMb } from './process-memory.ts';
import { missingList } from './real-list.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

export const starting: Scenario = {
  name: 'Start of the window',
  what: 'Starting the desktop program, on a shop of 100,000 products that was closed in order, until its people stand on the sign-in screen, the cashier’s PIN is typed (by a program, so without a person’s pauses), the till’s field has the focus and tiles of products stand below; against an Electron that opens an empty window, in turn. Both are started and watched in the same way, from the start of the process.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const dataDir = copyOf(shop);
  writeFileSync(join(dataDir, 'window-device.key'), `${shop.deviceToken}\n`);
  const empty = emptyProgram();
  // Builds where needed, before any clock runs.
  await electronCommand();
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

const PEOPLE_STAND = `document.querySelector('fieldset button')`;
const TILL_STANDS = `document.activeElement?.matches('[data-frame="sell"] input[type="search"]') && document.querySelectorAll('[data-frame="sell"] button[title]').length > 10`;

async function startTill(dataDir: string): Promise<{ gateMs: number; tillMs: number; memoryMb: number }> {
  const started = performance.now();
  const program = await startBare([projectFolder, '--data', dataDir]);
  try {
    await program.evaluate(until(PEOPLE_STAND));
    const gateMs = performance.now() - started;
    await program.evaluate(choose(PEOPLE.cashier.name));
    for (const stroke of [...[...PEOPLE.cashier.pin].map(strokeFor), ENTER]) await press(program, stroke);
    await program.evaluate(until(TILL_STANDS));
    const tillMs = performance.now() - started;
    return { gateMs, tillMs, memoryMb: treeMemoryMb(program.process.pid) };
  } finally {
    await program.close();
  }
}

async function startEmpty(folder: string): Promise<{ ms: number; memoryMb: number }> {
  const started = performance.now();
  const program = await startBare([folder]);
  await program.evaluate(until(`document.readyState === 'complete'`));
  const ms = performance.now() - started;
  const memoryMb = treeMemoryMb(program.process.pid);
  await program.close();
  return { ms, memoryMb };
}

/** A script that waits in the page until a condition holds and the frame that shows it is painted. */
function until(condition: string): string {
  return `new Promise((holds) => {
    const look = () => (${condition}) ? requestAnimationFrame(() => setTimeout(holds)) : requestAnimationFrame(look);
    look();
  }).then(() => null)`;
}

/** A tap on a person's tile. */
const choose = (name: string): string =>
  `[...document.querySelectorAll('fieldset button')].find((tile) => tile.textContent.includes(${JSON.stringify(name)})).click()`;

async function press({ send }: BareElectron, { text, ...key }: KeyStroke): Promise<void> {
  await send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
  await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
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
