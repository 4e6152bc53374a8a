import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import * as sellable from '../../src/main/features/product/sellable.sql.ts';
import * as cart from '../../src/main/features/sale/cart.sql.ts';
import * as document from '../../src/main/journal/document.sql.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { openEmptyShop } from '../helpers/open-shop.ts';

it('finds everything a scan and a checkout need by an index, however large the shop', async () => {
  const shop = await openEmptyShop();
  const db = new Database(join(shop.dataDir, DATABASE_FILE), { readonly: true });
  const statements = Object.entries({ ...sellable, ...cart, ...document });
  expect(statements.length).toBeGreaterThan(40);
  for (const [name, { text }] of statements) {
    const nulls = Object.fromEntries([...text.matchAll(/:(\w+)/g)].map((match) => [match[1], null]));
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(nulls) as { detail: string }[];
    // Constant rows are no table.
    const scans = plan.map((step) => step.detail).filter((step) => /^SCAN (?!CONSTANT)/.test(step));
    expect(
      scans.filter((scan) => !isSkippedChildScan(db, text, scan)),
      name,
    ).toEqual([]);
  }
  db.close();
  await shop.close();
});

/** Where a trigger hangs on a table, SQLite plans a look for children of a row just inserted. The program jumps over it
 *  (FkIfZero) unless a foreign key is violated at that moment. */
function isSkippedChildScan(db: Database.Database, text: string, scan: string): boolean {
  const parent = /^\s*INSERT INTO (\w+)/.exec(text)?.[1];
  const child = /^SCAN (\w+)/.exec(scan)?.[1];
  if (!parent || !child) return false;
  const keys = db.pragma(`foreign_key_list(${child})`) as { table: string }[];
  return keys.some(({ table }) => table === parent) && jumpsOverChildren(db, text);
}

function jumpsOverChildren(db: Database.Database, text: string): boolean {
  const nulls = Object.fromEntries([...text.matchAll(/:(\w+)/g)].map((match) => [match[1], null]));
  const program = db.prepare(`EXPLAIN ${text}`).all(nulls) as { opcode: string }[];
  return program.some(({ opcode }) => opcode === 'FkIfZero');
}
