import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakePrinter } from '../helpers/fake-printer.ts';
import type { Till } from '../sale/open-till.ts';
import { card, cash, connectPrinter, figure, openOrderTill, sell } from './order-till.ts';

let till: Till;
let fake: FakePrinter;
let port: number;
beforeEach(async () => {
  till = await openOrderTill();
  fake = new FakePrinter();
  port = await fake.start();
  connectPrinter(till, port, ', print_automatically = 1');
});
afterEach(async () => {
  await till.shop.close();
  await fake.stop();
});

const jobs = () => till.carl.call('printer.listJobs', {});
const states = async () => (await jobs()).map((job) => job.state);
const eventually = <T>(value: () => Promise<T> | T) => expect.poll(value, { timeout: 10_000, interval: 20 });

describe('printing after a sale', () => {
  it('prints the receipt once and opens the drawer for cash, for no card and no practice', async () => {
    await sell(till, ['milk'], [cash(200)]);
    await eventually(states).toEqual(['printed']);
    expect(fake.paper).toMatchObject({ cuts: 1, drawerKicks: 1 });
    await sell(till, ['bread'], [card(315)]);
    await eventually(states).toEqual(['printed', 'printed']);
    expect(fake.paper).toMatchObject({ cuts: 2, drawerKicks: 1 });
    expect(fake.paper.lines.join('\n')).not.toContain('COPY');
    await till.maya.call('sale.setTraining', { training: true });
    await sell(till, ['milk']);
    await eventually(states).toEqual(['printed', 'printed', 'printed']);
    expect(fake.paper).toMatchObject({ cuts: 3, drawerKicks: 1 });
    expect(till.shop.rows('SELECT DISTINCT copy_number FROM receipt_issue')).toEqual([{ copy_number: 0 }]);
  });

  it('leaves paper and drawer alone where the register is set so', async () => {
    till.write('UPDATE register SET print_automatically = 0, has_drawer = 0');
    const sold = await sell(till, ['milk']);
    await till.maya.call('order.refund', { id: sold.documentId, reason: 'sour' });
    expect(await jobs()).toEqual([]);
    expect(fake.connections).toBe(0);
  });

  it.each([
    ['off', 'printer.offline'],
    ['paperOut', 'printer.paperEnd'],
    ['coverOpen', 'printer.coverOpen'],
    ['stuck', 'printer.stuck'],
  ] as const)(
    'closes the sale as fast as ever while the printer is %s, and prints once when it is back',
    async (fault, code) => {
      if (fault === 'off') await fake.stop();
      else fake.fault = fault;
      const started = performance.now();
      const sold = await sell(till, ['milk']);
      // A sale that waited for the printer would take as long as the printer's own patience.
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(sold.fiscalNumber).toBe('T1-000001');
      await expect
        .poll(jobs, { timeout: 30_000 })
        .toMatchObject([{ state: 'failed', errorCode: code, attempts: 3 }]);
      if (fault === 'off') {
        fake = new FakePrinter();
        await fake.start(port);
      } else fake.fault = 'none';
      const [job] = await jobs();
      expect(job).toMatchObject({ documentId: sold.documentId, documentNumber: 'T1-000001' });
      expect(await till.carl.call('printer.retryJob', { id: job!.id })).toMatchObject({
        state: 'queued',
        errorCode: null,
      });
      await eventually(states).toEqual(['printed']);
      expect(fake.paper.cuts).toBe(1);
      expect(await till.carl.refused('printer.retryJob', { id: job!.id })).toMatchObject({
        code: 'printer.jobDone',
      });
      const order = await till.carl.call('order.get', { id: sold.documentId });
      expect(order.timeline.map((entry) => entry.kind)).toEqual(
        expect.arrayContaining(['print.retried', 'print.printed']),
      );
    },
    40_000,
  );

  it('closes the sale for good even when no receipt can be made at all', async () => {
    till.write('DROP TABLE receipt_issue');
    const sold = await sell(till, ['milk'], [card(125)]);
    expect(figure(till, 'SELECT total_minor FROM document WHERE id = ?', sold.documentId)).toBe(125);
    expect(await jobs()).toEqual([]);
  });

  it('never prints by itself again what may be on paper: it says so and waits for a person', async () => {
    fake.fault = 'cutsMidJob';
    await sell(till, ['milk'], [card(125)]);
    await eventually(states).toEqual(['uncertain']);
    const before = fake.connections;
    await till.shop.restart();
    fake.fault = 'none';
    await sell(till, ['bread'], [card(315)]);
    await eventually(states).toEqual(['printed', 'uncertain']);
    expect(fake.paper.cuts).toBe(1);
    expect(fake.connections).toBe(before + 1);
    const uncertain = (await jobs())[1]!;
    await till.carl.call('printer.retryJob', { id: uncertain.id });
    await eventually(states).toEqual(['printed', 'printed']);
    expect(fake.paper.cuts).toBe(2);
  });

  it('takes its waiting jobs up after a restart and asks about the one that was printing', async () => {
    fake.fault = 'paperOut';
    await sell(till, ['milk'], [card(125)]);
    await sell(till, ['bread'], [card(315)]);
    // The first try has met the printer without paper, and none is under way any more, before there is paper again.
    await eventually(() => fake.connections).toBeGreaterThan(0);
    await till.shop.engine.close();
    await eventually(() => fake.openLines).toBe(0);
    till.write("UPDATE print_job SET state = 'queued', attempts = 0");
    till.write("UPDATE print_job SET state = 'printing' WHERE id = (SELECT min(id) FROM print_job)");
    fake.fault = 'none';
    await till.shop.start();
    await eventually(states).toEqual(['printed', 'uncertain']);
    expect(fake.paper.cuts).toBe(1);
  });

  it('gives a job up when asked to, for good', async () => {
    fake.fault = 'paperOut';
    await sell(till, ['milk'], [card(125)]);
    await eventually(states).toEqual(['queued']);
    const [job] = await jobs();
    expect(await till.carl.call('printer.cancelJob', { id: job!.id })).toMatchObject({ state: 'cancelled' });
    fake.fault = 'none';
    await sell(till, ['bread'], [card(315)]);
    await eventually(states).toEqual(['printed', 'cancelled']);
    expect(fake.paper.cuts).toBe(1);
    expect(await till.carl.refused('printer.cancelJob', { id: job!.id })).toMatchObject({
      code: 'printer.jobDone',
    });
    const elsewhere = { id: job!.id };
    expect(await till.dora.refused('printer.retryJob', elsewhere)).toMatchObject({
      code: 'printer.jobUnknown',
    });
  });
});

