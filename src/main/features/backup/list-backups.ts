import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import { BackupFault } from '../../storage/backup-fault.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { BackupRunTable } from '../../storage/tables.ts';
import { listRuns } from './backup.sql.ts';
import { type BackupKind, isAside, readName } from './backup-names.ts';
import { foldersToLookIn } from './backup-settings.ts';

/** Of the data folder itself, where that was named. */
const NOT_OFFERED = new Set(['tillwise.db', 'lock.db']);

export type BackupView = CallAnswer<'backup.make'>;

/** The backups that lie in a folder, newest first, with what is on record about them here.
 *  @param folder  left out: the chosen folder and Tillwise's own
 *  @throws BackupFault 'backup.folderUnusable'. */
export function listBackups(db: ReadableDb, dataDir: string, folder?: string): BackupView[] {
  const runs = db.all(listRuns, {});
  const folders = folder === undefined ? foldersToLookIn(db, dataDir) : [named(folder)];
  return folders
    .flatMap((one) => listIn(one, runs, folder !== undefined))
    .sort((a, b) => b.atMs - a.atMs || (a.file < b.file ? 1 : -1));
}

/** Where this backup's journals ended when it was made, as the shop wrote it down; null for a file it does not know. */
export function notedHeads(db: ReadableDb, { file, bytes }: BackupView): string | null {
  return db.all(listRuns, {}).find((run) => run.file === file && run.bytes === bytes)?.heads_json ?? null;
}

function named(folder: string): string {
  if (!isAbsolute(folder)) throw new BackupFault('backup.folderUnusable', 'the folder must be given in full');
  return folder;
}

/** A folder that was named must be there; the usual ones may be missing (nothing made yet, drive not plugged in). */
function listIn(folder: string, runs: readonly BackupRunTable[], mustExist: boolean): BackupView[] {
  if (!mustExist && !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const kind = kindOf(entry.name);
    return entry.isFile() && kind !== null ? [view(folder, entry.name, kind, runs)] : [];
  });
}

/** Of a file as it lies there. */
function view(folder: string, file: string, kind: BackupKind, runs: readonly BackupRunTable[]): BackupView {
  const { size, mtimeMs } = statSync(join(folder, file));
  const run = runs.find((one) => one.file === file && one.bytes === size);
  return {
    file,
    folder,
    kind,
    atMs: run?.at_ms ?? Math.round(mtimeMs),
    bytes: size,
    encrypted: file.endsWith('.twb'),
    documents: run?.documents ?? null,
    provenAtMs: run?.proven_at_ms ?? null,
  };
}

/** Null for what is no backup. A file that somebody renamed is offered too. */
function kindOf(file: string): BackupKind | null {
  if (NOT_OFFERED.has(file)) return null;
  const name = readName(file);
  if (name) return name.kind;
  return isAside(file) || /^[^.].*\.(db|twb)$/.test(file) ? 'aside' : null;
}
