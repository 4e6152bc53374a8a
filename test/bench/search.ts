import { join } from 'node:path';
import Database from 'better-sqlite3';
import { COLUMN_WEIGHTS } from '../../src/domain/product-search/rank.ts';
import { searchTokens, toFtsQuery } from '../../src/domain/product-search/tokens.ts';
import { summaryColumns, summaryJoins } from '../../src/main/features/product/product.sql.ts';
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
/** Times that all queries are asked; a figure is the median of so many. */
const ROUNDS = 5;

export const search: Scenario = {
  name: 'Search',
  what: 'Among 100,000 real products: half one word, half two words of a product’s name, each cut after 3 to 6 letters; one and two letters apart; misspelt names (one letter wrong in one word of 5 letters or more) count as found when the product is among the first 24. Against a bare FTS5 query in the same process (the same beginnings in the same index, ranked by the same weights, the rows of the best read), each in turn, and two libraries that search in memory.',
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
  const bare = bareQuery(folder);
  const ask = (text: string) => till.call('product.search', { text, limit: LIMIT });
  for (const text of queries.slice(0, 20)) {
    await ask(text);
    bare(text);
  }
  const rounds: Record<'own' | 'middle' | 'bare' | 'ratio' | 'letters', number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = { own: [] as number[], bare: [] as number[], letters: [] as number[] };
    for (const text of queries) {
      times.own.push((await timed(() => ask(text))).ms);
      times.bare.push((await timed(() => bare(text))).ms);
    }
    for (const text of letters) times.letters.push((await timed(() => ask(text))).ms);
    const [own, alone] = [quantile(times.own, 0.95), quantile(times.bare, 0.95)];
    const [middle, short] = [median(times.own), quantile(times.letters, 0.95)];
    rounds.push({ own, middle, bare: alone, ratio: own / alone, letters: short });
  }
  const overRounds = (of: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[of]));
  let found = 0;
  const wrongTimes: number[] = [];
  for (const { text, name } of wrong) {
    const { ms, value } = await timed(() => ask(text));
    wrongTimes.push(ms);
    if (value.rows.some((product) => product.name === name)) found += 1;
  }
  await till.engine.close();
  const libraries = (['minisearch', 'orama'] as const).flatMap((library) =>
    runLibrary(library, { names, queries, wrong, limit: LIMIT }),
  );
  const figures: Figure[] = [
    { name: 'words, p95', value: overRounds('own'), unit: 'ms', bar: { atMost: 5 } },
    { name: 'words, p95 against bare FTS5', value: overRounds('ratio'), unit: '×', bar: { atMost: 2 } },
    { name: 'words, median', value: overRounds('middle'), unit: 'ms' },
    { name: 'bare FTS5, p95', value: overRounds('bare'), unit: 'ms' },
    { name: 'one or two letters, p95', value: overRounds('letters'), unit: 'ms', bar: { atMost: 2 } },
    { name: 'misspelt names found', value: (found / wrong.length) * 100, unit: '%' },
    { name: 'misspelt names, p95', value: quantile(wrongTimes, 0.95), unit: 'ms' },
    ...libraries,
  ];
  return {
    figures,
    notes: [
      `${queries.length} queries of words, ${letters.length} of letters, ${ROUNDS} times each; ${wrong.length} misspelt.`,
    ],
  };
}

/** What SQLite does of the same work by itself: ranks every product with words that begin so, in the shop's own index and
 *  by its weights, and reads of the best what a till shows, in the quickest of the ways to write that. An index of names
 *  alone with no product to read would be another, lighter question. No codes, sales, parts of words or near spellings,
 *  nobody's rights, no answer checked. The number stands in the text, or it would be compiled at every run. */
function bareQuery(folder: string): (text: string) => unknown[] {
  const db = new Database(join(folder, DATABASE_FILE), { readonly: true });
  process.once('exit', () => db.close());
  db.pragma('cache_size = -32000');
  db.pragma('mmap_size = 268435456');
  const query = db.prepare(`SELECT ${summaryColumns}
    FROM product_search f CROSS JOIN product p ON p.seq = f.rowid ${summaryJoins}
    WHERE f.product_search MATCH ? AND f.rank MATCH 'bm25(${COLUMN_WEIGHTS.join(', ')})' AND p.status = 'active'
    ORDER BY f.rank LIMIT ${LIMIT}`);
  return (text) => {
    const words = toFtsQuery(searchTokens(text));
    return words === null ? [] : query.all(words);
  };
}
