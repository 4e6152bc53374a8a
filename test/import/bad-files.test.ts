import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inspectCatalogue } from '../../src/main/jobs/catalogue-import-inspect.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { checkList, longList } from './list-import.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A million in the full run of the faults (TILLWISE_FULL=1); else as many as a minute allows on a busy machine. */
const ROWS = process.env['TILLWISE_FULL'] === '1' ? 1_000_000 : 60_000;
const MEGABYTE = 1024 * 1024;

let ready: ReadyShop;
beforeAll(async () => {
  ready = await openReadyShop();
});
afterAll(() => ready.shop.close());

const LONGEST_MEGABYTES = 300;

describe('a list with a line of 100 MB and more', () => {
  it('is looked at without holding the line', async () => {
    const csvFile = join(ready.shop.dataDir, 'long-line.csv');
    const file = openSync(csvFile, 'w');
    writeSync(file, 'sku,name,price\nA1,Apple,1.00\nB1,');
    const piece = 'x'.repeat(MEGABYTE);
    for (let n = 0; n < LONGEST_MEGABYTES; n++) writeSync(file, piece);
    writeSync(file, ',2.00\nC1,Cake,3.00\n');
    closeSync(file);
    const before = process.memoryUsage().rss;
    const seen = await inspectCatalogue({ csvFile, workbookFile: null, wish: {} });
    expect(seen).toMatchObject({ ok: true, value: { headers: ['sku', 'name', 'price'] } });
    expect(process.memoryUsage().rss - before).toBeLessThan((LONGEST_MEGABYTES / 2) * MEGABYTE);
  });

  it('loses that row alone, and says so', async () => {
    const list = Buffer.concat([
      Buffer.from('sku,name,price\nA1,Apple,1.00\nB1,'),
      Buffer.alloc(100 * MEGABYTE, 'x'),
      Buffer.from(',2.00\nC1,Cake,3.00\n'),
    ]);
    const view = await checkList(ready, list);
    expect(view.counts).toMatchObject({ rows: 3, new: 2, faulty: 1 });
    expect(view.faults).toMatchObject([{ code: 'import.fieldTooLong', examples: [{ rowNumber: 3 }] }]);
  });
});

describe(`a list of ${ROWS} rows`, () => {
  it('is checked to the last, in a thread that holds none of them', async () => {
    const view = await checkList(ready, longList(ROWS));
    expect(view).toMatchObject({ state: 'checked', counts: { rows: ROWS, new: ROWS, faulty: 0 } });
  });
});
