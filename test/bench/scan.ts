import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { newId, openTillCalls, type TillCalls } from '../faults/till-calls.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { askOverHttp } from './http-till.ts';
import { missingList } from './real-list.ts';
import { payFor, ringUp } from './ring-up.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const LINES = 20;
/** Between two customers: the till has its aftermath of a sale behind it (index, live notices) when the next begins. */
const NEXT_CUSTOMER_MS = 250;
/** After a start the till's code is still being compiled beside it; a till is on all day. */
const FIRST_CUSTOMERS = 20;
/** What a scan adds to the log: ten to fifteen pages. */
const COMMIT_BYTES = 12 * 4096;

export const scan: Scenario = {
  name: 'Scan to the sale’s view',
  what: 'A barcode of one of 100,000 products into a cart of up to 20 lines, until the whole fresh view is answered: straight through the engine, and over HTTP on this machine from the same process; a quarter of a second between two customers. Beside it what the disk alone takes for as many bytes.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const folder = copyOf(shop);
  const till = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
  const codes = shop.products.map(({ gtin }) => gtin);
  const carts = quick ? 5 : 60;
  const firstCarts = quick ? 1 : FIRST_CUSTOMERS;
  const http = await askOverHttp(till.engine, shop);
  const disk = openSync(join(folder, 'disk-alone'), 'w');
  try {
    const first: number[] = [];
    const direct: number[] = [];
    const wired: number[] = [];
    const bare: number[] = [];
    // In turn, so that all see the same moments of the machine; the first cart of each warms up.
    for (let cart = -firstCarts; cart < carts; cart += 1) {
      const own = await scanCart(till, codes, cart * 2);
      await wait(NEXT_CUSTOMER_MS);
      const over = await scanCart(http, codes, cart * 2 + 1);
      await wait(NEXT_CUSTOMER_MS);
      const alone = syncedWrites(disk, own.length);
      if (cart < 0) {
        first.push(...own);
        continue;
      }
      direct.push(...own);
      wired.push(...over);
      bare.push(...alone);
    }
    return {
      figures: [
        { name: 'engine, p99', value: quantile(direct, 0.99), unit: 'ms', bar: { atMost: 2 } },
        { name: 'engine, median', value: median(direct), unit: 'ms' },
        {
          name: `engine, first ${firstCarts} customers after a start, p99`,
          value: quantile(first, 0.99),
          unit: 'ms',
        },
        { name: 'disk alone, p99', value: quantile(bare, 0.99), unit: 'ms' },
        { name: 'disk alone, median', value: median(bare), unit: 'ms' },
        { name: 'HTTP, p95', value: quantile(wired, 0.95), unit: 'ms', bar: { atMost: 5 } },
        { name: 'HTTP, median', value: median(wired), unit: 'ms' },
      ],
      notes: [
        `${direct.length} scans each. The disk alone: ${COMMIT_BYTES / 1024} kB written and synced in one go, as often.`,
      ],
    };
  } finally {
    closeSync(disk);
    await till.engine.close();
  }
}

/** Times each scan into one cart, then pays for it. */
async function scanCart(
  till: Pick<TillCalls, 'call'>,
  codes: readonly string[],
  cart: number,
): Promise<number[]> {
  const times: number[] = [];
  const [first, ...rest] = Array.from({ length: LINES }, (_, line) => codeAt(codes, cart * LINES + line));
  let sale = await ringUp(till, [first ?? '']);
  for (const barcode of rest) {
    const { ms, value } = await timed(() => till.call('sale.scanBarcode', { commandId: newId(), barcode }));
    times.push(ms);
    sale = value.sale;
  }
  await payFor(till, sale);
  return times;
}

/** Times the disk alone: what a scan's commit writes, in the same way. */
function syncedWrites(file: number, times: number): number[] {
  const pages = Buffer.alloc(COMMIT_BYTES, 1);
  return Array.from({ length: times }, () => {
    const before = performance.now();
    writeSync(file, pages);
    fdatasyncSync(file);
    return performance.now() - before;
  });
}

/** Far apart in the catalogue, so that no page of it is still at hand. */
export function codeAt(codes: readonly string[], number: number): string {
  return codes[Math.abs(number * 7919) % codes.length] ?? '';
}
