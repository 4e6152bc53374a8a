import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritingParts } from '../../src/main/jobs/checkpointer.ts';
import { inPieces, noPieces } from '../../src/main/jobs/in-pieces.ts';
import { untilQuiet } from '../../src/main/jobs/until-quiet.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';

const FULL = 2;
const NORMAL = 1;

let dataDir: string;
let db: Connection;
let parts: WritingParts;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tillwise-pieces-'));
  db = openDatabase(dataDir).db;
  const log = { info: () => {}, bug: (_: string, error: unknown) => String(error), close: () => {} };
  parts = { db, log, options: { dataDir } };
});
afterEach(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

const pragma = (name: string) => db.handle.pragma(name, { simple: true });
const write = () =>
  db.handle.exec("INSERT INTO meta VALUES ('x', '0') ON CONFLICT DO UPDATE SET value = value + 1");

/** Holds the thread, as work does. */
function work(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

/** Writes until it was asked `times` times. */
function counted(times: number) {
  let left = times;
  return () => {
    write();
    work(0.5);
    left -= 1;
    return left > 0 ? ('more' as const) : ('done' as const);
  };
}

describe('work in pieces', () => {
  it('has not come to its end when it is called off while the disk takes the last piece', async () => {
    let calledOff = false;
    let ended = false;
    const step = () => {
      write();
      // Runs while the last piece is on its way to the disk.
      setImmediate(() => {
        calledOff = true;
      });
      return 'done' as const;
    };
    const finish = () => {
      ended = true;
    };
    expect(await inPieces(parts, { step, isStopped: () => calledOff, finish })).toBe('stopped');
    expect(ended).toBe(false);
  });

  it('does not wait for the disk at each piece, but is on it when it says that it is done', async () => {
    const seen: unknown[] = [];
    const step = counted(40);
    const figures = noPieces();
    const watched = () => {
      seen.push(pragma('synchronous'));
      return step();
    };
    const finish = () => void seen.push(pragma('synchronous'));
    expect(await inPieces(parts, { step: watched, isStopped: () => false, finish }, figures)).toBe('done');
    expect(seen).toEqual([...Array.from({ length: 40 }, () => NORMAL), FULL]);
    expect(figures.pieces).toBeGreaterThan(1);
    expect(pragma('synchronous')).toBe(FULL);
  });

  it('leaves every commit of a call synced, while it goes on and after it failed', async () => {
    let pieces = 0;
    const step = () => {
      write();
      work(7);
      pieces += 1;
      if (pieces === 3) throw new Error('broken');
      return 'more' as const;
    };
    const running = inPieces(parts, { step, isStopped: () => false });
    const failed = expect(running).rejects.toThrow('broken');
    while (pieces < 2) await turn();
    expect(pragma('synchronous')).toBe(FULL);
    await failed;
    expect(pragma('synchronous')).toBe(FULL);
  });

  it('does not come between the turns of one call, nor waits for ever where calls do not end', async () => {
    let nowMs = 0;
    const clock = () => {
      nowMs += 0.05;
      return nowMs;
    };
    let answered = 0;
    const answer = async (turns: number) => {
      for (; answered < turns; answered += 1) {
        await turn();
        nowMs += 1;
      }
    };
    const call = answer(4);
    await untilQuiet(clock);
    expect(answered).toBe(4);
    expect(nowMs).toBeLessThan(5.5);
    await call;
    const calls = answer(100);
    await untilQuiet(clock);
    expect(answered).toBeLessThan(20);
    await calls;
  });
});
