import { readFileSync } from 'node:fs';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { LibraryAnswer, LibraryTask } from './run-library.ts';
import { quantile, timed } from './statistics.ts';

type Ask = (text: string, misspelt: boolean) => readonly string[] | Promise<readonly string[]>;

const { names, queries, wrong, limit } = JSON.parse(readFileSync(0, 'utf8')) as LibraryTask;

/** With the settings its own documentation recommends for search as one types, and for misspelt words. */
function withMiniSearch(): Ask {
  const index = new MiniSearch<{ id: number; name: string }>({ fields: ['name'], storeFields: ['name'] });
  index.addAll(names.map((name, id) => ({ id, name })));
  return (text, misspelt) =>
    index
      .search(text, { prefix: true, combineWith: 'AND', ...(misspelt ? { fuzzy: 0.2 } : {}) })
      .slice(0, limit)
      .map((hit) => hit['name'] as string);
}

async function withOrama(): Promise<Ask> {
  const index = create({ schema: { name: 'string' } as const });
  await insertMultiple(
    index,
    names.map((name) => ({ name })),
    5000,
  );
  return async (text, misspelt) => {
    const { hits } = await search(index, {
      term: text,
      limit,
      threshold: 0,
      ...(misspelt ? { tolerance: 1 } : {}),
    });
    return hits.map(({ document }) => document.name);
  };
}

const memory = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};

const before = memory();
const { ms, value: ask } = await timed(() => (process.argv[2] === 'orama' ? withOrama() : withMiniSearch()));
const memoryMb = memory() - before;
const [queryTimes, wrongTimes]: [number[], number[]] = [[], []];
for (const text of queries) queryTimes.push((await timed(() => ask(text, false))).ms);
let found = 0;
for (const { text, name } of wrong) {
  const { ms: took, value } = await timed(() => ask(text, true));
  wrongTimes.push(took);
  if (value.includes(name)) found += 1;
}
const answer: LibraryAnswer = {
  buildSeconds: ms / 1000,
  memoryMb,
  queriesP95: quantile(queryTimes, 0.95),
  wrongP95: quantile(wrongTimes, 0.95),
  found: (found / wrong.length) * 100,
};
console.log(JSON.stringify(answer));
