import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { qrText } from '../../src/domain/rksv/qr-text.ts';
import { listDocumentPlaces, sumDocuments } from '../../src/main/features/order/order-list.sql.ts';
import { receiptCode } from '../../src/main/features/order/receipt-code.ts';
import { ringUp, type Till } from '../sale/open-till.ts';
import { card, cash, finish, nextDay, openOrderTill, sell } from './order-till.ts';

let till: Till;
beforeEach(async () => {
  till = await openOrderTill();
});
afterEach(() => till.shop.close());

const list = (filter: object = {}) => till.carl.call('order.list', filter);
const numbers = async (filter: object = {}) =>
  (await list(filter)).rows.map((row) => row.number || row.orderNumber);
const hour = 3_600_000;

async function voidCart(...goods: string[]) {
  const sale = await ringUp(till, ...goods);
  await till.maya.call('sale.void', { saleId: sale.id, reason: 'customer left' });
  return sale;
}

describe('the list of orders', () => {
  it('shows sales, refunds, practice and given-up carts, newest first, and adds up what was really sold', async () => {
    const first = await sell(till, ['milk']);
    till.shop.clock.pass(hour);
    const gone = await voidCart('bread');
    till.shop.clock.pass(hour);
    await sell(till, ['bread', 'milk']);
    till.shop.clock.pass(hour);
    await till.maya.call('order.refund', { id: first.documentId, reason: 'sour' });
    await till.maya.call('sale.setTraining', { training: true });
    await sell(till, ['milk']);
    const all = await list();
    expect(all.rows.map((row) => [row.number, row.state, row.totalMinor])).toEqual([
      ['T1-X000001', 'training', 125],
      ['T1-R000001', 'refund', -125],
      ['T1-000002', 'paid', 440],
      ['', 'voided', 315],
      ['T1-000001', 'refunded', 125],
    ]);
    expect(all).toMatchObject({ total: 5, sumMinor: 440 });
    expect(all.rows[3]).toMatchObject({ id: gone.id, kind: 'cart', staff: { name: 'Carl' }, itemCount: 1 });
    expect(all.rows[4]).toMatchObject({ tenders: ['cash'], registerName: 'Till T1', itemCount: 1 });
  });

  it('turns its pages without losing or repeating an order', async () => {
    for (let i = 0; i < 4; i += 1) {
      await sell(till, ['milk']);
      till.shop.clock.pass(60_000);
      await voidCart('bread');
      till.shop.clock.pass(60_000);
    }
    const whole = (await list()).rows.map((row) => row.id);
    const paged: string[] = [];
    for (let offset = 0; offset < 9; offset += 3)
      paged.push(...(await list({ offset, limit: 3 })).rows.map((row) => row.id));
    expect(whole).toHaveLength(8);
    expect(paged).toEqual(whole);
  });

  it('filters by day, state, person, customer, product, tender and amount', async () => {
    await sell(till, ['milk'], [card(125)]);
    nextDay(till);
    const second = await sell(till, ['bread']);
    await till.maya.call('order.refund', { id: second.documentId, reason: 'stale' });
    till.shop.clock.pass(1_000);
    await voidCart('apples');
    const gone = (await list({ state: 'voided' })).rows[0]!.orderNumber;
    expect(await numbers({ fromDay: '2026-03-03' })).toEqual([gone, 'T1-R000001', 'T1-000002']);
    expect(await numbers({ toDay: '2026-03-02' })).toEqual(['T1-000001']);
    expect(await numbers({ state: 'paid' })).toEqual(['T1-000001']);
    expect(await numbers({ state: 'refunded' })).toEqual(['T1-000002']);
    expect(await numbers({ state: 'partlyRefunded' })).toEqual([]);
    expect(await numbers({ state: 'refund' })).toEqual(['T1-R000001']);
    expect(await numbers({ staffId: till.id('Maya') })).toEqual(['T1-R000001']);
    expect(await numbers({ productId: till.id('milk') })).toEqual(['T1-000001']);
    expect(await numbers({ productId: till.id('apples') })).toEqual([gone]);
    expect(await numbers({ tender: 'card' })).toEqual(['T1-000001']);
    expect(await numbers({ minTotalMinor: 126 })).toEqual(['T1-000002']);
    expect(await numbers({ maxTotalMinor: 0 })).toEqual(['T1-R000001']);
    expect((await list({ fromDay: '2026-03-03' })).sumMinor).toBe(0);
  });

  it('finds an order by its number, its order number, its customer or the code on its receipt', async () => {
    till.insert('customer', {
      id: till.shop.clock.newId(),
      name: 'Zoë Müller',
      phone: null,
      phone_digits: '',
      email: null,
      note: '',
      sort_name: 'zoe muller',
      search_text: 'zoe muller',
      created_at_ms: 0,
      version: 1,
    });
    const [customer] = till.shop.rows<{ id: string }>('SELECT id FROM customer');
    await sell(till, ['bread']);
    const sale = await ringUp(till, 'milk');
    await till.carl.call('sale.setCustomer', { saleId: sale.id, customerId: customer!.id });
    const sold = await finish(till, sale.id, [cash(200)]);
    expect(await numbers({ text: 't1-000002' })).toEqual(['T1-000002']);
    expect(await numbers({ text: '2' })).toEqual(['T1-000002']);
    expect(await numbers({ text: sale.orderNumber })).toEqual(['T1-000002']);
    expect(await numbers({ text: 'müller' })).toEqual(['T1-000002']);
    expect(await numbers({ customerId: customer!.id })).toEqual(['T1-000002']);
    expect(await numbers({ text: '%' })).toEqual([]);
    const [journal] = till.shop.rows<{ hash: string }>(
      'SELECT hash FROM journal WHERE document_id = ?',
      sold.documentId,
    );
    const code = `TILLWISE:${till.id('shop').slice(-8)}:T1-000002:125:${journal!.hash.slice(0, 8)}`;
    const facts = {
      shopUuid: till.id('shop'),
      fiscalNumber: 'T1-000002',
      totalMinor: 125,
      journalHash: journal!.hash,
    };
    expect(receiptCode(facts)).toBe(code);
    expect(await numbers({ text: code })).toEqual(['T1-000002']);
    const found = { id: sold.documentId };
    const find = (number: string) => till.carl.call('order.findByNumber', { number });
    expect(await find(code)).toEqual(found);
    expect(await find(` ${code.toLowerCase().replaceAll(':', ';')}\n`)).toEqual(found);
    expect(await find('T1-000002')).toEqual(found);
    expect(await find('2')).toEqual(found);
    const [receipt] = till.shop.rows<{ jws: string }>(
      'SELECT jws FROM signed_receipt WHERE document_id = ?',
      sold.documentId,
    );
    const signed = qrText(receipt!.jws);
    if (!signed.ok) throw new Error(signed.error);
    expect(signed.value).toMatch(/^_R1-AT0_T1_T1-000002_2026-03-02T/);
    expect(await numbers({ text: signed.value })).toEqual(['T1-000002']);
    expect(await find(` ${signed.value.toLowerCase().replaceAll(':', ';')}\n`)).toEqual(found);
    for (const number of [
      signed.value.replace('_1,25_', '_1,26_'),
      signed.value.replace('T1-000002', 'T1-000001'),
      signed.value.slice(0, -4),
      code.replace(':125:', ':126:'),
      code.replace('TILLWISE:', 'TILLWISE:0000'),
      // The same receipt of another shop.
      code.replace(till.id('shop').slice(-8), '00000000'),
      'T1-000009',
      '<img>',
    ])
      expect(await till.carl.refused('order.findByNumber', { number })).toMatchObject({
        code: 'order.unknown',
      });
  });

  it('tells a part returned from a whole one', async () => {
    const sold = await sell(till, ['milk 2']);
    await till.maya.call('order.refund', { id: sold.documentId, reason: 'one was sour' });
    till.write('DROP TRIGGER document_line_no_update');
    till.write('UPDATE document_line SET quantity_milli = -1000 WHERE quantity_milli = -2000');
    expect(await numbers({ state: 'partlyRefunded' })).toEqual(['T1-000001']);
    expect((await list({ state: 'refunded' })).rows).toEqual([]);
  });
});

