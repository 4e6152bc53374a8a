import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Connection } from './connection.ts';
import { connect, DATABASE_FILE } from './open-database.ts';
import { type ReadSql, unseenByPlanner, type WriteSql } from './sql.ts';

/** What a job works out before it touches the shop is kept in an SQLite file of its own: it can be thrown away. */
const PRAGMAS = [
  'journal_mode = MEMORY',
  'synchronous = NORMAL',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
];

/** A fresh file with these tables, readable by its owner only; what stood there is gone. */
export function createStagingDatabase(file: string, schema: string): Connection {
  rmSync(file, { force: true });
  rmSync(`${file}-journal`, { force: true });
  closeSync(openSync(file, 'wx', 0o600));
  const staging = openFile(file);
  staging.handle.exec(schema);
  return staging;
}

/** An existing staging file, or null where it has been cleared away. */
export function openStagingDatabase(file: string): Connection | null {
  return existsSync(file) ? openFile(file) : null;
}

/** The shop's database for a worker thread that must not change it. */
export function connectForReading(dataDir: string): Connection {
  const shop = connect(join(dataDir, DATABASE_FILE));
  shop.handle.pragma('query_only = ON');
  return shop;
}

/** As `select` of sql.ts, for a staging file: its tables are not part of the shop's schema. */
export function stagingSelect<P extends object, R>(text: string): ReadSql<P, R> {
  return { text: unseenByPlanner(text), writes: false };
}

export function stagingModify<P extends object>(text: string): WriteSql<P> {
  return { text: unseenByPlanner(text), writes: true };
}

function openFile(file: string): Connection {
  const handle = new Database(file);
  for (const pragma of PRAGMAS) handle.pragma(pragma);
  return new Connection(handle);
}

/** A copy that is still ours alone. */
export function openToWrite(file: string): Connection {
  return new Connection(new Database(file, { fileMustExist: true }));
}

/** A database file that is only looked at: nothing is written to it or beside it. */
export function openReadOnly(file: string): Connection {
  return new Connection(new Database(file, { readonly: true, fileMustExist: true }));
}
