import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { listRegisters } from '../journal/check.sql.ts';
import { readHeadNote } from '../journal/head-note.ts';
import { SigningKeys } from '../journal/signing-keys.ts';
import { type RegisterVerdict, verifyShop } from '../journal/verify-shop.ts';
import { DATABASE_FILE } from '../storage/open-database.ts';
import { openReadOnly } from '../storage/staging-database.ts';
import type { JobLine } from './run-alone.ts';

const PROGRESS_EVERY_MS = 150;

export interface JournalProgress {
  /** Documents and receipts looked at, of all there are. */
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

class Stopped extends Error {}

/** Recomputes every register's journal as it is at this moment, while the till goes on selling.
 *  @returns null when it was stopped */
export async function checkJournal({
  dataDir,
  progress,
  stop,
}: { readonly dataDir: string } & JobLine): Promise<readonly RegisterVerdict[] | null> {
  // Before the moment that is checked, or it would speak of sales made since.
  const noted = readHeadNote(dataDir)?.heads ?? [];
  const db = openReadOnly(join(dataDir, DATABASE_FILE));
  try {
    return db.snapshot(() => {
      const entries = db.all(listRegisters, {}).reduce((sum, register) => sum + register.entries, 0);
      return verifyShop(db, {
        keys: new SigningKeys(dataDir),
        noted,
        step: countSteps(2 * entries, { progress, stop }),
      });
    });
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  } finally {
    db.close();
    progress.close();
  }
}

function countSteps(total: number, { progress, stop }: JobLine): () => void {
  const flag = new Int32Array(stop);
  const startedAt = performance.now();
  let done = 0;
  let toldAt = startedAt;
  return () => {
    done += 1;
    if (Atomics.load(flag, 0) !== 0) throw new Stopped();
    const now = performance.now();
    if (now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    progress.postMessage({ done: Math.min(done, total), total, elapsedMs: now - startedAt });
  };
}
