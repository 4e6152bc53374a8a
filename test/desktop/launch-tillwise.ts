import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import {
  type Display,
  type ElectronRuntime,
  ensureDisplay,
  ensureElectronLibraries,
  findElectron,
} from '../../scripts/electron-runtime.ts';
import { buildIfNeeded } from '../../scripts/start/build-if-needed.ts';

export interface LaunchOptions {
  /** The shop's data folder; without one a fresh folder is made and removed at the end. */
  dataDir?: string;
  /** Words of `npm start`, such as `--demo`. */
  args?: readonly string[];
}

export interface LaunchedTillwise {
  app: ElectronApplication;
  page: Page;
  dataDir: string;
  runtime: ElectronRuntime;
  /** What it wrote to where it was started. */
  said(): string;
  close(): Promise<void>;
}

/** The program as it is, but ready only once Playwright listens. */
const attachedFolder = join(import.meta.dirname, 'attached');

let preparing: Promise<{ runtime: ElectronRuntime; display: Display }> | null = null;

/** Builds when sources changed and starts the real app in a real Electron, on a virtual display where there is none. */
export async function launchTillwise(options: LaunchOptions = {}): Promise<LaunchedTillwise> {
  const { runtime, executable, flags, env } = await electronCommand();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'tillwise-desktop-'));
  const clearAway = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  // A test that failed or timed out may never come to close it.
  process.once('exit', clearAway);
  const words = [attachedFolder, '--data', dataDir, ...(options.args ?? [])];
  const app = await _electron.launch({ executablePath: executable, args: [...flags, ...words], env });
  let said = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk));
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    dataDir,
    runtime,
    said: () => said,
    close: async () => {
      await app.close();
      process.off('exit', clearAway);
      clearAway();
    },
  };
}

/** How to start the same Electron without Playwright. */
export async function electronCommand(): Promise<{
  runtime: ElectronRuntime;
  executable: string;
  flags: string[];
  env: Record<string, string>;
}> {
  preparing ??= prepare();
  const { runtime, display } = await preparing;
  return {
    runtime,
    executable: runtime.executable,
    flags: [...rootFlags(), '--disable-gpu'],
    env: environment(display),
  };
}

async function prepare(): Promise<{ runtime: ElectronRuntime; display: Display }> {
  buildIfNeeded();
  const runtime = await findElectron();
  if (runtime === null)
    throw new Error('No Electron runtime can be had here: run `node scripts/electron-runtime.ts`');
  ensureElectronLibraries(runtime.executable);
  const display = await ensureDisplay();
  process.once('exit', () => display.close());
  return { runtime, display };
}

function rootFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function environment(display: Display): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env;
  const given = Object.entries(inherited).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const shown = display.name === '' ? {} : { DISPLAY: display.name };
  return { ...Object.fromEntries(given), ...shown, TILLWISE_NODE: process.execPath };
}
