import { setTimeout as wait } from 'node:timers/promises';
import { newId, openTillCalls, type TillCalls } from '../faults/till-calls.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';
import { importList, tokensOf } from './bench-shop.ts';
import { missingList, priceList, realProducts } from './real-list.ts';
import { payFor } from './ring-up.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile, timed } from './statistics.ts';

const ROWS = 100_000;
const BETWEEN_SCANS_MS = 25;
const LINES = 20;
const WARM_UP_MS = 2_000;

export const importing: Scenario = {
  name: 'Import beside a till',
  what: 'A price list of 100,000 real products is sent, checked and written while a till beside it scans, forty times a second.',
  run,
};

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const ready = await openReadyShop();
  await ready.addProduct(ready.owner, { name: 'Tea', barcodes: [{ code: 'TEA-1', kind: 'inStore' }] });
  await ready.shop.engine.close();
  const { sessions, deviceToken } = tokensOf(ready);
  const till = await openTillCalls(ready.shop.dataDir, sessions.cashier, deviceToken);
  const office = till.as(sessions.manager);
  try {
    const list = priceList(realProducts(data, quick ? ROWS / 10 : ROWS));
    // A till that has been scanning before: its first scans after a start take longer, import or not.
    const warm = { now: false };
    const warming = scanUntil(till, warm);
    await wait(WARM_UP_MS);
    warm.now = true;
    await warming;
    const stop = { now: false };
    const scanning = scanUntil(till, stop);
    const { seconds, searchSeconds, writing } = await importList(office, list, ready.tax.standard);
    stop.now = true;
    const timedScans = await scanning;
    const scans = timedScans.map(({ ms }) => ms);
    const isBesideWriting = ({ atMs, ms }: TimedScan) => atMs + ms >= writing.fromMs && atMs <= writing.toMs;
    const besideWriting = timedScans.filter(isBesideWriting).map(({ ms }) => ms);
    const others = timedScans.filter((one) => !isBesideWriting(one)).map(({ ms }) => ms);
    return {
      figures: [
        { name: 'import', value: seconds, unit: 's', bar: { atMost: 30 } },
        { name: 'until search knows them too', value: searchSeconds, unit: 's' },
        { name: 'scan meanwhile, p99', value: quantile(scans, 0.99), unit: 'ms', bar: { atMost: 15 } },
        { name: 'scan meanwhile, median', value: median(scans), unit: 'ms' },
        {
          name: 'scan while it is written, longest',
          value: quantile(besideWriting, 1),
          unit: 'ms',
          bar: { atMost: 10 },
        },
        { name: 'scan before and after that, longest', value: quantile(others, 1), unit: 'ms' },
      ],
      notes: [
        `${scans.length} scans meanwhile, until search knew the products too, ${besideWriting.length} of them while it was written. Import: sending, checking and writing together; from then on they can be scanned.`,
      ],
    };
  } finally {
    await till.engine.close();
    ready.shop.discard();
  }
}

interface TimedScan {
  readonly atMs: number;
  readonly ms: number;
}

/** Scans at a steady pace; now and then the customer pays. */
async function scanUntil(till: TillCalls, stop: { readonly now: boolean }): Promise<TimedScan[]> {
  const times: TimedScan[] = [];
  while (!stop.now) {
    const atMs = performance.now();
    const { ms, value } = await timed(() =>
      till.call('sale.scanBarcode', { commandId: newId(), barcode: 'TEA-1' }),
    );
    times.push({ atMs, ms });
    if ((value.sale.lines[0]?.quantityMilli ?? 0) >= LINES * 1000) {
      await payFor(till, value.sale);
    }
    await wait(BETWEEN_SCANS_MS);
  }
  return times;
}