describe('one order', () => {
  it('explains every cent of a line from the stored rows, and tells its story', async () => {
    const sale = await ringUp(till, 'milk 3', 'bread');
    const [milk] = sale.lines;
    await till.maya.call('sale.setPrice', {
      saleId: sale.id,
      lineId: milk!.id,
      unitPriceMinor: 111,
      reason: 'old label',
    });
    await till.maya.call('sale.setLineDiscount', {
      saleId: sale.id,
      lineId: milk!.id,
      discount: { kind: 'percent', ppm: 100_000 },
      reason: 'dented',
    });
    await till.maya.call('sale.setDiscount', {
      saleId: sale.id,
      discount: { kind: 'amount', amountMinor: 100 },
      reason: 'neighbour',
    });
    const sold = await finish(till, sale.id);
    till.shop.clock.pass(hour);
    const given = await till.maya.call('order.refund', { id: sold.documentId, reason: 'sour' });
    const order = await till.carl.call('order.get', { id: sold.documentId });
    const [line] = order.lines;
    expect(line).toMatchObject({ unitPriceMinor: 111, shelfPriceMinor: 125, grossMinor: 333 });
    expect(line!.adjustments).toMatchObject([
      { kind: 'priceOverride', amountMinor: -42, reason: 'old label', staffName: 'Maya' },
      { kind: 'lineDiscount', amountMinor: -33, ppm: 100_000, reason: 'dented' },
      { kind: 'orderDiscount', reason: 'neighbour' },
    ]);
    expect(line!.explanation.map((step) => [step.code, step.values['resultMinor']])).toEqual([
      ['priceOverride', -42],
      ['unitTimesQuantity', 333],
      ['lineDiscountPercent', -33],
      ['orderDiscountShare', line!.adjustments[2]!.amountMinor],
      ['afterDiscounts', line!.payableMinor],
      ['tax', line!.taxes[0]!.taxMinor],
      ['net', line!.netMinor],
      ['payable', line!.payableMinor],
    ]);
    expect(line!.explanation[3]!.values).toMatchObject({
      orderAmountMinor: -100,
      orderBasisMinor: 615,
      basisMinor: 300,
    });
    const shares = order.lines.map((each) => each.adjustments.at(-1)!.amountMinor);
    expect(shares).toEqual([-49, -51]);
    expect(order.journal).toMatchObject({ seq: 1, suite: 'TW1' });
    expect(order.refunds).toMatchObject([
      { id: given.documentId, number: 'T1-R000001', totalMinor: -sold.totalMinor },
    ]);
    const kinds = order.timeline.map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind === 'closed' || kind === 'refunded')).toEqual(['closed', 'refunded']);
    expect(kinds).toContain('sale.discountSet');
    expect(order.timeline.at(-1)).toMatchObject({
      staffName: 'Maya',
      details: { number: 'T1-R000001', reason: 'sour' },
    });
    const back = await till.carl.call('order.get', { id: given.documentId });
    expect(back).toMatchObject({
      original: { id: sold.documentId, number: 'T1-000001' },
      reason: 'sour',
      state: 'refund',
    });
    expect(back.lines[0]!.explanation[0]).toMatchObject({ code: 'givenBackAsPaid' });
  });

  it('shows a cart that was given up, with its reason', async () => {
    const cart = await voidCart('milk 2');
    const order = await till.carl.call('order.get', { id: cart.id });
    expect(order).toMatchObject({
      kind: 'cart',
      state: 'voided',
      reason: 'customer left',
      totalMinor: 250,
      journal: null,
    });
    expect(order.lines).toMatchObject([
      { name: 'milk', quantityMilli: 2000, netMinor: 208, taxes: [{ taxMinor: 42 }] },
    ]);
    expect(order.timeline.at(-1)).toMatchObject({ staffName: 'Maya', details: { reason: 'customer left' } });
    expect(await till.carl.refused('order.get', { id: till.shop.clock.newId() })).toMatchObject({
      code: 'order.unknown',
    });
  });

  it('stays fast: the queries of a long list use their indexes', () => {
    const params = {
      staff_id: '',
      limit: 100,
      offset: 0,
      kind: 'sale',
      from_day: '2026-01-01',
      product_id: '',
    };
    const plan = ({ text }: { text: string }) => {
      const used = Object.entries(params).filter(([name]) => text.includes(`:${name}`));
      const steps = till.shop.rows<{ detail: string }>(
        `EXPLAIN QUERY PLAN ${text}`,
        Object.fromEntries(used),
      );
      return steps.map(({ detail }) => detail).join('; ');
    };
    expect(plan(listDocumentPlaces([]))).toContain('USING INDEX document_day');
    for (const filters of [[], ['fromDay'], ['staff']] as const) {
      expect(plan(listDocumentPlaces(filters))).not.toContain('TEMP B-TREE');
      expect(plan(sumDocuments(filters))).toContain('COVERING INDEX');
    }
    expect(plan(listDocumentPlaces(['product']))).toContain('document_line_product');
    expect(plan(listDocumentPlaces(['kind', 'refunded']))).toContain('document_original');
  });
});
