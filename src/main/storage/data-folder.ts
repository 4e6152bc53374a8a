import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EngineRefusal } from '../engine-refusal.ts';

const LOCK_FILE = 'lock.db';
const HOLDER_FILE = 'lock.holder';

/** Holds the data folder for this process until released or until the process ends, however it ends. */
export interface DataFolderLock {
  release(): void;
}

/** Takes the folder for one process. An exclusive SQLite lock is freed by the operating system when its holder dies,
 *  so no stale lock can keep a till shut; beside it stands who holds it.
 *  @throws EngineRefusal 'folder.inUse' naming the holder | 'folder.unusable'. */
export function lockDataFolder(dataDir: string, nowMs: number): DataFolderLock {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chmodSync(dataDir, 0o700);
  } catch (error) {
    throw new EngineRefusal(
      'folder.unusable',
      `The data folder ${dataDir} cannot be used: ${(error as Error).message}`,
    );
  }
  const file = join(dataDir, LOCK_FILE);
  const handle = new Database(file, { timeout: 0 });
  try {
    handle.pragma('locking_mode = EXCLUSIVE');
    // In EXCLUSIVE mode the lock taken by this first write is kept until the connection closes.
    handle.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (since_ms INTEGER); COMMIT');
  } catch {
    handle.close();
    throw new EngineRefusal(
      'folder.inUse',
      `The data folder ${dataDir} is open in another Tillwise${holderOf(dataDir)}; close that one first.`,
    );
  }
  writeHolder(dataDir, nowMs);
  return { release: () => handle.close() };
}

/** For the message only: what the holder wrote beside its lock. */
function holderOf(dataDir: string): string {
  const file = join(dataDir, HOLDER_FILE);
  return existsSync(file) ? ` (${readFileSync(file, 'utf8').trim()})` : '';
}

function writeHolder(dataDir: string, nowMs: number): void {
  writeFileSync(
    join(dataDir, HOLDER_FILE),
    `process ${process.pid} on ${hostname()} since ${new Date(nowMs).toISOString()}\n`,
    { mode: 0o600 },
  );
}
