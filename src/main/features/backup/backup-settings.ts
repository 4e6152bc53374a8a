import { accessSync, constants, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ownBackupFolder } from '../../storage/backup.ts';
import { BackupFault } from '../../storage/backup-fault.ts';
import type { BackupKey } from '../../storage/backup-key.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { getMeta, setMeta } from '../../storage/system.sql.ts';
import { keyed } from '../session/slow-hash.ts';

const FOLDER = 'backupFolder';
export const PIN_KEY_CHECK = 'pinKeyCheck';

/** The folder the owner chose, or null: the data folder's own. */
export function chosenFolder(db: ReadableDb): string | null {
  return db.get(getMeta, { key: FOLDER })?.value || null;
}

export function setChosenFolder(db: WritableDb, folder: string | null): void {
  db.run(setMeta, { key: FOLDER, value: folder ?? '' });
}

/** A chosen folder is never created: where a drive is not plugged in, its mount point must stay empty.
 *  @throws BackupFault 'backup.folderUnusable'. */
export function assertUsable(folder: string): void {
  if (!isAbsolute(folder)) throw new BackupFault('backup.folderUnusable', 'the folder must be given in full');
  if (!statSync(folder).isDirectory()) throw new BackupFault('backup.folderUnusable', 'this is no folder');
  accessSync(folder, constants.W_OK);
  const probe = join(folder, `.tillwise-${process.pid}.part`);
  writeFileSync(probe, 'can be written', { mode: 0o600 });
  rmSync(probe);
}

/** What new backups are encrypted with; a file beside the database, in no backup. */
export function readKey(dataDir: string): BackupKey | null {
  try {
    return JSON.parse(readFileSync(keyFile(dataDir), 'utf8')) as BackupKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function writeKey(dataDir: string, key: BackupKey | null): void {
  if (key === null) {
    rmSync(keyFile(dataDir), { force: true });
    return;
  }
  const temporary = `${keyFile(dataDir)}.part`;
  writeFileSync(temporary, `${JSON.stringify(key)}\n`, { mode: 0o600 });
  renameSync(temporary, keyFile(dataDir));
}

/** Noted in the database, so that a restore elsewhere knows that its PINs cannot work there. */
export function notePinKey(db: WritableDb, dataDir: string): void {
  const value = pinKeyCheck(dataDir);
  if (db.get(getMeta, { key: PIN_KEY_CHECK })?.value !== value)
    db.run(setMeta, { key: PIN_KEY_CHECK, value });
}

export function pinKeyCheck(dataDir: string): string {
  return keyed(dataDir, 'which key file is this');
}

export function foldersToLookIn(db: ReadableDb, dataDir: string): readonly string[] {
  const chosen = chosenFolder(db);
  const own = ownBackupFolder(dataDir);
  return chosen === null || chosen === own ? [own] : [chosen, own];
}

function keyFile(dataDir: string): string {
  return join(dataDir, 'backup.key');
}
