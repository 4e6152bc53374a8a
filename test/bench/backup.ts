import { setTimeout as wait } from 'node:timers/promises';
import { newId, openTillCalls, type TillCalls } from '../faults/till-calls.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { missingList } from './real-list.ts';
import { payFor, ringUp } from './ring-up.ts';
import { codeAt } from './scan.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const ROUNDS = 5;
const LINES = 5;
const BETWEEN_SALES_MS = 25;

export const backingUp: Scenario = {
  name: 'Backup beside a till',
  what: 'A shop of 100,000 products is backed up, plain and encrypted, while its till rings up five lines and takes the money, again and again: how long the whole of such a sale takes.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const till = await openTillCalls(copyOf(shop), shop.sessions.owner, shop.deviceToken);
  const codes = shop.products.map(({ gtin }) => gtin);
  const rounds = quick ? 1 : ROUNDS;
  try {
    const alone = await sellUntil(till, codes, wait(2000));
    const sales: number[] = [];
    const backups: number[] = [];
    for (const passphrase of [null, 'a long enough passphrase']) {
      await till.call('backup.setUp', { commandId: newId(), folder: null, passphrase });
      for (let round = 0; round < rounds; round += 1) {
        const making = timed(() => till.call('backup.make', { commandId: newId() }));
        sales.push(...(await sellUntil(till, codes, making)));
        backups.push((await making).ms);
      }
    }
    return {
      figures: [
        { name: 'sale meanwhile, longest', value: quantile(sales, 1), unit: 'ms', bar: { atMost: 200 } },
        { name: 'sale meanwhile, median', value: median(sales), unit: 'ms' },
        { name: 'sale without a backup, longest', value: quantile(alone, 1), unit: 'ms' },
        { name: 'sale without a backup, median', value: median(alone), unit: 'ms' },
        { name: 'backup, median', value: median(backups) / 1000, unit: 's' },
      ],
      notes: [`${sales.length} sales beside ${backups.length} backups.`],
    };
  } finally {
    await till.engine.close();
  }
}

/** Rings up and takes the money, over and over, until `end`. @returns milliseconds of each sale */
async function sellUntil(
  till: TillCalls,
  codes: readonly string[],
  end: Promise<unknown>,
): Promise<number[]> {
  let ended = false;
  void end.finally(() => {
    ended = true;
  });
  const times: number[] = [];
  while (!ended) {
    const basket = Array.from({ length: LINES }, (_, line) => codeAt(codes, times.length * LINES + line));
    const { ms } = await timed(async () => payFor(till, await ringUp(till, basket)));
    times.push(ms);
    await wait(BETWEEN_SALES_MS);
  }
  return times;
}
