import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTill, ringUp, type Till } from './open-till.ts';

let till: Till;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor }) as const;
const card = (amountMinor: number) => ({ kind: 'card', amountMinor, reference: 'slip 7' }) as const;

async function pay(
  saleId: string,
  expectedTotalMinor: number,
  payment: ReturnType<typeof cash> | ReturnType<typeof card> | null,
) {
  return till.carl.call('sale.complete', { saleId, expectedTotalMinor, payment });
}

describe('sale.complete', () => {
  it('closes a cash sale with number, change, stock, cash movement, journal, outbox and audit', async () => {
    const sale = await ringUp(till, 'milk 2', 'apples 0.348');
    expect(sale).toMatchObject({ totalMinor: 354, cashDueMinor: 354, remainingMinor: 354 });
    const done = await pay(sale.id, 354, cash(1000));
    expect(done).toMatchObject({
      fiscalNumber: 'T1-000001',
      totalMinor: 354,
      tenderedMinor: 1000,
      changeMinor: 646,
      training: false,
    });
    const { rows } = till.shop;
    const at = (sql: string) => rows.call(till.shop, sql, done.documentId);
    expect(
      at(
        'SELECT kind, order_number, business_day, zone_offset_minutes, item_count, subtotal_minor, discount_minor, tax_minor, total_minor, change_minor, cost_minor FROM document WHERE id = ?',
      ),
    ).toEqual([
      {
        kind: 'sale',
        order_number: 'T1-O000001',
        business_day: '2026-03-02',
        zone_offset_minutes: 0,
        item_count: 3,
        subtotal_minor: 354,
        discount_minor: 0,
        tax_minor: 51,
        total_minor: 354,
        change_minor: 646,
        cost_minor: null,
      },
    ]);
    expect(
      at(
        'SELECT name, barcode, quantity_milli, payable_minor, net_minor, cost_minor, tax_category_name FROM document_line WHERE document_id = ? ORDER BY position',
      ),
    ).toEqual([
      {
        name: 'milk',
        barcode: '04006381333931',
        quantity_milli: 2000,
        payable_minor: 250,
        net_minor: 208,
        cost_minor: 160,
        tax_category_name: 'std',
      },
      {
        name: 'apples',
        barcode: null,
        quantity_milli: 348,
        payable_minor: 104,
        net_minor: 95,
        cost_minor: null,
        tax_category_name: 'low',
      },
    ]);
    expect(
      at(
        'SELECT kind, amount_minor, tendered_minor, change_minor, rounding_minor FROM payment WHERE document_id = ?',
      ),
    ).toEqual([
      { kind: 'cash', amount_minor: 354, tendered_minor: 1000, change_minor: 646, rounding_minor: 0 },
    ]);
    expect(at('SELECT kind, amount_minor FROM cash_movement WHERE document_id = ? ORDER BY seq')).toEqual([
      { kind: 'tendered', amount_minor: 1000 },
      { kind: 'change', amount_minor: 646 },
    ]);
    expect(at('SELECT kind, quantity_milli FROM stock_movement WHERE document_id = ? ORDER BY seq')).toEqual([
      { kind: 'sale', quantity_milli: -2000 },
      { kind: 'sale', quantity_milli: -348 },
    ]);
    expect(at('SELECT seq, suite FROM journal WHERE document_id = ?')).toEqual([{ seq: 1, suite: 'TW1' }]);
    expect(till.shop.rows('SELECT kind FROM outbox ORDER BY seq')).toEqual([
      { kind: 'document.closed' },
      { kind: 'stock.moved' },
      { kind: 'stock.moved' },
    ]);
    expect(till.shop.rows("SELECT subject_id FROM audit WHERE action = 'sale.closed'")).toEqual([
      { subject_id: sale.id },
    ]);
    expect(await till.carl.call('sale.getOpen', {})).toEqual({ sale: null, heldCount: 0 });
    expect((await till.carl.call('sale.get', { saleId: sale.id })).state).toBe('closed');
  });

  it('answers a repeated command as before and closes one document only', async () => {
    const sale = await ringUp(till, 'milk');
    const input = {
      commandId: till.shop.clock.newId(),
      saleId: sale.id,
      expectedTotalMinor: 125,
      payment: cash(200),
    };
    const first = await till.carl.call('sale.complete', input);
    expect(await till.carl.call('sale.complete', input)).toEqual(first);
    expect(
      (await till.carl.refused('sale.complete', { ...input, commandId: till.shop.clock.newId() })).code,
    ).toBe('sale.closed');
    expect(till.shop.rows('SELECT id FROM document')).toHaveLength(1);
    expect(till.shop.rows('SELECT id FROM stock_movement WHERE document_id IS NOT NULL')).toHaveLength(1);
  });

  it('never charges a total the customer was not shown', async () => {
    const sale = await ringUp(till, 'milk');
    await ringUp(till, 'bread');
    const refusal = await till.carl.refused('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: 125,
      payment: cash(200),
    });
    expect(refusal).toMatchObject({ code: 'version.conflict', data: { totalMinor: 440 } });
  });

  it('numbers documents without a gap, whatever was voided or refused in between', async () => {
    const first = await ringUp(till, 'milk');
    await pay(first.id, 125, cash(125));
    const gone = await ringUp(till, 'milk');
    await till.maya.call('sale.void', { saleId: gone.id, reason: 'no' });
    const second = await ringUp(till, 'milk');
    await till.carl.refused('sale.complete', {
      saleId: second.id,
      expectedTotalMinor: 125,
      payment: cash(1),
    });
    await till.carl.refused('sale.complete', {
      saleId: second.id,
      expectedTotalMinor: 1,
      payment: cash(125),
    });
    expect((await pay(second.id, 125, cash(125))).fiscalNumber).toBe('T1-000002');
    await till.dora.call('sale.addProduct', { productId: till.id('milk') });
    const other = (await till.dora.call('sale.getOpen', {})).sale!;
    expect(other.orderNumber).toBe('T2-O000001');
    const done = await till.dora.call('sale.complete', {
      saleId: other.id,
      expectedTotalMinor: 125,
      payment: cash(125),
    });
    expect(done.fiscalNumber).toBe('T2-000001');
  });

  it('keeps practice apart: a series of its own, a journal entry, no stock and no cash', async () => {
    await till.maya.call('sale.setTraining', { training: true });
    const sale = await ringUp(till, 'milk');
    expect(await pay(sale.id, 125, cash(200))).toMatchObject({
      fiscalNumber: 'T1-X000001',
      training: true,
      changeMinor: 75,
    });
    expect(till.shop.rows('SELECT id FROM stock_movement WHERE document_id IS NOT NULL')).toEqual([]);
    expect(till.shop.rows('SELECT id FROM cash_movement')).toEqual([]);
    expect(till.shop.rows('SELECT seq FROM journal')).toEqual([{ seq: 1 }]);
    const real = await ringUp(till, 'milk');
    expect((await pay(real.id, 125, cash(125))).fiscalNumber).toBe('T1-000001');
  });

  it('closes a sale that costs nothing without a payment', async () => {
    const sale = await ringUp(till, 'milk');
    await till.maya.call('sale.setDiscount', {
      saleId: sale.id,
      discount: { kind: 'percent', ppm: 1_000_000 },
      reason: 'gift',
    });
    expect(await pay(sale.id, 0, null)).toMatchObject({ totalMinor: 0, changeMinor: 0 });
    expect(till.shop.rows('SELECT id FROM payment')).toEqual([]);
  });

  it('refuses an empty cart', async () => {
    const sale = await till.carl.call('sale.setCustomer', { customerId: null });
    expect((await till.carl.refused('sale.complete', { saleId: sale.id, expectedTotalMinor: 0 })).code).toBe(
      'sale.empty',
    );
  });

  it('counts a sale before the cut-off for the day before', async () => {
    till.shop.clock.ms = Date.UTC(2026, 6, 1, 1, 30);
    till.write('UPDATE session SET last_seen_at_ms = :ms', { ms: till.shop.clock.ms });
    const sale = await ringUp(till, 'milk');
    await pay(sale.id, 125, cash(125));
    expect(till.shop.rows('SELECT business_day, zone_offset_minutes FROM document')).toEqual([
      { business_day: '2026-06-30', zone_offset_minutes: 60 },
    ]);
  });

  it('freezes who gave which discount and why, share by share', async () => {
    const sale = await ringUp(till, 'milk 2', 'bread');
    const line = { saleId: sale.id, lineId: sale.lines[1]!.id };
    await till.maya.call('sale.setPrice', { ...line, unitPriceMinor: 300, reason: 'dented' });
    await till.maya.call('sale.setDiscount', {
      saleId: sale.id,
      discount: { kind: 'amount', amountMinor: 100 },
      reason: 'friend',
    });
    await pay(sale.id, 450, cash(450));
    expect(
      till.shop.rows(
        'SELECT kind, amount_minor, reason, staff_id FROM line_adjustment ORDER BY line_id, position',
      ),
    ).toEqual([
      { kind: 'orderDiscount', amount_minor: -45, reason: 'friend', staff_id: till.id('Maya') },
      { kind: 'priceOverride', amount_minor: -15, reason: 'dented', staff_id: till.id('Maya') },
      { kind: 'orderDiscount', amount_minor: -55, reason: 'friend', staff_id: till.id('Maya') },
    ]);
    expect(till.shop.rows('SELECT subtotal_minor, discount_minor, total_minor FROM document')).toEqual([
      { subtotal_minor: 550, discount_minor: -100, total_minor: 450 },
    ]);
  });
});

