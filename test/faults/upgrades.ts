import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../src/main/storage/migrations/index.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';
import { childEnvironment } from './child-environment.ts';
import { compileFailingDisk } from './compile.ts';
import { compiledTill } from './compiled-tills.ts';
import { fillEarlyShop } from './early-shop.ts';
import { makeControl } from './failing-disk.ts';
import { statementsOf } from './statements.ts';

/** Every so many-th statement and call on the disk is one to be killed at. */
const STRIDE: Readonly<Record<Size, number>> = { short: 25, full: 1 };

export const upgrades: FaultCheck = {
  name: 'Upgrades',
  promises: [19],
  what: 'A shop of every earlier format is opened by this version and killed before each statement of each step, and at each call on the disk (the backup before it included); then it is opened again.',
  limits: 'Formats before the first release are taken from the migrations themselves; the shops are small.',
  run,
};

interface Tally {
  kills: number;
  readonly wrong: string[];
}

/** The formats side by side: an opening waits for the disk and for its process most of the time. */
async function run(size: Size): Promise<FaultFigures> {
  const tally: Tally = { kills: 0, wrong: [] };
  const shim = compileFailingDisk();
  const earlier = MIGRATIONS.slice(0, -1);
  await Promise.all(earlier.map((_, index) => killFrom(index, { stride: STRIDE[size], tally, shim })));
  return {
    counts: {
      'earlier formats': earlier.length,
      'kills during an upgrade': tally.kills,
      'shops that did not open afterwards, or not as after a whole upgrade': tally.wrong.length,
    },
    wrong: tally.wrong,
  };
}

async function killFrom(
  index: number,
  { stride, tally, shim }: { stride: number; tally: Tally; shim: string | null },
): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'tillwise-upgrade-'));
  try {
    const early = join(base, 'early');
    mkdirSync(early);
    openDatabase(early, MIGRATIONS.slice(0, index + 1)).db.close();
    fillEarlyShop(join(early, DATABASE_FILE), MIGRATIONS[index]?.number ?? 0);
    const expected = upgradeWhole(early, join(base, 'whole'));
    await killAtStatements(early, join(base, 'cut'), { stride, expected, tally, from: index + 1 });
    if (shim) await killAtCalls(early, join(base, 'cut'), { stride, expected, tally, shim });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

interface Attempt {
  readonly stride: number;
  readonly expected: string;
  readonly tally: Tally;
}

async function killAtStatements(
  early: string,
  cut: string,
  options: Attempt & { from: number },
): Promise<void> {
  const { stride, expected, tally, from } = options;
  const total = MIGRATIONS.slice(from).reduce((sum, step) => sum + statementsOf(step.sql).length, 0);
  for (let nth = 1; nth <= total; nth += stride) {
    copyEarlyShop(early, cut);
    const died = await open(cut, { FAULTS_STATEMENT: String(nth) });
    if (!died) tally.wrong.push(`statement ${nth} of ${early}: was not killed`);
    judge(cut, `killed before statement ${nth}`, { expected, tally });
  }
}

async function killAtCalls(early: string, cut: string, options: Attempt & { shim: string }): Promise<void> {
  const { stride, expected, tally, shim } = options;
  const control = makeControl();
  try {
    for (let nth = 1; ; nth += stride) {
      copyEarlyShop(early, cut);
      control.control.order({ operation: 'any', nth, mode: 'kill' });
      const died = await open(cut, control.environment(shim, cut));
      control.control.stop();
      if (!died) return;
      judge(cut, `killed at call ${nth}`, { expected, tally });
    }
  } finally {
    control.discard();
  }
}

function copyEarlyShop(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** @returns whether the process was killed on the way. */
async function open(dataDir: string, env: Record<string, string>): Promise<boolean> {
  const child = spawn(process.execPath, [await compiledTill('opening-till'), dataDir], {
    env: childEnvironment(env),
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return true;
  if (status !== 0) throw new Error(`the upgrade ended with ${status}: ${stderr}`);
  return false;
}

function judge(dataDir: string, where: string, { expected, tally }: Omit<Attempt, 'stride'>): void {
  tally.kills += 1;
  try {
    openDatabase(dataDir).db.close();
    if (contentOf(dataDir) !== expected) tally.wrong.push(`${where}: not as after a whole upgrade`);
  } catch (error) {
    tally.wrong.push(`${where}: ${(error as Error).message}`);
  }
}

function upgradeWhole(early: string, whole: string): string {
  const before = rowsOf(early);
  copyEarlyShop(early, whole);
  openDatabase(whole).db.close();
  const after = rowsOf(whole);
  for (const [table, rows] of Object.entries(before)) {
    if (!DERIVED.test(table) && after[table] !== undefined && after[table] < rows)
      throw new Error(`${table} lost rows in the upgrade`);
  }
  return contentOf(whole);
}

function rowsOf(dataDir: string): Record<string, number> {
  const db = new Database(join(dataDir, DATABASE_FILE), { readonly: true });
  const names = db.prepare(TABLES).pluck().all() as string[];
  const counts = names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
  db.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

/** The index of words is built anew from the products, in pieces after the shop is open. */
const DERIVED = /^product_search/;
const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta' ORDER BY name";

/** Schema and every row, but how often the file was opened. */
function contentOf(dataDir: string): string {
  const db = new Database(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    const names = db.prepare(TABLES).pluck().all() as string[];
    const rows = names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).raw().all()]);
    return JSON.stringify([schema, rows], (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    );
  } finally {
    db.close();
  }
}
