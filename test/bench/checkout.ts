import { openTillCalls } from '../faults/till-calls.ts';
import { BareScript } from './bare-checkout.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { missingList } from './real-list.ts';
import { payFor, ringUp } from './ring-up.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const LINES = 5;
const ROUNDS = 9;
const SALES = 60;

export const checkout: Scenario = {
  name: 'Checkout of 5 lines',
  what: 'Closing a sale of five lines through the engine, against a script that writes the same rows with the same hashes, signature and sync in bare better-sqlite3, each in turn in the same process on copies of the same shop of 100,000 products.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const folder = copyOf(shop);
  const till = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
  const codes = (sale: number) =>
    Array.from(
      { length: LINES },
      (_, line) => shop.products[((sale * LINES + line) * 7919) % shop.products.length]?.gtin ?? '',
    );
  const script = await BareScript.learn(copyOf(shop), shop, codes(1_000_000));
  const [sales, rounds] = quick ? [10, 2] : [SALES, ROUNDS];
  const engineTimes: number[] = [];
  const [engineRates, scriptRates]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const own: number[] = [];
    for (let sale = 0; sale < sales; sale += 1) {
      const cart = await ringUp(till, codes((round + 1) * sales + sale));
      own.push((await timed(() => payFor(till, cart))).ms);
    }
    const bare = Array.from({ length: sales }, () => script.sell());
    // The first round warms both up.
    if (round < 0) continue;
    engineTimes.push(...own);
    engineRates.push(1000 / median(own));
    scriptRates.push(1000 / median(bare));
  }
  await till.engine.close();
  script.close();
  const ratios = engineRates.map((rate, round) => (rate / (scriptRates[round] ?? rate)) * 100);
  return {
    figures: [
      { name: 'rate against the script', value: median(ratios), unit: '%', bar: { atLeast: 40 } },
      { name: 'engine, p99', value: quantile(engineTimes, 0.99), unit: 'ms', bar: { atMost: 10 } },
      { name: 'engine, median', value: median(engineTimes), unit: 'ms' },
      { name: 'engine', value: median(engineRates), unit: 'per s' },
      { name: 'script', value: median(scriptRates), unit: 'per s' },
    ],
    notes: [`The script writes ${script.describe()}.`],
  };
}