describe('what stays on record', () => {
  it('names the manager who lent the cashier the permission, on the line for good', async () => {
    const approvalId = till.lend('Maya', 'Carl', 'sale.override');
    const sale = await ringUp(till, 'bread');
    const line = { saleId: sale.id, lineId: sale.lines[0]!.id };
    await till.carl.call('sale.setPrice', { ...line, unitPriceMinor: 300, reason: 'dented', approvalId });
    await pay(sale.id, 300, cash(300));
    const who = { staff_id: till.id('Carl'), approver_id: till.id('Maya') };
    expect(till.shop.rows('SELECT staff_id, approver_id FROM line_adjustment')).toEqual([who]);
    expect(
      till.shop.rows("SELECT staff_id, approver_id FROM audit WHERE action = 'sale.priceOverridden'"),
    ).toEqual([who]);
    expect(till.shop.rows('SELECT approver_id FROM document')).toEqual([{ approver_id: null }]);
  });

  it('keeps the note and the customer, by id and not by name', async () => {
    const customerId = till.shop.clock.newId();
    till.insert('customer', {
      id: customerId,
      name: 'Nora Quill',
      phone: '0123',
      phone_digits: '0123',
      note: '',
      sort_name: 'quill',
      search_text: 'nora quill',
      created_at_ms: 0,
      version: 1,
    });
    const sale = await ringUp(till, 'milk');
    await till.carl.call('sale.setLineNote', { saleId: sale.id, lineId: sale.lines[0]!.id, note: 'cold' });
    const unknown = { saleId: sale.id, customerId: till.id('milk') };
    expect((await till.carl.refused('sale.setCustomer', unknown)).code).toBe('customer.unknown');
    const view = await till.carl.call('sale.setCustomer', { saleId: sale.id, customerId });
    expect(view.customer).toEqual({ id: customerId, name: 'Nora Quill', phone: '0123', lastVisitAtMs: null });
    await pay(sale.id, 125, cash(125));
    const next = await till.carl.call('sale.setCustomer', { customerId });
    expect(next.customer?.lastVisitAtMs).toBe(till.shop.clock.nowMs());
    expect(
      till.shop.rows(
        'SELECT customer_id, note FROM document JOIN document_line ON document_id = document.id',
      ),
    ).toEqual([{ customer_id: customerId, note: 'cold' }]);
    expect(till.shop.rows<{ payload: string }>('SELECT payload FROM journal')[0]!.payload).not.toContain(
      'Nora',
    );
  });
});
