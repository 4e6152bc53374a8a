import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/main/features/index.ts';
import { planBulkEdit } from '../../src/main/features/product/bulk-change.ts';
import { listTree } from '../../src/main/features/product/category-tree.ts';
import {
  type ListSort,
  type ListWay,
  listBrands as listBrandsSql,
  listMatching,
  listPage,
  listTotal,
} from '../../src/main/features/product/list.sql.ts';
import { listBrands, listProducts } from '../../src/main/features/product/list-products.ts';
import { findByBarcode, findBySku, findProduct } from '../../src/main/features/product/product.sql.ts';
import * as search from '../../src/main/features/product/search.sql.ts';
import { listBeginnings, listNewWords } from '../../src/main/features/product/search-index.sql.ts';
import { searchProducts } from '../../src/main/features/product/search-products.ts';
import { findOnHand, listMovementPage } from '../../src/main/features/stock/stock.sql.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import { type AnySql, knownStatements } from '../../src/main/storage/sql.ts';
import { minor } from '../../src/shared/values/money.ts';
import { fillLargeCatalogue, gtinOf, LARGE } from './large-catalogue.ts';
import { searchInput } from './search-input.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-plans-'));
let db: Connection;

beforeAll(() => {
  db = openDatabase(dataDir).db;
  fillLargeCatalogue(db);
}, 300_000);
afterAll(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

/** How SQLite means to run a statement, a line a step. */
function planOf({ text }: { readonly text: string }): string[] {
  const names = [...text.matchAll(/:([a-z_]+)/g)].map((match) => match[1] ?? '');
  const params = Object.fromEntries(names.map((name) => [name, null]));
  const steps = db.handle.prepare(`EXPLAIN QUERY PLAN ${text}`).all(params) as { detail: string }[];
  return steps.map((step) => step.detail);
}

/** Steps that read a whole table; the rows of a page, a category branch and full-text hits are few. */
function scansIn(plan: readonly string[]): string[] {
  const few =
    /^SCAN (page|best|branch|m|j|CONSTANT ROW|\(subquery-\d+\)|c USING COVERING INDEX category_name)$/;
  return plan.filter(
    (step) => step.startsWith('SCAN ') && !few.test(step) && !step.includes('VIRTUAL TABLE INDEX'),
  );
}

const STOCKS = ['any', 'low', 'out', 'in'] as const;
const SORTS = ['name', 'sku', 'category', 'price', 'stock', 'updated', 'sales', 'relevance'] as const;
const way = (more: Partial<ListWay> = {}): ListWay => ({
  source: 'all',
  sort: 'name',
  stock: 'any',
  descending: false,
  ...more,
});
const page = (sort: ListSort) => listPage(way({ sort }));

const lookups: readonly (readonly [string, { readonly text: string }, string])[] = [
  ['a barcode', findByBarcode, 'SEARCH b USING PRIMARY KEY (code=? AND kind=?)'],
  [
    'a barcode typed into the search',
    search.findActiveByBarcode,
    'SEARCH k USING PRIMARY KEY (code=? AND kind=?)',
  ],
  ['a SKU', findBySku, 'SEARCH product USING INDEX product_sku (sku=?)'],
  ['one product', findProduct, 'SEARCH p USING INDEX sqlite_autoindex_product_1 (id=?)'],
  [
    'names that begin so',
    search.listByNameRange,
    'SEARCH p USING INDEX product_name (status=? AND sort_name>? AND sort_name<?)',
  ],
  ['words', search.listByWords, 'SCAN product_search VIRTUAL TABLE INDEX 0:M6'],
  ['products by their numbers', search.listFound, 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'],
  ['what hits are judged by', search.listCandidates, 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'],
  ['how many have a word', search.listTermCounts, 'SCAN t VIRTUAL TABLE INDEX 259:'],
  ['lists of beginnings', listBeginnings, 'SEARCH b USING PRIMARY KEY (beginning=?)'],
  ['new words', listNewWords, 'SEARCH search_word USING INTEGER PRIMARY KEY (rowid>?)'],
  ['a page by name', page('name'), 'SEARCH p USING COVERING INDEX product_name (status=?)'],
  ['a page by SKU', page('sku'), 'SEARCH p USING COVERING INDEX product_by_sku (status=?)'],
  ['a page by price', page('price'), 'SEARCH p USING COVERING INDEX product_price (status=?)'],
  ['a page by sales', page('sales'), 'SEARCH p USING COVERING INDEX product_sales (status=?)'],
  ['a page by change', page('updated'), 'SEARCH p USING COVERING INDEX product_updated (status=?)'],
  [
    'a page by category',
    page('category'),
    'SEARCH p USING COVERING INDEX product_category (category_id=? AND status=?)',
  ],
  [
    'a page of a category',
    listPage(way({ source: 'category' })),
    'SEARCH p USING COVERING INDEX product_category (category_id=? AND status=?)',
  ],
  ['a page of words', listPage(way({ source: 'words' })), 'SCAN f VIRTUAL TABLE INDEX 0:M6'],
  ['the number of products', listTotal(way()), 'SEARCH p USING COVERING INDEX product_price (status=?)'],
  [
    'the number in a category',
    listTotal(way({ source: 'category' })),
    'SEARCH p USING COVERING INDEX product_category (category_id=? AND status=?)',
  ],
  [
    'a page of a brand',
    listPage(way({ source: 'brand' })),
    'SEARCH p USING INDEX product_brand (brand=? AND status=?)',
  ],
  [
    'the number of a brand',
    listTotal(way({ source: 'brand' })),
    'SEARCH p USING INDEX product_brand (brand=? AND status=?)',
  ],
  [
    'brands that begin so',
    listBrandsSql,
    'SEARCH p USING COVERING INDEX product_brand (brand>? AND brand<?)',
  ],
  [
    'all that a filter shows, to change at once',
    listMatching(way()),
    'SEARCH p USING COVERING INDEX product_name (status=?)',
  ],
  ['what is on hand', findOnHand, 'SEARCH product USING INDEX sqlite_autoindex_product_1 (id=?)'],
  ['movements', listMovementPage, 'SEARCH stock_movement USING INDEX stock_movement_product (product_id=?)'],
];

/** Statements of other features that run at the till, found by what they ask. */
const atTheTill: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'the lines of a cart',
    /FROM cart_line\b[\s\S]*cart_id = \+:/,
    /SEARCH (l|cart_line) USING (.*INDEX cart_line_cart|PRIMARY KEY \(id=\?\))/,
  ],
  [
    'a document by its number',
    /FROM document\b[\s\S]*fiscal_number = \+:/,
    /USING (COVERING )?INDEX sqlite_autoindex_document_2/,
  ],
  [
    'a document by order number',
    /FROM document\b[\s\S]*[^_]order_number = \+:/,
    /USING (COVERING )?INDEX document_order_number/,
  ],
];

const ANALYZED = [false, true];

describe.each(ANALYZED)('with 100,000 products, analyzed: %s', (analyzed) => {
  beforeAll(() => {
    if (analyzed) db.handle.exec('ANALYZE');
  });

  it.each(lookups)('%s is found by its index, without reading every product', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan).toContain(step);
    expect(scansIn(plan)).toEqual([]);
  });

  it.each(
    SORTS.filter((sort) => sort !== 'category').flatMap((sort) =>
      STOCKS.map((stock) => [sort, stock] as const),
    ),
  )('a page by %s, stock %s, is cut in the index alone, without sorting every product', (sort, stock) => {
    const plan = planOf(listPage(way({ sort, stock })));
    const cut = plan.slice(0, plan.indexOf('SCAN page'));
    expect(cut.filter((step) => step.startsWith('USE TEMP B-TREE FOR ORDER BY'))).toEqual([]);
    expect(cut.filter((step) => step.startsWith('SEARCH p ') && !step.includes('COVERING'))).toEqual([]);
  });

  it.each([
    ['low', 'product_low'],
    ['out', 'product_stock'],
    ['in', 'product_stock'],
  ] as const)('how many products are %s is counted in the index of that', (stock, index) => {
    expect(planOf(listTotal(way({ stock }))).join('\n')).toContain(`INDEX ${index} (status=?`);
  });

  it.each(atTheTill)('%s is found by its index', (_, asks, step) => {
    const found = knownStatements().filter((sql) => !sql.writes && asks.test(sql.text));
    expect(found).not.toEqual([]);
    for (const sql of found) {
      const plan = planOf(sql);
      expect(plan.join('\n')).toMatch(step);
    }
  });

  it('no query at all reads every product without an index', () => {
    const reading = (sql: AnySql): boolean =>
      !sql.writes && planOf(sql).some((step) => /^SCAN (p|product)$/.test(step));
    expect(
      knownStatements()
        .filter(reading)
        .map((sql) => sql.text),
    ).toEqual([]);
  });

  it('finds and lists; how fast is printed', () => {
    const list = {
      text: '',
      exactly: false,
      categoryId: null,
      status: 'active',
      stock: 'any',
      priced: 'any',
      brand: null,
      priceFromMinor: null,
      priceToMinor: null,
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 100,
    } as const;
    expect(listProducts(db, list).total).toBe(LARGE - LARGE / 50);
    expect(searchProducts(db, searchInput(gtinOf(77))).rows).toHaveLength(1);
    report('search by barcode', () => searchProducts(db, searchInput(gtinOf(77))));
    for (const text of ['m', 'mi', 'milk', 'milk org', 'brand1 coffee', 'hocolat', 'chocolte organc'])
      report(`search ${text}`, () => searchProducts(db, searchInput(text)));
    for (const sort of ['name', 'sku', 'category', 'price', 'stock', 'updated'] as const) {
      report(`list by ${sort}`, () => listProducts(db, { ...list, sort }));
    }
    report('list, last page', () => listProducts(db, { ...list, offset: 97_900 }));
    report('list of words', () => listProducts(db, { ...list, text: 'milk' }));
    for (const stock of ['low', 'out', 'in'] as const)
      for (const sort of SORTS)
        report(`list, stock ${stock} by ${sort}`, () => listProducts(db, { ...list, stock, sort }));
    report('no products out', () => listProducts(db, { ...list, stock: 'out', priced: 'without', text: '' }));
    report('list, in, last page', () => listProducts(db, { ...list, stock: 'in', offset: 95_000 }));
    const { total } = listProducts(db, { ...list, brand: 'BRAND7' });
    expect(total).toBeGreaterThan(100);
    for (const sort of SORTS)
      report(`list of a brand by ${sort}`, () => listProducts(db, { ...list, brand: 'brand7', sort }));
    const priced = { ...list, priceFromMinor: minor(10_000), priceToMinor: minor(10_500) };
    expect(listProducts(db, priced).total).toBe(listProducts(db, { ...priced, sort: 'price' }).total);
    for (const sort of SORTS)
      report(`list, price range by ${sort}`, () => listProducts(db, { ...priced, sort }));
    report('brands', () => listBrands(db, { text: '', limit: 50 }));
    report('brands that begin', () => listBrands(db, { text: 'brand3', limit: 50 }));
    const change = { kind: 'price', how: { kind: 'percent', ppm: 50_000 }, ending: '99' } as const;
    const { sort: _, descending: __, offset: ___, limit: ____, ...filter } = priced;
    const selection = { kind: 'filter', filter, except: [] } as const;
    const plan = planBulkEdit(
      db,
      { selection: { ...selection, except: [] }, change: { ...change, how: change.how } },
      2,
    );
    expect(plan.ok && plan.value.products).toBe(listProducts(db, priced).total);
    report('many products planned', () =>
      planBulkEdit(db, { selection: { ...selection, except: [] }, change }, 2),
    );
    report('category tree', () => listTree(db));
  });
});

/** Prints the median of nine; a machine's speed is no test. */
function report(name: string, work: () => unknown): void {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  console.log(`${name.padEnd(20)} ${times[4]?.toFixed(1).padStart(7)} ms`);
}
