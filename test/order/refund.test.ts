import { afterEach, describe, expect, it } from 'vitest';
import { ringUp, type Till, type TillOptions } from '../sale/open-till.ts';
import { card, cash, figure, finish, openOrderTill, sell } from './order-till.ts';

let till: Till;
afterEach(() => till.shop.close());

const open = async (options: TillOptions = {}) => {
  till = await openOrderTill(options);
};
const refund = (id: string, more: object = {}) =>
  till.maya.call('order.refund', { id, reason: 'did not like it', ...more });

describe('giving a whole sale back', () => {
  it('makes a document of its own that mirrors the sale to the cent, line by line and tax by tax', async () => {
    await open();
    const sold = await sell(till, ['milk 3', 'apples 0.348']);
    const given = await refund(sold.documentId);
    expect(given).toMatchObject({ fiscalNumber: 'T1-R000001', totalMinor: -sold.totalMinor });
    const both = [sold.documentId, given.documentId];
    for (const sum of [
      'SELECT sum(total_minor) FROM document WHERE id IN (?, ?)',
      'SELECT sum(tax_minor) FROM document WHERE id IN (?, ?)',
      'SELECT sum(net_minor) FROM document_line WHERE document_id IN (?, ?)',
      'SELECT sum(quantity_milli) FROM document_line WHERE document_id IN (?, ?)',
      'SELECT sum(abs(total)) FROM (SELECT sum(amount_minor) AS total FROM line_tax WHERE document_id IN (?, ?) GROUP BY rate_id)',
      'SELECT sum(amount_minor) FROM payment WHERE document_id IN (?, ?)',
    ])
      expect(figure(till, sum, ...both)).toBe(0);
    const [line] = till.shop.rows<{ original_line_id: string }>(
      'SELECT original_line_id FROM document_line WHERE document_id = ? ORDER BY position',
      given.documentId,
    );
    const order = await till.maya.call('order.get', { id: sold.documentId });
    expect(line?.original_line_id).toBe(order.lines[0]?.id);
  });

  it('gives back what was paid, whatever the price, the tax and the cost are today', async () => {
    await open();
    const sold = await sell(till, ['milk 2']);
    till.write("UPDATE product SET price_minor = 999, cost_minor = 900 WHERE name = 'milk'");
    till.write('UPDATE tax_rate SET rate_ppm = 50000');
    const given = await refund(sold.documentId);
    expect(given.totalMinor).toBe(-250);
    expect(till.shop.rows('SELECT cost_minor, tax_minor FROM document ORDER BY seq')).toEqual([
      { cost_minor: 160, tax_minor: 42 },
      { cost_minor: -160, tax_minor: -42 },
    ]);
  });

  it.each([
    ['included', 'line', 1],
    ['excluded', 'document', 5],
    ['excluded', 'line', 10],
    ['included', 'document', 5],
  ] as const)(
    'sums to nothing with discounts, mixed tenders and rounded cash (tax %s, by %s, coin %i)',
    async (taxMode, taxRounding, cashStepMinor) => {
      await open({ taxMode, taxRounding, cashStepMinor });
      const sale = await ringUp(till, 'milk 3', 'bread', 'apples 0.777');
      const line = sale.lines[0]!;
      const ten = { kind: 'percent', ppm: 100_000 } as const;
      await till.maya.call('sale.setLineDiscount', {
        saleId: sale.id,
        lineId: line.id,
        discount: ten,
        reason: 'dented',
      });
      const seven = { kind: 'amount', amountMinor: 77 } as const;
      await till.maya.call('sale.setDiscount', { saleId: sale.id, discount: seven, reason: 'neighbour' });
      const sold = await finish(till, sale.id, [card(200), cash(2000)]);
      const given = await refund(sold.documentId);
      expect(
        figure(
          till,
          'SELECT sum(total_minor) + sum(rounding_minor) + sum(tax_minor) + sum(discount_minor) FROM document',
        ),
      ).toBe(0);
      expect(
        till.shop.rows('SELECT sum(amount_minor) AS n FROM line_tax GROUP BY rate_id HAVING n <> 0'),
      ).toEqual([]);
      expect(
        till.shop.rows('SELECT sum(base_minor) AS n FROM line_tax GROUP BY rate_id HAVING n <> 0'),
      ).toEqual([]);
      const cashInDrawer =
        "SELECT sum(CASE kind WHEN 'tendered' THEN amount_minor ELSE -amount_minor END) FROM cash_movement";
      expect(figure(till, cashInDrawer)).toBe(0);
      expect(given.payments.map((payment) => payment.kind)).toEqual(['card', 'cash']);
      expect(given.payments[0]?.amountMinor).toBe(-200);
      expect(Math.abs(given.payments[1]!.tenderedMinor) % cashStepMinor).toBe(0);
      const report = await till.maya.call('report.today', {});
      expect(report).toMatchObject({
        netSalesMinor: 0,
        taxMinor: 0,
        roundingMinor: 0,
        discountMinor: 0,
        cashInDrawerMinor: 0,
      });
      expect(report.taxes.every((tax) => tax.taxMinor === 0 && tax.baseMinor === 0)).toBe(true);
    },
  );

  it('puts the goods back on the shelf, unless they are damaged', async () => {
    await open();
    const onHand = () => figure(till, 'SELECT on_hand_milli FROM product WHERE id = ?', till.id('milk'));
    const first = await sell(till, ['milk 2']);
    const second = await sell(till, ['milk 5']);
    expect(onHand()).toBe(93_000);
    await refund(first.documentId);
    expect(onHand()).toBe(95_000);
    await refund(second.documentId, { disposition: 'damaged' });
    expect(onHand()).toBe(95_000);
  });

  it('happens once: a second refund is refused, the same command asked twice answers the same', async () => {
    await open();
    const sold = await sell(till, ['milk']);
    const commandId = till.shop.clock.newId();
    const given = await refund(sold.documentId, { commandId });
    expect(await refund(sold.documentId, { commandId })).toEqual(given);
    const before = till.shop.snapshot();
    expect(await till.maya.refused('order.refund', { id: sold.documentId, reason: 'again' })).toMatchObject({
      code: 'order.alreadyRefunded',
    });
    expect(till.shop.snapshot()).toBe(before);
    expect(figure(till, "SELECT count(*) FROM document WHERE kind = 'refund'")).toBe(1);
  });

  it('refuses refunds of refunds and of practice, unknown ones, and card numbers as a reference', async () => {
    await open();
    const sold = await sell(till, ['milk'], [card(125)]);
    const order = await till.maya.call('order.get', { id: sold.documentId });
    const references = { [order.payments[0]!.id]: '4111 1111 1111 1111' };
    const asked = { id: sold.documentId, reason: 'no' };
    expect(await till.maya.refused('order.refund', { ...asked, references })).toMatchObject({
      code: 'payment.cardNumber',
    });
    const reference = { [order.payments[0]!.id]: 'back 9' };
    const given = await refund(sold.documentId, { references: reference });
    expect(given.payments).toMatchObject([{ kind: 'card', amountMinor: -125, reference: 'back 9' }]);
    const again = { id: given.documentId, reason: 'no' };
    expect(await till.maya.refused('order.refund', again)).toMatchObject({ code: 'order.notRefundable' });
    const unknown = { id: till.shop.clock.newId(), reason: 'no' };
    expect(await till.maya.refused('order.refund', unknown)).toMatchObject({ code: 'order.unknown' });
    await till.maya.call('sale.setTraining', { training: true });
    const practice = await sell(till, ['milk']);
    const training = { id: practice.documentId, reason: 'no' };
    expect(await till.maya.refused('order.refund', training)).toMatchObject({ code: 'order.notRefundable' });
  });

  it('asks a cashier for a manager, and says who gave back, who allowed it and why', async () => {
    await open();
    const sold = await sell(till, ['milk']);
    const before = till.shop.snapshot();
    const asked = { id: sold.documentId, reason: 'sour' };
    expect(await till.carl.refused('order.refund', asked)).toMatchObject({ code: 'auth.approvalNeeded' });
    expect(till.shop.snapshot()).toBe(before);
    const approvalId = till.shop.clock.newId();
    const nowMs = till.shop.clock.nowMs();
    till.insert('approval', {
      id: approvalId,
      approver_id: till.id('Maya'),
      staff_id: till.id('Carl'),
      device_id: till.id('T1'),
      permission: 'refund',
      created_at_ms: nowMs,
      expires_at_ms: nowMs + 60_000,
    });
    const given = await till.carl.call('order.refund', { ...asked, approvalId });
    const audit = await till.maya.call('audit.list', { action: 'order.refunded' });
    expect(audit).toMatchObject({
      total: 1,
      rows: [
        {
          staffName: 'Carl',
          approverName: 'Maya',
          reason: 'sour',
          subjectId: sold.documentId,
          registerName: 'Till T1',
        },
      ],
    });
    const order = await till.carl.call('order.get', { id: given.documentId });
    expect(order.timeline[0]).toMatchObject({ kind: 'closed', staffName: 'Carl', approverName: 'Maya' });
  });
});