describe('the printer and the drawer', () => {
  it('say how they are', async () => {
    const status = () => till.carl.call('printer.getStatus', {});
    expect(await status()).toEqual({ configured: true, ready: true, errorCode: null });
    fake.fault = 'coverOpen';
    expect(await status()).toEqual({ configured: true, ready: false, errorCode: 'printer.coverOpen' });
    till.write('UPDATE register SET printer_host = NULL');
    expect(await status()).toEqual({ configured: false, ready: false, errorCode: null });
    expect(await till.carl.refused('printer.printTest', {})).toMatchObject({ code: 'printer.notConfigured' });
  });

  it('opens the drawer without a sale only for those who may, once, with a note of who and why', async () => {
    const asked = { reason: 'change for a fiver' };
    expect(await till.carl.refused('printer.openDrawer', asked)).toMatchObject({
      code: 'auth.approvalNeeded',
    });
    const approvalId = till.shop.clock.newId();
    expect(await till.carl.refused('printer.openDrawer', { ...asked, approvalId })).toMatchObject({
      code: 'auth.approvalInvalid',
    });
    const commandId = till.shop.clock.newId();
    await till.maya.call('printer.openDrawer', { ...asked, commandId });
    await till.maya.call('printer.openDrawer', { ...asked, commandId });
    await eventually(() => fake.paper.drawerKicks).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.paper.drawerKicks).toBe(1);
    expect(till.shop.rows("SELECT reason FROM audit WHERE action = 'drawer.opened'")).toEqual([asked]);
    await fake.stop();
    expect(await till.maya.refused('printer.openDrawer', asked)).toMatchObject({ code: 'printer.offline' });
    expect(figure(till, "SELECT count(*) FROM audit WHERE action = 'drawer.opened'")).toBe(1);
  });

  it.each(['paperOut', 'coverOpen'] as const)('opens the drawer with the printer %s too', async (fault) => {
    fake.fault = fault;
    await till.maya.call('printer.openDrawer', { reason: 'change' });
    await eventually(() => fake.paper.drawerKicks).toBe(1);
    expect(fake.paper.lines).toEqual([]);
  });

  it('prints a test page', async () => {
    const { jobId } = await till.carl.call('printer.printTest', {});
    await eventually(states).toEqual(['printed']);
    expect((await jobs())[0]).toMatchObject({ id: jobId, documentId: null, documentNumber: null });
    expect(fake.paper).toMatchObject({ cuts: 1, unknown: [] });
    expect(fake.paper.lines.join('\n')).toContain('Till T1');
  });
});
