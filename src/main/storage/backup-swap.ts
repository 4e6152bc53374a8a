import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownBackupFolder, syncFolderOf, syncPath } from './backup.ts';
import type { Connection } from './connection.ts';
import { connect, DATABASE_FILE, openDatabase } from './open-database.ts';

const TRIES = 50;
const PAUSE_MS = 100;

/** Goes on with `staged` in place of the open database, which stays as backups/<name>. At every instant one of the two
 *  stands under the shop's name, so that no power cut leaves an empty folder.
 *  @throws when another connection does not let go, or the new one cannot be opened: the shop is then as before. */
export async function replaceDatabase(
  db: Connection,
  dataDir: string,
  { staged, name }: { readonly staged: string; readonly name: string },
): Promise<void> {
  const current = join(dataDir, DATABASE_FILE);
  const aside = join(ownBackupFolder(dataDir), name);
  mkdirSync(ownBackupFolder(dataDir), { recursive: true, mode: 0o700 });
  await closeAlone(db, current);
  let replaced = false;
  try {
    keepBeside(current, aside);
    renameSync(staged, current);
    replaced = true;
    syncFolderOf(current);
    db.adopt(openDatabase(dataDir).db);
  } catch (error) {
    if (replaced) renameSync(aside, current);
    db.adopt(connect(current));
    throw error;
  }
}

/** Only the last to close folds the log into the file; a job may still be reading. Between two tries calls go on. */
async function closeAlone(db: Connection, current: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    db.close();
    if (!existsSync(`${current}-wal`)) return;
    db.adopt(connect(current));
    await wait(PAUSE_MS);
  }
  throw new Error('the database is still being read; nothing was replaced');
}

/** A second name for the same file; a copy where the file system knows no such thing. */
function keepBeside(current: string, aside: string): void {
  try {
    linkSync(current, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(current, aside);
    syncPath(aside);
  }
  syncFolderOf(aside);
}
