import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/main/storage/open-database.ts';
import { type TestCaller, TestClock, TestShop } from '../helpers/open-shop.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tillwise-copied-')), 'shop');
  folders.push(join(folder, '..'));
  return folder;
}

/** Three sales, closed. */
async function soldShop(): Promise<ReadyShop & { readonly productId: string }> {
  const ready = await openReadyShop();
  folders.push(ready.shop.dataDir);
  const { id: productId } = await ready.addProduct(ready.owner, { name: 'Tea' });
  for (let sale = 0; sale < 3; sale += 1) await sell(ready.cashier, productId);
  await ready.shop.engine.close();
  return { ...ready, productId };
}

let series = 0x60;

/** Another Tillwise on that folder, and the same people at it. */
async function openAt(dataDir: string, ready: ReadyShop) {
  series += 1;
  const shop = new TestShop(new TestClock(series), dataDir);
  await shop.start();
  const as = (who: TestCaller): TestCaller => {
    const caller = shop.caller();
    caller.deviceToken = who.deviceToken;
    caller.sessionToken = who.sessionToken;
    return caller;
  };
  return { shop, owner: as(ready.owner), cashier: as(ready.cashier) };
}

async function sell(by: TestCaller, productId: string): Promise<string> {
  return (await by.call('sale.complete', await readyToPay(by, productId))).fiscalNumber;
}

async function readyToPay(by: TestCaller, productId: string) {
  const { sale } = await by.call('sale.addProduct', { productId, quantityMilli: 1000 });
  const payment = { kind: 'cash' as const, amountMinor: sale.totalMinor };
  return { saleId: sale.id, expectedTotalMinor: sale.totalMinor, payment };
}

const doubtOf = async (by: TestCaller) => (await by.call('register.getDoubt', {})).doubt;

describe('a copied data folder', () => {
  it('closes nothing until somebody answers; under new numbers it never meets the first again', {
    timeout: 60_000,
  }, async () => {
    const ready = await soldShop();
    const copy = newFolder();
    cpSync(ready.shop.dataDir, copy, { recursive: true });
    const there = await openAt(copy, ready);
    expect(await doubtOf(there.cashier)).toEqual({ kind: 'copied' });
    const due = await readyToPay(there.cashier, ready.productId);
    expect(await there.cashier.refused('sale.complete', due)).toMatchObject({ code: 'register.inDoubt' });
    const [sold] = there.shop.rows<{ id: string }>("SELECT id FROM document WHERE kind = 'sale'");
    expect(await there.owner.refused('order.refund', { id: sold!.id, reason: 'broken' })).toMatchObject({
      code: 'register.inDoubt',
    });

    const { registers } = await there.cashier.call('register.settleDoubt', { answer: 'newNumbers' });
    expect(registers).toEqual([
      { name: 'Till 1', oldPrefix: 'T1', newPrefix: expect.stringMatching(/^T1-\w{5}$/) },
    ]);
    const first = (await there.cashier.call('sale.complete', due)).fiscalNumber;
    await ready.shop.start();
    expect(await doubtOf(ready.cashier)).toBeNull();
    expect(await sell(ready.cashier, ready.productId)).toBe('T1-000004');
    expect(first).toBe(`${registers[0]!.newPrefix}-000001`);

    await there.shop.restart();
    expect(await doubtOf(there.cashier)).toBeNull();
    expect(there.shop.rows("SELECT before_json FROM audit WHERE action = 'register.doubtSettled'")).toEqual([
      { before_json: '{"kind":"copied"}' },
    ]);
    const [replaced] = there.shop.rows<{ after_json: string }>(
      "SELECT after_json FROM audit WHERE action = 'register.replaced'",
    );
    expect(JSON.parse(replaced!.after_json).gap.sale).toBe('4-unknown');
    await ready.shop.engine.close();
    await there.shop.engine.close();
  });

  it('goes on with its numbers where the owner says that it was only moved, not where a cashier does', async () => {
    const ready = await soldShop();
    const copy = newFolder();
    cpSync(ready.shop.dataDir, copy, { recursive: true });
    const there = await openAt(copy, ready);
    const only = { answer: 'sameNumbers' } as const;
    expect(await there.cashier.refused('register.settleDoubt', only)).toMatchObject({
      code: 'auth.approvalNeeded',
    });
    expect(await there.owner.call('register.settleDoubt', only)).toEqual({ registers: [] });
    expect(await sell(there.cashier, ready.productId)).toBe('T1-000004');
    await there.shop.restart();
    expect(await doubtOf(there.cashier)).toBeNull();
    // Answered: nothing is left to replace.
    expect(await there.cashier.call('register.settleDoubt', { answer: 'newNumbers' })).toEqual({
      registers: [],
    });
    await there.shop.engine.close();
  });

  it('is not taken for one where it was renamed or moved within its disk', async () => {
    const ready = await soldShop();
    const moved = newFolder();
    renameSync(ready.shop.dataDir, moved);
    const there = await openAt(moved, ready);
    expect(await doubtOf(there.cashier)).toBeNull();
    expect(await sell(there.cashier, ready.productId)).toBe('T1-000004');
    await there.shop.engine.close();
  });

  it('is not taken for one after a restore, which has new numbers already', async () => {
    const ready = await soldShop();
    await ready.shop.start();
    const { file } = await ready.owner.call('backup.make', {});
    await sell(ready.cashier, ready.productId);
    await ready.owner.call('backup.restore', { file });
    await ready.shop.restart();
    await ready.owner.call('session.signIn', { username: 'olive', password: 'harbour lamp tin 42' });
    expect(await doubtOf(ready.owner)).toBeNull();
    await ready.shop.engine.close();
  });
});

