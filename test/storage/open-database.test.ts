import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineRefusal } from '../../src/main/engine-refusal.ts';
import { MIGRATIONS } from '../../src/main/storage/migrations/index.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillwise-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, DATABASE_FILE);
const fingerprint = () => createHash('sha256').update(readFileSync(file())).digest('hex');

function refusalOf(work: () => unknown): EngineRefusal {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineRefusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('opening the database', () => {
  it('creates a new file with every migration and its number', () => {
    const { db } = openDatabase(folder);
    expect(db.handle.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.number);
    db.close();
  });

  it('syncs every commit, checks references and waits for a busy writer', () => {
    const { db } = openDatabase(folder);
    db.handle.exec("INSERT INTO meta (key, value) VALUES ('probe', '1')");
    expect(db.handle.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.handle.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.handle.pragma('busy_timeout', { simple: true })).toBe(5000);
    db.close();
  });

  it('makes every table STRICT', () => {
    const { db } = openDatabase(folder);
    const loose = db.handle
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'product_search%'",
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  it('refuses a file written by a newer version and leaves it byte for byte as it was', () => {
    openDatabase(folder).db.close();
    const newer = new Database(file());
    newer.pragma('user_version = 99990');
    newer.close();
    const before = fingerprint();
    const refusal = refusalOf(() => openDatabase(folder));
    expect(refusal.code).toBe('database.newer');
    expect(refusal.message).toContain('newer');
    expect(fingerprint()).toBe(before);
    expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  });

  it('refuses the database of another program', () => {
    const foreign = new Database(file());
    foreign.exec('CREATE TABLE bookmarks (url TEXT)');
    foreign.close();
    const before = fingerprint();
    expect(refusalOf(() => openDatabase(folder)).code).toBe('database.foreign');
    expect(fingerprint()).toBe(before);
  });

  it('refuses a file that is no database', () => {
    writeFileSync(file(), 'this was a photograph once. '.repeat(500));
    expect(refusalOf(() => openDatabase(folder)).code).toBe('database.damaged');
  });

  it('backs up before it migrates, and the backup is the shop as it was', () => {
    openDatabase(folder, MIGRATIONS.slice(0, 2)).db.close();
    const { db, migratedFrom } = openDatabase(folder);
    expect(migratedFrom).toBe(20);
    db.close();
    const backup = new Database(join(folder, 'backups', 'before-upgrade-from-20.db'), { readonly: true });
    expect(backup.pragma('user_version', { simple: true })).toBe(20);
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
    backup.close();
  });

  it.each(MIGRATIONS.map((step, index) => ({ name: step.name, index })))(
    'reaches today’s schema from before "$name", the same as a new file',
    ({ index }) => {
      openDatabase(folder, MIGRATIONS.slice(0, Math.max(1, index))).db.close();
      const upgraded = schemaOf(folder);
      const fresh = mkdtempSync(join(tmpdir(), 'tillwise-fresh-'));
      expect(upgraded).toEqual(schemaOf(fresh));
      rmSync(fresh, { recursive: true });
    },
  );

  it('undoes a migration that fails half way, and says so', () => {
    const broken = [
      ...MIGRATIONS,
      {
        number: 9000,
        name: 'broken',
        sql: 'CREATE TABLE half (id TEXT) STRICT; CREATE TABLE half (id TEXT) STRICT;',
      },
    ];
    expect(() => openDatabase(folder, broken)).toThrow(/half/);
    const { db } = openDatabase(folder);
    expect(db.handle.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'").get()).toEqual({
      n: 0,
    });
    db.close();
  });

  it('checks the file after an unclean stop, and opens it when it is sound', () => {
    const { db } = openDatabase(folder);
    db.handle.exec("INSERT INTO meta (key, value) VALUES ('kept', 'yes')");
    const copy = mkdtempSync(join(tmpdir(), 'tillwise-unclean-'));
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name));
    db.close();
    expect(existsSync(join(copy, `${DATABASE_FILE}-wal`))).toBe(true);
    const reopened = openDatabase(copy);
    expect(reopened.checkedAfterUncleanStop).toBe(true);
    expect(reopened.db.handle.prepare("SELECT value FROM meta WHERE key = 'kept'").get()).toEqual({
      value: 'yes',
    });
    reopened.db.close();
    rmSync(copy, { recursive: true });
  });
});

function schemaOf(dataDir: string): unknown[] {
  const { db } = openDatabase(dataDir);
  const rows = db.handle.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all();
  db.close();
  return rows;
}
