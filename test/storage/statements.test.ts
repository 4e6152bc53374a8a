import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/main/features/index.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import { knownStatements, unseenByPlanner } from '../../src/main/storage/sql.ts';

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

  it('is compiled once: the planner sees no value of it, which would have it compiled anew at every run', () => {
    const seen = knownStatements().filter(({ text }) => /(?<![+\w]):[a-z]/.test(text));
    expect(seen.map(({ text }) => text)).toEqual([]);
    expect(unseenByPlanner("SELECT ':a', x FROM t WHERE x = :x AND y IS +:y LIMIT :n")).toBe(
      "SELECT ':a', x FROM t WHERE x = +:x AND y IS +:y LIMIT +:n",
    );
  });

  it('is given the same values as without that', () => {
    const values = { a: 'ä', b: 1.5, c: null, d: Buffer.from('d'), e: 9_007_199_254_740_991 };
    const text =
      'SELECT :a AS a, :b AS b, :c AS c, :d AS d, :e AS e, typeof(:a) || typeof(:b) || typeof(:d) AS f';
    expect(db.handle.prepare(unseenByPlanner(text)).get(values)).toEqual(db.handle.prepare(text).get(values));
  });
});