/** Five sales were closed, and an older file of three was put back. */
async function forgetfulShop(): Promise<ReadyShop & { readonly productId: string }> {
  const ready = await soldShop();
  const { shop, cashier } = ready;
  const [file, before] = [join(shop.dataDir, 'tillwise.db'), join(newFolder(), '..', 'before.db')];
  copyFileSync(file, before);
  await shop.start();
  for (let sale = 0; sale < 2; sale += 1) await sell(cashier, ready.productId);
  await shop.engine.close();
  copyFileSync(before, file);
  await shop.start();
  return ready;
}

describe('a shop that has lost its last sales', () => {
  it('says how many, and gives none of their numbers out again', async () => {
    const ready = await forgetfulShop();
    const { shop, cashier, owner } = ready;
    expect(await doubtOf(cashier)).toEqual({ kind: 'salesMissing', missing: 2 });
    const due = await readyToPay(cashier, ready.productId);
    expect(await cashier.refused('sale.complete', due)).toMatchObject({ code: 'register.inDoubt' });
    expect(await owner.refused('register.settleDoubt', { answer: 'sameNumbers' })).toMatchObject({
      code: 'register.numbersUsed',
    });
    const { registers } = await cashier.call('register.settleDoubt', { answer: 'newNumbers' });
    expect((await cashier.call('sale.complete', due)).fiscalNumber).toBe(`${registers[0]!.newPrefix}-000001`);
    const [replaced] = shop.rows<{ after_json: string }>(
      "SELECT after_json FROM audit WHERE action = 'register.replaced'",
    );
    expect(JSON.parse(replaced!.after_json).gap.sale).toBe('4-5');
    await shop.restart();
    expect(await doubtOf(cashier)).toBeNull();
    await shop.engine.close();
  });

  it('still says so after a restore that failed', async () => {
    const { shop, cashier, owner } = await forgetfulShop();
    const { file } = await owner.call('backup.make', {});
    const reader = connect(join(shop.dataDir, 'tillwise.db'));
    reader.handle.exec('BEGIN; SELECT count(*) FROM document;');
    await expect(owner.call('backup.restore', { file })).rejects.toThrow();
    reader.close();
    await shop.restart();
    expect(await doubtOf(cashier)).toEqual({ kind: 'salesMissing', missing: 2 });
    await shop.engine.close();
  });

  it('is told so too when the note was written while it was open, by a till that was then killed', async () => {
    const ready = await soldShop();
    const before = newFolder();
    cpSync(ready.shop.dataDir, before, { recursive: true });
    await ready.shop.start();
    await sell(ready.cashier, ready.productId);
    const note = join(ready.shop.dataDir, 'journal.heads');
    await expect
      .poll(
        () => {
          copyFileSync(note, join(before, 'journal.heads'));
          return JSON.parse(readFileSync(join(before, 'journal.heads'), 'utf8')).heads[0].count;
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(4);
    const there = await openAt(before, ready);
    expect(await doubtOf(there.cashier)).toEqual({ kind: 'salesMissing', missing: 1 });
    await there.shop.engine.close();
    await ready.shop.engine.close();
  });
});
