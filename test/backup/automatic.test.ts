import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  discardFolder,
  emptyFolder,
  flipBit,
  openStockedShop,
  type StockedShop,
  sellOne,
} from './backup-shop.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LOOK_EVERY_MS = 5 * MINUTE_MS;
const PATIENCE = { timeout: 10_000, interval: 50 };

let stocked: StockedShop;

/** A shop whose engine looks every five minutes whether a backup is due; only that interval is ours to move. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  stocked = await openStockedShop();
  stocked.shop.automaticBackups = true;
  await stocked.shop.restart();
});
afterEach(async () => {
  await stocked.shop.close();
  vi.useRealTimers();
});

const ownFolder = () => join(stocked.shop.dataDir, 'backups');
const files = () =>
  readdirSync(ownFolder())
    .filter((name) => name.startsWith('tillwise-') && !name.endsWith('.part'))
    .sort();

interface Run {
  readonly file: string;
  readonly kind: string;
  readonly proven_at_ms: number | null;
}
const runs = () =>
  stocked.shop.rows<Run>('SELECT file, kind, proven_at_ms FROM backup_run ORDER BY at_ms, id');

/** Lets so much time pass and the engine look. */
async function passAndLook(ms: number): Promise<void> {
  stocked.shop.clock.pass(ms);
  await vi.advanceTimersByTimeAsync(LOOK_EVERY_MS);
}

/** Long enough for a backup that should not be made to show itself. */
const settle = () => new Promise((done) => setTimeout(done, 400));

describe('a backup made by itself', () => {
  it('is made at night, once, when the day brought sales', async () => {
    await stocked.shop.restart();
    const closing = runs().length;
    stocked.shop.clock.pass(8 * HOUR_MS);
    await sellOne(stocked.owner, stocked.productId);
    await passAndLook(HOUR_MS);
    await settle();
    expect(runs()).toHaveLength(closing);
    await passAndLook(9 * HOUR_MS);
    await vi.waitFor(() => expect(runs()).toHaveLength(closing + 1), PATIENCE);
    await passAndLook(2 * HOUR_MS);
    await settle();
    expect(runs().map(({ kind }) => kind)).toEqual(Array(closing + 1).fill('auto'));
    expect(files()).toHaveLength(closing + 1);
  });

  it('is made on closing, and only where something was written since the last', async () => {
    await sellOne(stocked.owner, stocked.productId);
    await stocked.shop.restart();
    expect(runs()).toHaveLength(1);
    expect(files()).toEqual([runs()[0]?.file]);
    await stocked.shop.restart();
    expect(runs()).toHaveLength(1);
  });

  it('is proven once a week; one that cannot be restored is replaced by another', async () => {
    await sellOne(stocked.owner, stocked.productId);
    await stocked.shop.restart();
    await passAndLook(8 * DAY_MS);
    await vi.waitFor(() => expect(runs()[0]?.proven_at_ms).toBe(stocked.shop.clock.ms), PATIENCE);
    const [made] = files();
    if (!made) throw new Error('no backup');
    flipBit(join(ownFolder(), made), 9000);
    await passAndLook(8 * DAY_MS);
    await vi.waitFor(() => expect(runs()).toHaveLength(2), PATIENCE);
    expect(files()).toHaveLength(2);
  });
});

describe('a folder that may only be read', () => {
  it('is refused when it is chosen', async () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o555);
    try {
      // The machine's first user may write anywhere: there the question is asked as nobody, in a program of its own.
      if (process.getuid?.() === 0) expect(askAsNobody(folder)).toBe('backup.folderUnusable');
      else
        expect((await stocked.owner.refused('backup.setUp', { folder })).code).toBe('backup.folderUnusable');
    } finally {
      chmodSync(folder, 0o755);
      discardFolder(folder);
    }
  });
});

function askAsNobody(folder: string): string {
  const settings = new URL('../../src/main/features/backup/backup-settings.ts', import.meta.url);
  const fault = new URL('../../src/main/storage/backup-fault.ts', import.meta.url);
  const program = `
    const { assertUsable } = await import(${JSON.stringify(settings.href)});
    const { answering } = await import(${JSON.stringify(fault.href)});
    process.setgid(65534); process.setuid(65534);
    const answer = await answering(() => assertUsable(${JSON.stringify(folder)}));
    console.log(answer.ok ? 'usable' : answer.error.code);
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).trim();
}
