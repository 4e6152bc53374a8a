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
    expect(scans, name).toEqual([]);
  }
  db.close();
  await shop.close();
});
