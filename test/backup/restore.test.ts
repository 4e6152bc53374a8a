import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestShop } from '../helpers/open-shop.ts';
import { openReadyShop, PEOPLE } from '../helpers/ready-shop.ts';
import {
  discardFolder,
  emptyFolder,
  figuresOf,
  openStockedShop,
  sellOne,
  signInAgain,
} from './backup-shop.ts';

const shops: TestShop[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.close();
  for (const folder of folders.splice(0)) discardFolder(folder);
});

async function open() {
  const stocked = await openStockedShop();
  shops.push(stocked.shop);
  return stocked;
}

describe('a backup made while selling', () => {
  it('holds nothing that was written after it, and nothing twice', async () => {
    const { shop, owner, productId } = await open();
    await sellOne(owner, productId);
    const before = figuresOf(shop);
    const { file } = await owner.call('backup.make', {});
    await sellOne(owner, productId);
    await owner.call('backup.restore', { file });
    expect(figuresOf(shop)).toEqual(before);
  });
});

describe('a restored shop', () => {
  it('sells on under new numbers, and the gap is on record', async () => {
    const { shop, owner, productId, ids } = await open();
    for (let n = 0; n < 3; n += 1) await sellOne(owner, productId);
    const { file } = await owner.call('backup.make', {});
    for (let n = 0; n < 2; n += 1) await sellOne(owner, productId);
    const { registers, putAsideAs } = await owner.call('backup.restore', { file });
    expect(registers).toEqual([
      { name: 'Till 1', oldPrefix: 'T1', newPrefix: expect.stringMatching(/^T1-[0-9A-Z]{5}$/) },
    ]);
    await signInAgain(owner);
    const number = await sellOne(owner, productId);
    expect(number).toBe(`${registers[0]!.newPrefix}-000001`);
    const [gap] = shop.rows<{ before_json: string; after_json: string }>(
      "SELECT before_json, after_json FROM audit WHERE action = 'register.replaced'",
    );
    expect(JSON.parse(gap!.before_json)).toMatchObject({
      registerId: ids.register,
      lastNumbers: { sale: 3 },
    });
    expect(JSON.parse(gap!.after_json)).toMatchObject({ lastKnown: { sale: 5 }, gap: { sale: '4-5' } });
    const [act] = shop.rows<{ before_json: string; after_json: string }>(
      "SELECT before_json, after_json FROM audit WHERE action = 'backup.restored'",
    );
    expect(JSON.parse(act!.before_json)).toMatchObject({ documents: 5, putAsideAs });
    expect(JSON.parse(act!.after_json)).toMatchObject({ documents: 3, restoredBy: 'Olive', file });
    // The old register is there for its journal alone; the new chain starts at its own beginning.
    const verdict = await owner.call('journal.verify', {});
    expect(verdict.registers.map(({ documents }) => documents)).toEqual([3, 1]);
    expect((await owner.call('register.list', {})).map(({ prefix }) => prefix)).toEqual([
      registers[0]!.newPrefix,
    ]);
    expect(readdirSync(join(shop.dataDir, 'backups'))).toContain(putAsideAs);
  });

  it('gives a cart that was open another number, and asks nobody to print old receipts', async () => {
    const { shop, owner, productId } = await open();
    const { sale } = await owner.call('sale.addProduct', { productId });
    const { file } = await owner.call('backup.make', {});
    const { registers } = await owner.call('backup.restore', { file });
    await signInAgain(owner);
    const again = await owner.call('sale.getOpen', {});
    expect(again.sale?.id).toBe(sale.id);
    const [cart] = shop.rows<{ order_number: string }>('SELECT order_number FROM cart WHERE id = ?', sale.id);
    expect(cart!.order_number).toBe(`${registers[0]!.newPrefix}-O000001`);
    expect(shop.rows("SELECT 1 FROM print_job WHERE state IN ('queued', 'printing')")).toEqual([]);
  });

  it('can go back to what was put aside', async () => {
    const { shop, owner, productId } = await open();
    const { file } = await owner.call('backup.make', {});
    await sellOne(owner, productId);
    const before = figuresOf(shop);
    const { putAsideAs } = await owner.call('backup.restore', { file });
    expect(figuresOf(shop).documents).toBe(0);
    await signInAgain(owner);
    await owner.call('backup.restore', { file: putAsideAs });
    expect(figuresOf(shop)).toEqual(before);
  });

  it('signs everyone out, and opens the same after a restart', async () => {
    const { shop, owner, manager, productId } = await open();
    await sellOne(owner, productId);
    const { file } = await owner.call('backup.make', {});
    await owner.call('backup.restore', { file });
    expect(owner.sessionToken).toBeNull();
    expect((await manager.refused('order.list', {})).code).toBe('auth.required');
    await shop.restart();
    await signInAgain(owner);
    expect((await owner.call('order.list', {})).rows).toHaveLength(1);
  });

  it('on another machine takes passwords, has no PINs, and knows the screen that restored it', async () => {
    const { owner, productId } = await open();
    await sellOne(owner, productId);
    const folder = emptyFolder();
    folders.push(folder);
    await owner.call('backup.setUp', { folder });
    const { file } = await owner.call('backup.make', {});
    const other = await openReadyShop({ name: 'New machine' });
    shops.push(other.shop);
    // A machine of its own has a key file of its own.
    await other.shop.engine.close();
    discardFolder(join(other.shop.dataDir, 'pin.key'));
    await other.shop.start();
    expect(await other.owner.call('backup.preview', { file, folder })).toMatchObject({
      shopName: 'Corner Shop',
      sales: 1,
      pinsWork: false,
    });
    const restored = await other.owner.call('backup.restore', { file, folder });
    expect(restored).toMatchObject({ shopName: 'Corner Shop', documents: 1, pinsWork: false });
    const people = await other.owner.call('session.listPeople', {});
    expect(people.every(({ hasPin }) => !hasPin)).toBe(true);
    await signInAgain(other.owner);
    await other.owner.call('staff.setPin', {
      id: people.find(({ name }) => name === 'Olive')!.id,
      pin: PEOPLE.owner.pin,
      currentPassword: PEOPLE.owner.password,
    });
    expect(await sellOne(other.owner, productId)).toBe(`${restored.registers[0]!.newPrefix}-000001`);
    const [gap] = other.shop.rows<{ after_json: string }>(
      "SELECT after_json FROM audit WHERE action = 'register.replaced'",
    );
    expect(JSON.parse(gap!.after_json).gap).toMatchObject({ sale: '2-unknown' });
  });
});
