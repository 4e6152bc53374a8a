import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { systemClock } from '../../src/main/clock.ts';
import type { Caller } from '../../src/main/context.ts';
import { openEngine } from '../../src/main/engine.ts';
import type { CallOutput } from '../../src/shared/contract/index.ts';
import { MONDAY_MORNING_MS } from '../helpers/open-shop.ts';

/** A till of its own in its own process, selling until it is killed. What it acknowledges goes to a pipe that outlives
 *  it, one line a fact, written before anything else happens:
 *  `open <order number> <line count>` · `scanned <line count>` · `paying` · `paid <fiscal number> <total>`. */
const ACKNOWLEDGEMENTS = 3;
const [dataDir = '', sessionToken = '', deviceToken = '', ...barcodes] = process.argv.slice(2);

type Client = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

// The shop lives on its test day, or its sessions would long be over.
const clock = { ...systemClock, nowMs: () => MONDAY_MORNING_MS + Math.ceil(performance.now()) };
const engine = await openEngine({ dataDir, rendererDir: dataDir, version: 'test', clock });
const caller: Caller = {
  door: 'program',
  local: true,
  address: '127.0.0.1',
  sessionToken,
  deviceToken,
  setSession: () => {},
  setDevice: () => {},
};
const sale = (createRouterClient(engine.router, { context: { caller } }) as unknown as Client)['sale']!;
const commandId = (): string => systemClock.newId();
const tell = (line: string): void => void writeSync(ACKNOWLEDGEMENTS, `${line}\n`);

const { sale: found } = (await sale['getOpen']!({})) as CallOutput<'sale.getOpen'>;
tell(`open ${found?.orderNumber ?? 'none'} ${found?.lines.length ?? 0}`);
let lines = found?.lines.length ?? 0;
let view = found;
for (;;) {
  for (const barcode of barcodes.slice(lines)) {
    ({ sale: view } = (await sale['scanBarcode']!({
      commandId: commandId(),
      barcode,
    })) as CallOutput<'sale.scanBarcode'>);
    lines = view.lines.length;
    tell(`scanned ${view.orderNumber} ${lines}`);
  }
  const { id: saleId, totalMinor } = view!;
  tell('paying');
  const payment = { kind: 'cash', amountMinor: totalMinor + 500 };
  const paid = (await sale['complete']!({
    commandId: commandId(),
    saleId,
    expectedTotalMinor: totalMinor,
    payment,
  })) as CallOutput<'sale.complete'>;
  tell(`paid ${paid.fiscalNumber} ${paid.totalMinor}`);
  lines = 0;
}
