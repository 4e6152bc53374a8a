import { randomFrom } from '../faults/random.ts';
import { openTillCalls } from '../faults/till-calls.ts';
import { BareScript } from './bare-checkout.ts';
import { type BenchShop, copyOf, shopOf } from './bench-shop.ts';
import { beginningsOf } from './queries.ts';
import { missingList } from './real-list.ts';
import { payFor, ringUp } from './ring-up.ts';
import { codeAt } from './scan.ts';
import type { BenchOptions, Figure, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const SIZES = [10_000, 100_000, 786_000];
const STORED_LINES = 1_000_000;
const LINES = 5;

export const growth: Scenario = {
  name: 'Growth',
  what: 'The same scans, searches and checkouts in shops of 10,000, 100,000 and all global codes of the list (about 700,000), and in the one of 100,000 after 1,000,000 sale lines were stored.',
  long: true,
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const figures: Figure[] = [];
  const sizes = quick ? SIZES.slice(0, 1) : SIZES;
  for (const size of sizes) {
    const shop = await shopOf(data, size);
    figures.push(
      ...(await measure(`${shop.products.length.toLocaleString('en')} products`, shop, copyOf(shop))),
    );
  }
  const shop = await shopOf(data, quick ? 10_000 : 100_000);
  const folder = copyOf(shop);
  const codes = Array.from({ length: LINES }, (_, line) =>
    codeAt(
      shop.products.map(({ gtin }) => gtin),
      line,
    ),
  );
  const script = await BareScript.learn(folder, shop, codes);
  const stored = quick ? STORED_LINES / 100 : STORED_LINES;
  script.sellMany(stored / LINES);
  script.close();
  figures.push(...(await measure(`after ${stored.toLocaleString('en')} sale lines`, shop, folder)));
  return { figures, notes: ['The stored lines were written by the bare script of the checkout scenario.'] };
}

async function measure(label: string, shop: BenchShop, folder: string): Promise<Figure[]> {
  const till = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
  const codes = shop.products.map(({ gtin }) => gtin);
  const queries = beginningsOf(
    shop.products.map(({ name }) => name),
    150,
    randomFrom(7),
  );
  const [scans, closings, searches]: [number[], number[], number[]] = [[], [], []];
  for (let sale = 0; sale < 80; sale += 1) {
    const cart = [];
    for (let line = 0; line < LINES; line += 1) {
      const { ms, value } = await timed(() => ringUp(till, [codeAt(codes, sale * LINES + line + 1)]));
      if (sale > 5) scans.push(ms);
      cart.push(value);
    }
    const last = cart.at(-1);
    if (!last) throw new Error('nothing was rung up');
    const { ms } = await timed(() => payFor(till, last));
    if (sale > 5) closings.push(ms);
  }
  for (const text of queries)
    searches.push((await timed(() => till.call('product.search', { text, limit: 24 }))).ms);
  await till.engine.close();
  return [
    { name: `${label}: scan, median`, value: median(scans), unit: 'ms' },
    { name: `${label}: scan, p99`, value: quantile(scans, 0.99), unit: 'ms' },
    { name: `${label}: search, p95`, value: quantile(searches, 0.95), unit: 'ms' },
    { name: `${label}: checkout, median`, value: median(closings), unit: 'ms' },
    { name: `${label}: checkout, p99`, value: quantile(closings, 0.99), unit: 'ms' },
  ];
}
