import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './connection.ts';

/** Where backups lie unless the owner chose another folder, and what is put aside always. */
export function ownBackupFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** Copies the open database to backups/before-upgrade-from-<version>.db.
 *  @returns the file written. Throws when it cannot be written: a migration does not start without it. */
export function backUpBefore(db: Connection, dataDir: string, version: number): string {
  const folder = ownBackupFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `before-upgrade-from-${version}.db`);
  const temporary = `${target}.part`;
  writeSnapshot(db, temporary);
  keepAs(temporary, target);
  return target;
}

/** One consistent copy of the whole shop as of this moment, without its free pages. In WAL mode it is a reader like any
 *  other: on a connection of its own it keeps no sale waiting. */
export function writeSnapshot(db: Connection, file: string): void {
  rmSync(file, { force: true });
  // Made by us first, so that nobody else can read it while it is written.
  closeSync(openSync(file, 'wx', 0o600));
  db.handle.prepare('VACUUM INTO ?').run(file);
}

/** From a temporary name to its own, so that a name never stands for half a file, not even after a power cut. */
export function keepAs(temporary: string, target: string): void {
  syncPath(temporary);
  renameSync(temporary, target);
  syncFolderOf(target);
}

export function syncFolderOf(file: string): void {
  // Windows has no such call for folders; NTFS journals the rename itself.
  if (process.platform !== 'win32') syncPath(join(file, '..'));
}

export function syncPath(path: string): void {
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
