import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const ID = '019ca000-0000-7000-8aaa-000000000001';
const facts = { name: 'Ana', phone: null, email: null, note: '' };

let ready: ReadyShop;
beforeEach(async () => {
  ready = await openReadyShop();
});
afterEach(() => ready.shop.close());

const customers = () => ready.shop.rows<{ n: number }>('SELECT count(*) AS n FROM customer')[0]!.n;
const remembered = () => ready.shop.rows('SELECT id FROM command_result WHERE id = ?', ID).length;

describe('what is remembered of a command', () => {
  it('answers a repeat with the first answer, also after a restart, and does nothing again', async () => {
    const first = await ready.owner.call('customer.create', { ...facts, commandId: ID });
    expect(await ready.owner.call('customer.create', { ...facts, commandId: ID })).toEqual(first);
    await ready.shop.restart();
    expect(await ready.owner.call('customer.create', { ...facts, commandId: ID })).toEqual(first);
    expect(customers()).toBe(1);
  });

  it('is never another person’s answer', async () => {
    await ready.owner.call('customer.create', { ...facts, commandId: ID });
    const { code } = await ready.cashier.refused('customer.create', { ...facts, commandId: ID });
    expect([code, customers()]).toEqual(['command.reused', 1]);
  });

  it('is not the answer to another act under the same id', async () => {
    await ready.owner.call('customer.create', { ...facts, commandId: ID });
    const { code } = await ready.owner.refused('customer.create', { ...facts, name: 'Bo', commandId: ID });
    expect([code, customers()]).toEqual(['command.reused', 1]);
  });

  it('runs two requests with one id, sent at the same moment, once', async () => {
    const both = await Promise.all(
      [1, 2].map(() => ready.owner.call('customer.create', { ...facts, commandId: ID })),
    );
    expect(both[0]).toEqual(both[1]);
    expect(customers()).toBe(1);
  });

  it('goes after a week, a few at a time', async () => {
    await ready.owner.call('customer.create', { ...facts, commandId: ID });
    ready.shop.clock.pass(WEEK_MS - 1);
    await ready.shop.restart();
    expect(remembered()).toBe(1);
    ready.shop.clock.pass(2);
    for (let act = 0; act < 10; act += 1)
      await ready.shop.caller().refused('session.signIn', { username: 'nobody', password: 'no' });
    expect(remembered()).toBe(0);
  });
});
