import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/main/features/index.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import { keepPlan, knownStatements, select } from '../../src/main/storage/sql.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-statements-'));
let db: Connection;

beforeAll(() => {
  db = openDatabase(dataDir).db;
});
afterAll(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

describe('every statement of the program', () => {
  it('fits the migrated schema', () => {
    const broken = knownStatements().flatMap(({ text }) => {
      try {
        db.handle.prepare(text);
        return [];
      } catch (error) {
        return [`${(error as Error).message}: ${text}`];
      }
    });
    expect(knownStatements().length).toBeGreaterThan(40);
    expect(broken).toEqual([]);
  });

  it('reads or writes as it is declared', () => {
    const wrong = knownStatements().filter(({ text, writes }) => db.handle.prepare(text).readonly === writes);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('names its columns', () => {
    const starred = knownStatements().filter(({ text }) => /SELECT\s+(\w+\.)?\*/i.test(text));
    expect(starred.map(({ text }) => text)).toEqual([]);
  });

  it('keeps its plan, whatever its parameters are bound to', () => {
    const bare = knownStatements().filter(({ text }) => /(?<!\+):[a-z_]/i.test(text.replace(/'[^']*'/g, '')));
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('is compiled once, however often and with whatever values it runs', () => {
    const tables = select<{ type: string; name: string; limit: number }, { name: string }>(
      `SELECT t.name FROM sqlite_schema t JOIN sqlite_schema i ON i.tbl_name = t.name
       WHERE t.type = :type AND t.name = :name LIMIT :limit`,
    );
    expect(
      timesCompiled(() => {
        for (const name of ['product', 'document', 'product'])
          expect(db.all(tables, { type: 'table', name, limit: name.length })).not.toEqual([]);
      }),
    ).toBe(1);
  });
});

describe('keepPlan', () => {
  it('marks parameters and leaves what only looks like one', () => {
    expect(keepPlan(`SELECT strftime('%H:%M', a), "x:y", 'it''s :no' FROM t WHERE b = :b LIMIT :n`)).toBe(
      `SELECT strftime('%H:%M', a), "x:y", 'it''s :no' FROM t WHERE b = +:b LIMIT +:n`,
    );
  });

  it('changes no value of any kind', () => {
    const values = {
      text: '0x1F',
      number: -1.5,
      integer: 9_007_199_254_740_991,
      bytes: Buffer.from([0, 255]),
      none: null,
    };
    const text = keepPlan(
      'SELECT :text AS text, :number AS number, :integer AS integer, :bytes AS bytes, :none AS none',
    );
    expect(db.handle.prepare(text).get(values)).toEqual(values);
    const types = keepPlan(
      'SELECT typeof(:text) || typeof(:number) || typeof(:integer) || typeof(:bytes) || typeof(:none) AS all_types',
    );
    expect(
      db.handle
        .prepare(types)
        .pluck()
        .get({ ...values, integer: 3n }),
    ).toBe('textrealintegerblobnull');
  });
});

/** Whenever SQLite has compiled a statement, better-sqlite3 makes the function that builds its rows. */
function timesCompiled(work: () => void): number {
  const { Function: real } = globalThis;
  let times = 0;
  globalThis.Function = new Proxy(real, {
    apply: (target, self, parts: string[]) => {
      times += 1;
      return Reflect.apply(target, self, parts) as unknown;
    },
  });
  try {
    work();
  } finally {
    globalThis.Function = real;
  }
  return times;
}
