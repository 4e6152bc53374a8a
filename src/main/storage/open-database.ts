import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EngineRefusal } from '../engine-refusal.ts';
import { backUpBefore } from './backup.ts';
import { Connection } from './connection.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

export const DATABASE_FILE = 'tillwise.db';

/** Written once into every file of ours, so that another program's database is not mistaken for a shop. */
const APPLICATION_ID = 0x54494c4c;

const PRAGMAS = [
  // Readers never wait for the writer, and a commit is one sequential write.
  'journal_mode = WAL',
  // WAL alone would sync only at checkpoints: a power cut would lose acknowledged sales. FULL syncs every commit.
  'synchronous = FULL',
  // Copying the log into the database holds whoever does it for tens of milliseconds, so a thread of its own does
  // (jobs/checkpointer.ts). A commit does it only where that did not come to it for 80 MB.
  'wal_autocheckpoint = 20000',
  // SQLite checks REFERENCES only when asked, on every connection.
  'foreign_keys = ON',
  // A job's connection may hold the writer for some milliseconds; wait instead of failing.
  'busy_timeout = 5000',
  // Sorting and temporary tables stay in memory: nothing of a customer is left in a temp folder.
  'temp_store = MEMORY',
  // 32 MB of pages and 256 MB mapped: the catalogue of a large shop is read without system calls.
  'cache_size = -32000',
  'mmap_size = 268435456',
  // SQL inside the file (triggers, views) may not call functions that could reach outside it.
  'trusted_schema = OFF',
];

export interface OpenedDatabase {
  readonly db: Connection;
  readonly migratedFrom: number;
  readonly checkedAfterUncleanStop: boolean;
}

/** Opens (and if needed creates, backs up and migrates) the shop's database in `dataDir`.
 *  @throws EngineRefusal 'database.newer' | 'database.foreign' | 'database.damaged' | 'disk.full'; the shop is then
 *  as it was. */
export function openDatabase(dataDir: string, migrations: readonly Migration[] = MIGRATIONS): OpenedDatabase {
  const file = join(dataDir, DATABASE_FILE);
  const isNew = !existsSync(file);
  if (!isNew) refuseForeignOrNewer(file, migrations);
  // A clean close folds the write-ahead log into the file and removes it; finding one means the last stop was not clean.
  const unclean = existsSync(`${file}-wal`);
  const db = connect(file);
  try {
    if (unclean) checkIntegrity(db);
    const from = userVersion(db);
    if (!isNew && from < latest(migrations)) backUpBefore(db, dataDir, from);
    migrate(db, migrations);
    assertFullySynchronous(db);
    return { db, migratedFrom: from, checkedAfterUncleanStop: unclean };
  } catch (error) {
    db.close();
    throw orNoRoom(error, file);
  }
}

/** SHMSIZE: the log's index cannot grow. */
const NO_ROOM = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']);

function orNoRoom(error: unknown, file: string): unknown {
  if (!NO_ROOM.has(String((error as { code?: unknown }).code))) return error;
  return new EngineRefusal(
    'disk.full',
    `There is no room left on the disk to open ${file}; nothing was changed. Free some space and start again.`,
  );
}

/** A second connection to the same file, for a job in a worker thread. */
export function connect(file: string): Connection {
  const handle = new Database(file);
  try {
    for (const pragma of PRAGMAS) handle.pragma(pragma);
  } catch (error) {
    handle.close();
    throw orNoRoom(error, file);
  }
  return new Connection(handle);
}

function refuseForeignOrNewer(file: string, migrations: readonly Migration[]): void {
  const { application, version } = identityOf(file);
  if (application !== APPLICATION_ID) {
    throw new EngineRefusal('database.foreign', `${file} is not a Tillwise database; nothing was changed`);
  }
  if (version > latest(migrations)) {
    throw new EngineRefusal(
      'database.newer',
      `${file} was written by a newer Tillwise (format ${version}, this one knows ${latest(migrations)}); nothing was changed. Install the newer version to open it.`,
    );
  }
}

/** Who wrote the file and in which format. Read from its header (sqlite.org/fileformat2, offsets 60 and 68), because
 *  even a read-only connection leaves files beside a database in WAL mode; only where a log of an unclean stop may hold
 *  newer pages does SQLite itself have to look. */
function identityOf(file: string): { application: number; version: number } {
  const header = readHeader(file);
  if (header.length < 100 || !header.toString('latin1').startsWith('SQLite format 3\0')) {
    throw new EngineRefusal('database.damaged', `${file} is not a readable database; nothing was changed`);
  }
  if (!existsSync(`${file}-wal`))
    return { application: header.readInt32BE(68), version: header.readInt32BE(60) };
  const handle = new Database(file, { readonly: true });
  try {
    const read = (pragma: string) => handle.pragma(pragma, { simple: true }) as number;
    return { application: read('application_id'), version: read('user_version') };
  } catch (error) {
    throw new EngineRefusal('database.damaged', `${file} cannot be read: ${(error as Error).message}`);
  } finally {
    handle.close();
  }
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(100);
    return header.subarray(0, readSync(descriptor, header, 0, 100, 0));
  } finally {
    closeSync(descriptor);
  }
}

function checkIntegrity(db: Connection): void {
  const answer = db.handle.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') {
    throw new EngineRefusal(
      'database.damaged',
      `The database failed its check after an unclean stop: ${answer}`,
    );
  }
}

/** Runs each missing step in its own transaction, in order. */
function migrate(db: Connection, migrations: readonly Migration[]): void {
  for (const step of migrations) {
    if (step.number <= userVersion(db)) continue;
    db.transaction(() => {
      db.handle.exec(step.sql);
      db.handle.pragma(`user_version = ${step.number}`);
      db.handle.pragma(`application_id = ${APPLICATION_ID}`);
    });
  }
}

/** `PRAGMA synchronous` answers truthfully only after the first write in WAL mode, so one is made before reading it. */
function assertFullySynchronous(db: Connection): void {
  db.handle.exec(
    "INSERT INTO meta (key, value) VALUES ('openedCount', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
  );
  const synchronous = db.handle.pragma('synchronous', { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL (2)`);
}

function userVersion(db: Connection): number {
  return db.handle.pragma('user_version', { simple: true }) as number;
}

function latest(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}
