import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestCaller } from '../helpers/open-shop.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import {
  applyList,
  catalogueOf,
  checkList,
  longList,
  sendList,
  untilRest,
  untilSearchable,
} from './list-import.ts';

// Thousands of products are written and synced to disk; a loaded machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let ready: ReadyShop;
beforeEach(async () => {
  ready = await openReadyShop();
});
afterEach(() => ready.shop.close());

async function untilDone(by: TestCaller, id: string, rows: number) {
  for (;;) {
    const view = await by.call('import.get', { id });
    if (view.progress.done >= rows || view.state !== 'applying') return view;
    await wait(1);
  }
}

describe('an import that is cancelled while it writes', () => {
  it('brings back every product, shelf and code as it was', async () => {
    // Products that the list will change come early in it.
    for (const index of [1, 3, 5, 7]) {
      await ready.addProduct(ready.owner, {
        sku: `L00000${index}`,
        name: `Old name ${index}`,
        brand: 'Mine',
      });
    }
    const before = catalogueOf(ready.shop);
    const { id, counts } = await checkList(ready, longList(3000));
    expect(counts).toMatchObject({ new: 2996, changed: 4 });
    await ready.manager.call('import.apply', { id });
    const half = await untilDone(ready.manager, id, 300);
    expect(half).toMatchObject({ state: 'applying', progress: { total: 3000 } });
    expect(catalogueOf(ready.shop)).not.toEqual(before);
    expect(await ready.manager.call('import.cancel', { id })).toMatchObject({ state: 'cancelling' });
    const end = await untilRest(ready.manager, id);
    expect(end).toMatchObject({ state: 'cancelled', errorCode: null, finishedAtMs: expect.any(Number) });
    expect(catalogueOf(ready.shop)).toEqual(before);
    expect(await ready.manager.refused('import.cancel', { id })).toMatchObject({ code: 'import.wrongState' });
    await expect.poll(() => existsSync(join(ready.shop.dataDir, 'imports', `${id}.csv`))).toBe(false);
    // A page that had loaded one of them meanwhile is told so: versions move forward only.
    expect(ready.shop.rows("SELECT version FROM product WHERE sku = 'L000003'")).toEqual([{ version: 3 }]);
  });

  it('keeps what a person changed meanwhile, and archives what was sold', async () => {
    const old = await ready.addProduct(ready.owner, { sku: 'L000001', name: 'Old name', priceMinor: 500 });
    const { id } = await checkList(ready, longList(3000));
    await ready.manager.call('import.apply', { id });
    await untilDone(ready.manager, id, 100);
    const [fresh] = ready.shop.rows<{ id: string }>("SELECT id FROM product WHERE sku = 'L000002'");
    await ready.cashier.call('sale.scanBarcode', { saleId: null, barcode: 'L000002' });
    const now = await ready.owner.call('product.get', { id: old.id });
    expect(now.name).toBe('Product number 1');
    const {
      name,
      sku,
      barcodes,
      brand,
      packSize,
      categoryId,
      unit,
      costMinor,
      taxCategoryId,
      description,
      negativeStock,
      lowStockMilli,
    } = now;
    const kept = {
      name,
      sku,
      barcodes,
      brand,
      packSize,
      categoryId,
      unit,
      costMinor,
      taxCategoryId,
      description,
      negativeStock,
      lowStockMilli,
    };
    await ready.owner.call('product.update', {
      id: old.id,
      expectedVersion: now.version,
      ...kept,
      priceMinor: 777,
    });
    await ready.manager.call('import.cancel', { id });
    expect(await untilRest(ready.manager, id)).toMatchObject({ state: 'cancelled' });
    expect(await ready.owner.call('product.get', { id: old.id })).toMatchObject({
      name: 'Old name',
      priceMinor: 777,
    });
    expect(await ready.owner.call('product.get', { id: fresh?.id ?? '' })).toMatchObject({
      status: 'archived',
      sku: null,
    });
    expect(ready.shop.rows('SELECT count(*) AS n FROM product')).toEqual([{ n: 2 }]);
    // The shelf of the sold product is still in use; all others are gone.
    expect(ready.shop.rows('SELECT name FROM category')).toEqual([{ name: 'Shelf 2' }]);
  });
});

