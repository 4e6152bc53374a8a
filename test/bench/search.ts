import { join } from 'node:path';
import Database from 'better-sqlite3';
import { searchTokens, toFtsQuery } from '../../src/domain/product-search/tokens.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { randomFrom } from '../faults/random.ts';
import { openTillCalls } from '../faults/till-calls.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { beginningsOf, misspelt } from './queries.ts';
import { missingList } from './real-list.ts';
import { runLibrary } from './run-library.ts';
import type { BenchOptions, Figure, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const SEED = 5;
const LIMIT = 24;

export const search: Scenario = {
  name: 'Search',
  what: 'Among 100,000 real products: half one word, half two words of a product’s name, each cut after 3 to 6 letters; one and two letters apart; misspelt names (one letter wrong in one word of 5 letters or more) count as found when the product is among the first 24. Against a bare FTS5 ranked prefix query in the same process, and two libraries that search in memory.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const folder = copyOf(shop);
  const till = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
  const names = shop.products.map(({ name }) => name);
  const random = randomFrom(SEED);
  const queries = beginningsOf(names, quick ? 40 : 400, random);
  const letters = beginningsOf(names, quick ? 20 : 200, random).map((query) =>
    query.slice(0, 1 + (query.length % 2)),
  );
  const wrong = misspelt(shop.products, quick ? 30 : 300, random);
  const bare = bareIndex(folder);
  const ask = (text: string) => till.call('product.search', { text, limit: LIMIT });
  for (const text of queries.slice(0, 20)) {
    await ask(text);
    bare(text);
  }
  const times = { own: [] as number[], bare: [] as number[], letters: [] as number[] };
  for (const text of queries) {
    times.own.push((await timed(() => ask(text))).ms);
    times.bare.push((await timed(() => bare(text))).ms);
  }
  for (const text of letters) times.letters.push((await timed(() => ask(text))).ms);
  let found = 0;
  const wrongTimes: number[] = [];
  for (const { text, name } of wrong) {
    const { ms, value } = await timed(() => ask(text));
    wrongTimes.push(ms);
    if (value.rows.some((product) => product.name === name)) found += 1;
  }
  await till.engine.close();
  const ratio = quantile(times.own, 0.95) / quantile(times.bare, 0.95);
  const libraries = (['minisearch', 'orama'] as const).flatMap((library) =>
    runLibrary(library, { names, queries, wrong, limit: LIMIT }),
  );
  const figures: Figure[] = [
    { name: 'words, p95', value: quantile(times.own, 0.95), unit: 'ms', bar: { atMost: 5 } },
    { name: 'words, p95 against bare FTS5', value: ratio, unit: '×', bar: { atMost: 2 } },
    { name: 'words, median', value: median(times.own), unit: 'ms' },
    { name: 'bare FTS5, p95', value: quantile(times.bare, 0.95), unit: 'ms' },
    { name: 'one or two letters, p95', value: quantile(times.letters, 0.95), unit: 'ms', bar: { atMost: 2 } },
    { name: 'misspelt names found', value: (found / wrong.length) * 100, unit: '%' },
    { name: 'misspelt names, p95', value: quantile(wrongTimes, 0.95), unit: 'ms' },
    ...libraries,
  ];
  return {
    figures,
    notes: [`${queries.length} queries of words, ${letters.length} of letters, ${wrong.length} misspelt.`],
  };
}

/** FTS5's own prefix query over the same names, ranked, and nothing else: no accents beyond its own, no codes, no prices. */
function bareIndex(folder: string): (text: string) => unknown[] {
  const db = new Database(join(folder, 'bare.db'));
  process.once('exit', () => db.close());
  db.pragma('cache_size = -32000');
  db.pragma('mmap_size = 268435456');
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (name, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');`,
  );
  db.prepare('ATTACH ? AS shop').run(join(folder, DATABASE_FILE));
  db.exec('INSERT INTO bare (rowid, name) SELECT seq, name FROM shop.product; DETACH shop;');
  const query = db.prepare('SELECT rowid, name FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?');
  return (text) => {
    const words = toFtsQuery(searchTokens(text));
    return words === null ? [] : query.all(words, LIMIT);
  };
}
