import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { DATABASE_FILE, openDatabase } from './open-database.ts';

/** Moves the shop's database to backups/<name>.db and goes on with an empty one in its place.
 *  A clean close folds the write-ahead log into the file first, so that the moved file is whole. */
export function setAside(db: Connection, dataDir: string, name: string): void {
  const backups = join(dataDir, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  db.close();
  renameSync(join(dataDir, DATABASE_FILE), join(backups, `${name}.db`));
  db.adopt(openDatabase(dataDir).db);
}
