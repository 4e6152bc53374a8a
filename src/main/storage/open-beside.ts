import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { DATABASE_FILE } from './open-database.ts';
import { openReadOnly } from './staging-database.ts';

const TRIES = 5;

/** Reads a shop from outside, whether it runs or not: takes no lock of ours, writes no byte of its database or its log.
 *  Beside a running shop it is one more reader. A shop at rest is read from a copy in a temporary folder, because SQLite
 *  leaves files beside any database in WAL mode that it opens, even for reading. */
export function readBeside<T>(dataDir: string, read: (db: Connection) => T): T {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new Error(`there is no shop in ${dataDir}`);
  if (existsSync(`${file}-wal`)) return readFrom(file, read);
  const place = mkdtempSync(join(tmpdir(), 'tillwise-reading-'));
  try {
    return readFrom(copyAtRest(file, join(place, DATABASE_FILE)), read);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A copy of one moment; of a shop that opens meanwhile, the shop itself. */
function copyAtRest(file: string, copy: string): string {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = statSync(file);
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const after = statSync(file);
    if (existsSync(`${file}-wal`)) return file;
    if (before.mtimeMs === after.mtimeMs && before.size === after.size) return copy;
  }
  throw new Error(`${file} changes all the time; try again`);
}

function readFrom<T>(file: string, read: (db: Connection) => T): T {
  const db = openReadOnly(file);
  try {
    return db.snapshot(() => read(db));
  } finally {
    db.close();
  }
}