describe('an import that is cancelled while it counts stock in', () => {
  it('takes the stock out again by an opposite movement and archives those products, free of their codes', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `S${index},Stocked ${index},1.00,7`);
    const { id } = await checkList(ready, ['sku,name,price,stock', ...rows, ''].join('\n'));
    await ready.manager.call('import.apply', { id });
    const moved = () => ready.shop.rows<{ n: number }>('SELECT count(*) AS n FROM stock_movement')[0]?.n ?? 0;
    while (moved() === 0) await wait(1);
    await ready.manager.call('import.cancel', { id });
    expect(await untilRest(ready.manager, id)).toMatchObject({ state: 'cancelled' });
    const left = ready.shop.rows<{ status: string; sku: string | null; on_hand_milli: number }>(
      'SELECT status, sku, on_hand_milli FROM product',
    );
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(2000);
    for (const product of left) expect(product).toEqual({ status: 'archived', sku: null, on_hand_milli: 0 });
    expect(moved()).toBe(left.length * 2);
    const again = await checkList(ready, 'sku,name,price\nS0,Stocked 0,1.00\n');
    expect(again).toMatchObject({ counts: { new: 1, faulty: 0 } });
  });
});

describe('an import that is cut off', () => {
  it('by a kill is taken back at the next start', async () => {
    await ready.addProduct(ready.owner, { sku: 'L000001', name: 'Old name' });
    await ready.shop.engine.close();
    const before = catalogueOf(ready.shop);
    const child = spawn(process.execPath, [fileURLToPath(new URL('./killed-import.ts', import.meta.url))], {
      env: {
        ...process.env,
        TEST_FOLDER: ready.shop.dataDir,
        TEST_SESSION: ready.manager.sessionToken ?? '',
        TEST_DEVICE: ready.manager.deviceToken ?? '',
        TEST_TAX: ready.tax.standard,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const written = ready.shop.rows<{ n: number }>('SELECT count(*) AS n FROM product')[0]?.n ?? 0;
    expect(written).toBeGreaterThan(400);
    await ready.shop.start();
    const [run] = await ready.manager.call('import.list', {});
    expect(run).toMatchObject({ state: 'cancelling' });
    const end = await untilRest(ready.manager, run?.id ?? '');
    expect(end).toMatchObject({ state: 'cancelled', errorCode: 'import.interrupted' });
    expect(catalogueOf(ready.shop)).toEqual(before);
  });

  it('by closing the shop in the middle, even twice, is taken back as well', async () => {
    const before = catalogueOf(ready.shop);
    const { id } = await checkList(ready, longList(6000));
    await ready.manager.call('import.apply', { id });
    await untilDone(ready.manager, id, 1000);
    await ready.shop.restart();
    await wait(20);
    await ready.shop.restart();
    expect(await untilRest(ready.manager, id)).toMatchObject({
      state: 'cancelled',
      errorCode: 'import.interrupted',
    });
    expect(catalogueOf(ready.shop)).toEqual(before);
  });

  it('while it was only checked can be checked again', async () => {
    const { id, inspection } = await sendList(ready.manager, longList(3000));
    const options = {
      mapping: inspection?.guess ?? [],
      decimalStyle: 'point' as const,
      defaultTaxCategoryId: ready.tax.zero,
    };
    expect(await ready.manager.call('import.check', { id, options })).toMatchObject({ state: 'checking' });
    await ready.shop.restart();
    expect(await ready.manager.call('import.get', { id })).toMatchObject({ state: 'received' });
    await ready.manager.call('import.check', { id, options });
    expect(await untilRest(ready.manager, id)).toMatchObject({ state: 'checked', counts: { new: 3000 } });
  });

  it('while it is checked, by a person, is over at once', async () => {
    const { id, inspection } = await sendList(ready.manager, longList(20_000));
    const options = {
      mapping: inspection?.guess ?? [],
      decimalStyle: 'point' as const,
      defaultTaxCategoryId: ready.tax.zero,
    };
    await ready.manager.call('import.check', { id, options });
    expect(await ready.manager.call('import.cancel', { id })).toMatchObject({ state: 'cancelled' });
    await ready.shop.restart();
    expect(await ready.manager.call('import.get', { id })).toMatchObject({
      state: 'cancelled',
      counts: null,
    });
  });
});

describe('while products are written', () => {
  it('their words wait; they are scanned at once, and found by name when the import is over', async () => {
    const { id } = await checkList(ready, longList(6000));
    await ready.manager.call('import.apply', { id });
    const begun = await untilDone(ready.manager, id, 1000);
    expect(begun).toMatchObject({ state: 'applying' });
    await ready.cashier.call('sale.scanBarcode', { saleId: null, barcode: 'L000003' });
    expect(ready.shop.rows('SELECT count(*) AS n FROM search_word')).toEqual([{ n: 0 }]);
    expect(await untilSearchable(ready.manager, id)).toMatchObject({ state: 'applied', searchable: true });
    const found = await ready.cashier.call('product.search', { text: 'number 5999' });
    expect(found.rows[0]).toMatchObject({ sku: 'L005999' });
  });
});

describe('one import at a time', () => {
  it('another person sees it, cannot start a second one, and cannot run it twice', async () => {
    const { id } = await checkList(ready, longList(2000));
    await ready.manager.call('import.apply', { id });
    expect((await ready.owner.call('import.list', {})).map((run) => run.id)).toEqual([id]);
    expect(await ready.owner.call('import.get', { id })).toMatchObject({ state: 'applying' });
    const busy = await ready.owner.refused('import.begin', { fileName: 'b.csv', totalBytes: 9 });
    expect(busy).toMatchObject({ code: 'import.busy', data: { id } });
    expect(await ready.owner.refused('import.apply', { id })).toMatchObject({ code: 'import.wrongState' });
    expect(await untilRest(ready.owner, id)).toMatchObject({ state: 'applied', counts: { applied: 2000 } });
    expect(ready.shop.rows('SELECT count(*) AS n FROM product')).toEqual([{ n: 2000 }]);
  });

  it('one that is still being sent by another person is not thrown away; their own, left lying, is', async () => {
    const { id } = await ready.owner.call('import.begin', { fileName: 'a.csv', totalBytes: 9 });
    const busy = await ready.manager.refused('import.begin', { fileName: 'b.csv', totalBytes: 9 });
    expect(busy).toMatchObject({ code: 'import.busy', data: { id } });
    await ready.owner.call('import.begin', { fileName: 'c.csv', totalBytes: 9 });
    expect(await ready.owner.call('import.get', { id })).toMatchObject({
      state: 'cancelled',
      errorCode: 'import.replaced',
    });
  });
});

/** What the program wrote down of an import, once its work is over. */
async function figuresOf(id: string): Promise<{ pieces: number; longestMs: number; totalMs: number }> {
  const file = join(ready.shop.dataDir, 'logs', 'tillwise.log');
  for (;;) {
    const line = readFileSync(file, 'utf8')
      .split('\n')
      .find((text) => text.includes(id) && text.includes('import.apply'));
    if (line !== undefined) return JSON.parse(line);
    await wait(10);
  }
}

describe('while 5,000 products are written', () => {
  it('scans go on', async () => {
    await ready.addProduct(ready.owner, { sku: 'MILK' });
    const { id } = await checkList(ready, longList(5000));
    const first = await ready.cashier.call('sale.scanBarcode', { saleId: null, barcode: 'MILK' });
    await ready.manager.call('import.apply', { id });
    const waits: number[] = [];
    while ((await ready.manager.call('import.get', { id })).state === 'applying') {
      const startedAt = performance.now();
      await ready.cashier.call('sale.scanBarcode', { saleId: first.sale.id, barcode: 'MILK' });
      waits.push(performance.now() - startedAt);
      await wait(10);
    }
    expect(await untilRest(ready.manager, id)).toMatchObject({ counts: { applied: 5000 } });
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
    const { pieces, longestMs, totalMs } = await figuresOf(id);
    console.log(
      `${waits.length} scans: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${pieces} pieces, longest ${longestMs.toFixed(1)} ms`,
    );
    // Aimed at 6 ms each; the longest one is only told, because other work shares the machine that tests run on.
    expect(pieces).toBeGreaterThan(50);
    expect(totalMs / pieces).toBeLessThan(50);
    const view = await applyList(ready, longList(5000));
    expect(view.counts).toMatchObject({ unchanged: 5000, applied: 0 });
  });
});
