import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/main/features/index.ts';
import { foldText, searchTokens } from '../../src/domain/product-search/tokens.ts';
import { indexPending } from '../../src/main/features/product/search-index.ts';
import { searchProducts } from '../../src/main/features/product/search-products.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import { searchInput } from './search-input.ts';
import { hitRate, misspell } from './search-quality.ts';

const GIFTS = join(import.meta.dirname, '../../resources/demo/gifts.csv');
const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-quality-'));
let db: Connection;
let names: string[];

/** The names of the demo's gifts, of a real shop. */
beforeAll(() => {
  names = giftNames();
  db = openDatabase(dataDir).db;
  db.handle.pragma('synchronous = OFF');
  const insert = `INSERT INTO product (id, name, unit, price_minor, tax_category_id, description, status, negative_stock,
    search_text, sort_name, created_at_ms, updated_at_ms, version)
    VALUES (?, ?, 'each', 1, 'tax', '', 'active', 'allow', '', ?, 0, 0, 1)`;
  db.transaction(() => {
    db.handle.exec(
      "INSERT INTO tax_category (id, name, kind, position, archived, version) VALUES ('tax', 'Std', 'rate', 0, 0, 1)",
    );
    for (const [n, name] of names.entries()) db.handle.prepare(insert).run(`p${n}`, name, foldText(name));
    while (indexPending(db, 500) > 0);
  });
}, 120_000);
afterAll(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

const search = (typed: string) => searchProducts(db, searchInput(typed, 10)).rows.map(({ name }) => name);
const rateOf = (edits: readonly number[], seed: number) => {
  const made = misspell(names.length, (n) => searchTokens(names[n] ?? ''), { count: 400, seed });
  return hitRate(
    made.filter((one) => edits.includes(one.edits)),
    (n) => names[n] ?? '',
    search,
  );
};

describe('names typed with a mistake in one of three words', () => {
  it('are mostly found first, and nearly always among ten, with one mistake', () => {
    const rate = rateOf([1], 1);
    console.log('one mistake ', rate);
    expect(rate.at1).toBeGreaterThan(0.75);
    expect(rate.at10).toBeGreaterThan(0.93);
  });

  it('are found less well with two', () => {
    const rate = rateOf([2], 2);
    console.log('two mistakes', rate);
    expect(rate.at1).toBeGreaterThan(0.55);
    expect(rate.at10).toBeGreaterThan(0.85);
  });

  it('are found first as they stand', () => {
    const typed = names.map((name, target) => ({ target, typed: name, edits: 1 as const })).slice(0, 400);
    expect(hitRate(typed, (n) => names[n] ?? '', search).at1).toBe(1);
  });
});

function giftNames(): string[] {
  const lines = readFileSync(GIFTS, 'utf8').trim().split('\n').slice(1);
  return [
    ...new Set(
      lines
        .map((line) => /^[^,]*,(?:"((?:[^"]|"")*)"|([^,]*))/.exec(line))
        .map((cells) => cells?.[1] ?? cells?.[2] ?? ''),
    ),
  ];
}
