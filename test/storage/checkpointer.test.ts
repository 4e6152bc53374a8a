import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checkpointer } from '../../src/main/jobs/checkpointer.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';

let dataDir: string;
let db: Connection;
let checkpointer: Checkpointer;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tillwise-checkpoints-'));
  db = openDatabase(dataDir).db;
  db.handle.pragma('wal_checkpoint(TRUNCATE)');
  const log = { info: () => {}, bug: (_: string, error: unknown) => String(error), close: () => {} };
  checkpointer = new Checkpointer({ db, log, options: { dataDir } });
});
afterEach(async () => {
  vi.useRealTimers();
  await checkpointer.close();
  db.close();
  rmSync(dataDir, { recursive: true });
});

const fileBytes = () => statSync(join(dataDir, DATABASE_FILE)).size;

/** Each adds a page to the shop. */
function commit(times: number): void {
  for (let time = 0; time < times; time += 1)
    db.transaction(() =>
      db.handle
        .prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
        .run(`k${Math.random()}`, 'x'.repeat(8000)),
    );
}

async function untilCopied(before: number): Promise<void> {
  const latest = performance.now() + 10_000;
  while (fileBytes() === before && performance.now() < latest) await wait(20);
}

/** Until the first copying is over. */
async function start(): Promise<void> {
  const before = fileBytes();
  checkpointer.start();
  commit(1);
  await untilCopied(before);
  await wait(100);
}

describe('the write-ahead log', () => {
  it('is copied for the first time some seconds after opening, so that its thread is there', async () => {
    const before = fileBytes();
    await start();
    expect(fileBytes()).toBeGreaterThan(before);
    const after = fileBytes();
    commit(200);
    await wait(400);
    expect(fileBytes()).toBe(after);
  });

  it('is copied into the database by another thread after so many commits, and by no commit', async () => {
    await start();
    const before = fileBytes();
    // More than the 1,000 pages at which SQLite's own commit would copy it.
    commit(600);
    expect(fileBytes()).toBe(before);
    await untilCopied(before);
    expect(fileBytes()).toBeGreaterThan(before + 1_000_000);
  });

  it('is copied between commits only where there is no quiet moment for long', async () => {
    await start();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = fileBytes();
    commit(300);
    for (let round = 0; round < 5; round += 1) {
      vi.advanceTimersByTime(99);
      commit(1);
    }
    await wait(300);
    expect(fileBytes()).toBe(before);
    commit(695);
    await untilCopied(before);
    expect(fileBytes()).toBeGreaterThan(before);
  });

  it('is left alone once it is closed', async () => {
    checkpointer.start();
    await checkpointer.close();
    const before = fileBytes();
    commit(300);
    await wait(400);
    expect(fileBytes()).toBe(before);
  });
});
