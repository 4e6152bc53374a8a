import { afterEach, describe, expect, it } from 'vitest';
import { ringUp, type Till } from '../sale/open-till.ts';
import { card, cash, figure, finish, nextDay, openOrderTill, sell } from './order-till.ts';

let till: Till;
afterEach(() => till.shop.close());

const today = (businessDay: string | null = null) => till.maya.call('report.today', { businessDay });
const hour = 3_600_000;

async function aBusyDay() {
  await sell(till, ['milk 2', 'bread'], [cash(1000)]);
  till.shop.clock.pass(hour);
  const milk = await ringUp(till, 'milk');
  await finish(till, milk.id, [card(milk.totalMinor)]);
  const sale = await ringUp(till, 'bread 2', 'milk');
  await till.maya.call('sale.setDiscount', {
    saleId: sale.id,
    discount: { kind: 'percent', ppm: 100_000 },
    reason: 'neighbour',
  });
  const back = await finish(till, sale.id, [card(300), cash(1000)]);
  till.shop.clock.pass(2 * hour);
  await till.maya.call('order.refund', { id: back.documentId, reason: 'wrong bread' });
  const gone = await ringUp(till, 'milk');
  await till.carl.call('sale.hold', { saleId: gone.id, label: 'wallet forgotten' });
  const emptied = await ringUp(till, 'bread');
  await till.carl.call('sale.removeLine', { saleId: emptied.id, lineId: emptied.lines[0]!.id });
  // The empty cart makes room: nobody gave it up.
  await till.carl.call('sale.recall', { saleId: gone.id });
  await till.maya.call('sale.void', { saleId: gone.id, reason: 'left' });
  await till.maya.call('sale.setTraining', { training: true });
  await sell(till, ['bread 9']);
}

describe('the report of a day', () => {
  it('says exactly what the documents, payments and drawers of the day say', async () => {
    till = await openOrderTill({ cashStepMinor: 5, taxMode: 'excluded', taxRounding: 'document' });
    await aBusyDay();
    const report = await today();
    const day = "business_day = '2026-03-02'";
    const documents = (kind: string, column: string) =>
      figure(till, `SELECT coalesce(sum(${column}), 0) FROM document WHERE ${day} AND kind IN (${kind})`);
    const counted = "'sale','refund'";
    expect(report).toMatchObject({
      businessDay: '2026-03-02',
      isToday: true,
      salesMinor: documents("'sale'", 'total_minor'),
      receipts: 3,
      refundsMinor: -documents("'refund'", 'total_minor'),
      refundReceipts: 1,
      netSalesMinor: documents(counted, 'total_minor - tax_minor'),
      discountMinor: documents(counted, 'discount_minor'),
      taxMinor: documents(counted, 'tax_minor'),
      roundingMinor: documents(counted, 'rounding_minor'),
      voidedCarts: 1,
      cashInDrawerMinor: figure(
        till,
        `SELECT (SELECT sum(amount_minor) FROM cash_movement WHERE kind = 'tendered') -
          (SELECT sum(amount_minor) FROM cash_movement WHERE kind IN ('change', 'refund'))`,
      ),
    });
    expect(report.averageMinor).toBe(Math.round(report.salesMinor / 3));
    expect(report.marginMinor).toBe(report.netSalesMinor - (3 * 80 + 150));
    const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
    const { tenders, taxes, hours, staff, topProducts } = report;
    expect(sum(tenders.map((row) => row.inMinor - row.outMinor))).toBe(
      report.salesMinor - report.refundsMinor + report.roundingMinor,
    );
    const inCash = tenders.find((row) => row.kind === 'cash')!;
    expect(inCash.inMinor - inCash.outMinor).toBe(report.cashInDrawerMinor);
    expect(sum(taxes.map((row) => row.taxMinor))).toBe(report.taxMinor);
    expect(sum(taxes.map((row) => row.baseMinor))).toBe(report.netSalesMinor);
    expect(hours.map((row) => [row.hour, row.receipts])).toEqual([
      [10, 1],
      [11, 2],
    ]);
    expect(sum(hours.map((row) => row.salesMinor))).toBe(report.salesMinor);
    expect(staff).toEqual([{ name: 'Carl', salesMinor: report.salesMinor, receipts: 3 }]);
    expect(topProducts.map((row) => [row.name, row.quantityMilli])).toEqual([
      ['milk', 3000],
      ['bread', 1000],
    ]);
    expect(sum(topProducts.map((row) => row.amountMinor))).toBe(report.salesMinor - report.refundsMinor);
  });

  it('keeps to its business day: a sale after midnight counts for the evening before', async () => {
    till = await openOrderTill();
    till.shop.clock.pass(12 * hour - 1);
    till.write(`UPDATE session SET last_seen_at_ms = ${till.shop.clock.nowMs()}`);
    await sell(till, ['milk']);
    till.shop.clock.pass(3 * hour);
    await sell(till, ['bread']);
    expect(await today()).toMatchObject({ businessDay: '2026-03-02', receipts: 2, salesMinor: 440 });
    expect((await today()).hours.map((row) => row.hour)).toEqual([0, 21]);
    nextDay(till);
    expect(await today()).toMatchObject({
      businessDay: '2026-03-03',
      receipts: 0,
      salesMinor: 0,
      marginMinor: null,
      averageMinor: 0,
    });
    expect(await today('2026-03-02')).toMatchObject({ isToday: false, receipts: 2 });
  });

  it('gives no margin when one cost is unknown', async () => {
    till = await openOrderTill();
    await sell(till, ['milk']);
    expect(await today()).toMatchObject({ marginMinor: 24, marginPpm: 230_769 });
    await sell(till, ['apples']);
    expect(await today()).toMatchObject({ marginMinor: null, marginPpm: null });
  });

  it('keeps practice out of every figure', async () => {
    till = await openOrderTill();
    await till.maya.call('sale.setTraining', { training: true });
    await sell(till, ['milk']);
    expect(await today()).toMatchObject({
      salesMinor: 0,
      receipts: 0,
      taxMinor: 0,
      cashInDrawerMinor: 0,
      tenders: [],
      taxes: [],
      hours: [],
      topProducts: [],
      staff: [],
    });
  });
});

describe('the audit log', () => {
  it('lists who did what, newest first, by page, act, person and subject', async () => {
    till = await openOrderTill();
    await aBusyDay();
    const list = (filter: object) => till.maya.call('audit.list', filter);
    const all = await list({});
    expect(all.total).toBe(figure(till, 'SELECT count(*) FROM audit'));
    expect(all.rows[0]!.atMs).toBeGreaterThanOrEqual(all.rows.at(-1)!.atMs);
    expect((await list({ offset: 1, limit: 2 })).rows).toEqual(all.rows.slice(1, 3));
    const discounts = await list({ action: 'sale.discountSet' });
    expect(discounts.rows).toMatchObject([
      { staffName: 'Maya', deviceName: 'Window T1', registerName: 'Till T1', reason: 'neighbour' },
    ]);
    expect((await list({ action: 'order.' })).total).toBe(1);
    const maya = await list({ staffId: till.id('Maya') });
    expect(maya.rows.every((row) => row.staffName === 'Maya' || row.approverName === 'Maya')).toBe(true);
    expect((await list({ subjectId: discounts.rows[0]!.subjectId })).rows.map((row) => row.action)).toContain(
      'sale.closed',
    );
    expect(await till.carl.refused('audit.list', {})).toMatchObject({ code: 'auth.forbidden' });
  });
});
