import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { productFieldsOf } from '../helpers/product-fields.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { applyList, catalogueOf, checkList, longList, untilRest } from './list-import.ts';

vi.setConfig({ testTimeout: 60_000 });

let ready: ReadyShop;
beforeEach(async () => {
  ready = await openReadyShop();
});
afterEach(() => ready.shop.close());

const LIST = 'sku,name,price,category,stock\nT1,Tea,3.00,Drinks,\nM1,Milk,1.35,,\nB1,Bread,2.00,Bakery,7\n';

async function undo(id: string) {
  expect(await ready.manager.call('import.undo', { id })).toMatchObject({ state: 'undoing' });
  return untilRest(ready.manager, id);
}

describe('an applied import that is undone', () => {
  it('gives changed products back what they were and archives new ones, their codes free and their stock out', async () => {
    const tea = await ready.addProduct(ready.owner, { sku: 'T1', name: 'Tea', priceMinor: 250 });
    const milk = await ready.addProduct(ready.owner, { sku: 'M1', name: 'Milk', priceMinor: 120 });
    const applied = await applyList(ready, LIST);
    expect(applied).toMatchObject({ counts: { new: 1, changed: 2 }, undo: { possible: true } });
    const end = await undo(applied.id);
    expect(end).toMatchObject({
      state: 'undone',
      finishedAtMs: expect.any(Number),
      undo: { possible: false, restored: 2, archived: 1, kept: 0 },
    });
    const priceOf = async (id: string) => (await ready.owner.call('product.get', { id })).priceMinor;
    expect([await priceOf(tea.id), await priceOf(milk.id)]).toEqual([250, 120]);
    expect(ready.shop.rows("SELECT status, sku, on_hand_milli FROM product WHERE name = 'Bread'")).toEqual([
      { status: 'archived', sku: null, on_hand_milli: 0 },
    ]);
    // The shelf of the tea held nothing else; that of the archived bread is still named by it.
    expect(ready.shop.rows('SELECT name FROM category')).toEqual([{ name: 'Bakery' }]);
    const audit = ready.shop.rows<{ action: string; after_json: string }>(
      "SELECT action, after_json FROM audit WHERE action LIKE 'import.%'",
    );
    expect(audit.map(({ action }) => action)).toEqual(['import.applied', 'import.undone']);
    // Noted when it begins: no figure of what was written, which would be nought.
    expect(JSON.parse(audit[0]!.after_json).counts).toEqual({
      rows: 3,
      new: 1,
      changed: 2,
      unchanged: 0,
      faulty: 0,
    });
    // The same list can come again, as if it never had.
    expect(await applyList(ready, LIST)).toMatchObject({ counts: { new: 1, changed: 2, applied: 3 } });
  });

  it('leaves alone what a person changed since, and says which', async () => {
    const tea = await ready.addProduct(ready.owner, { sku: 'T1', name: 'Tea', priceMinor: 250 });
    await ready.addProduct(ready.owner, { sku: 'M1', name: 'Milk', priceMinor: 120 });
    const { id } = await applyList(ready, LIST);
    const [bread] = ready.shop.rows<{ id: string }>("SELECT id FROM product WHERE sku = 'B1'");
    for (const productId of [tea.id, bread?.id ?? '']) {
      const now = await ready.owner.call('product.get', { id: productId });
      await ready.owner.call('product.update', {
        ...productFieldsOf(now),
        id: productId,
        expectedVersion: now.version,
        priceMinor: 777,
      });
    }
    const before = catalogueOf(ready.shop);
    expect(await undo(id)).toMatchObject({ undo: { restored: 1, archived: 0, kept: 2 } });
    const { rows, total } = await ready.manager.call('import.listNotUndone', { id });
    expect(total).toBe(2);
    expect(rows).toEqual([
      { rowNumber: 2, productId: tea.id, name: 'Tea', code: 'import.changedSince' },
      { rowNumber: 4, productId: bread?.id, name: 'Bread', code: 'import.changedSince' },
    ]);
    const milkAlone = ready.shop.rows("SELECT price_minor FROM product WHERE sku = 'M1'");
    expect(milkAlone).toEqual([{ price_minor: 120 }]);
    expect(catalogueOf(ready.shop)).not.toEqual(before);
    expect(ready.shop.rows('SELECT price_minor FROM product WHERE price_minor = 777')).toHaveLength(2);
  });

  it('is undone once, is no longer cancelled, and never while another import works', async () => {
    const { id } = await applyList(ready, LIST);
    expect(await ready.cashier.refused('import.undo', { id })).toMatchObject({ code: 'auth.forbidden' });
    await undo(id);
    for (const call of ['import.undo', 'import.cancel'] as const) {
      expect(await ready.manager.refused(call, { id })).toMatchObject({ code: 'import.wrongState' });
    }
    const long = await applyList(ready, longList(1500));
    await ready.manager.call('import.undo', { id: long.id });
    const busy = await ready.owner.refused('import.begin', { fileName: 'b.csv', totalBytes: 9 });
    expect(busy).toMatchObject({ code: 'import.busy', data: { id: long.id } });
    expect(await ready.manager.refused('import.cancel', { id: long.id })).toMatchObject({
      code: 'import.wrongState',
    });
    expect((await untilRest(ready.manager, long.id)).undo).toEqual({
      possible: false,
      restored: 0,
      archived: 1500,
      kept: 0,
    });
  });

  it('waits its turn: not while another list is checked or written', async () => {
    const { id } = await applyList(ready, LIST);
    const { id: other } = await checkList(ready, longList(2000));
    await ready.manager.call('import.apply', { id: other });
    expect(await ready.manager.refused('import.undo', { id })).toMatchObject({
      code: 'import.busy',
      data: { id: other },
    });
    expect(await untilRest(ready.manager, other)).toMatchObject({ counts: { applied: 2000 } });
    expect(await undo(id)).toMatchObject({ state: 'undone', undo: { archived: 3 } });
  });

  it('goes on at the next start where a kill cut it off', async () => {
    const { id } = await applyList(ready, longList(2000));
    await ready.shop.engine.close();
    const child = spawn(process.execPath, [fileURLToPath(new URL('./killed-undo.ts', import.meta.url))], {
      env: {
        ...process.env,
        TEST_FOLDER: ready.shop.dataDir,
        TEST_SESSION: ready.manager.sessionToken ?? '',
        TEST_DEVICE: ready.manager.deviceToken ?? '',
        TEST_IMPORT: id,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const archived = () =>
      ready.shop.rows<{ n: number }>("SELECT count(*) AS n FROM product WHERE status = 'archived'")[0]?.n;
    const half = archived() ?? 0;
    expect(half).toBeGreaterThan(200);
    expect(half).toBeLessThan(2000);
    await ready.shop.start();
    expect(await untilRest(ready.manager, id)).toMatchObject({
      state: 'undone',
      undo: { restored: 0, archived: 2000, kept: 0 },
    });
    expect(archived()).toBe(2000);
    expect(ready.shop.rows('SELECT count(*) AS n FROM product WHERE on_hand_milli <> 0')).toEqual([{ n: 0 }]);
  });

  it('scans go on meanwhile', async () => {
    await ready.addProduct(ready.owner, { sku: 'MILK' });
    const { id } = await applyList(ready, longList(1000));
    const first = await ready.cashier.call('sale.scanBarcode', { saleId: null, barcode: 'MILK' });
    await ready.manager.call('import.undo', { id });
    let scans = 0;
    while ((await ready.manager.call('import.get', { id })).state === 'undoing') {
      await ready.cashier.call('sale.scanBarcode', { saleId: first.sale.id, barcode: 'MILK' });
      scans += 1;
      await wait(5);
    }
    expect(scans).toBeGreaterThan(2);
  });
});
