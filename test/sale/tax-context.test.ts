import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTill, type Till } from './open-till.ts';

let till: Till;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

const HOURS_MS = 3_600_000;
const day = (days = 0) => new Date(till.shop.clock.ms + days * 24 * HOURS_MS).toISOString().slice(0, 10);

/** As tax.setRates writes it, for the category `std`. */
function setRates(ratePpm: number, days: number, context: 'default' | 'takeaway'): void {
  till.insert('tax_rate', {
    id: till.shop.clock.newId(),
    tax_category_id: till.id('std'),
    name: 'VAT',
    jurisdiction: 'IE',
    rate_ppm: ratePpm,
    sequence: 1,
    compound: 0,
    current: 1,
    context,
    valid_from: day(days),
  });
}

async function ringUp() {
  const productId = till.product(`meal ${till.shop.clock.newId()}`, { priceMinor: 1200 });
  return (await till.carl.call('sale.addProduct', { productId })).sale;
}

async function pay(saleId: string): Promise<string> {
  const { totalMinor, remainingMinor } = await till.carl.call('sale.get', { saleId });
  const closed = await till.carl.call('sale.complete', {
    saleId,
    expectedTotalMinor: totalMinor,
    payment: { kind: 'cash', amountMinor: remainingMinor },
  });
  return closed.documentId;
}

describe('sale.setTaxContext', () => {
  it('taxes the cart by the rates of goods taken away, and back', async () => {
    setRates(70_000, 0, 'takeaway');
    const { id: saleId, taxMinor, taxContext } = await ringUp();
    expect([taxContext, taxMinor]).toEqual(['default', 200]);
    const away = await till.carl.call('sale.setTaxContext', { saleId, context: 'takeaway' });
    expect(away).toMatchObject({ taxContext: 'takeaway', totalMinor: 1200, taxMinor: 79 });
    expect(away.taxSummary).toMatchObject([{ ratePpm: 70_000 }]);
    const back = await till.carl.call('sale.setTaxContext', { saleId, context: 'default' });
    expect(back.taxMinor).toBe(200);
    expect(till.shop.rows("SELECT 1 FROM audit WHERE action = 'sale.taxContextSet'")).toHaveLength(2);
  });

  it('is frozen on the document, in its journal and on the receipt, and stands still once paid', async () => {
    setRates(70_000, 0, 'takeaway');
    const { id: saleId } = await ringUp();
    await till.carl.call('sale.setTaxContext', { saleId, context: 'takeaway' });
    await till.carl.call('sale.addPayment', { saleId, kind: 'cash', amountMinor: 100 });
    expect((await till.carl.refused('sale.setTaxContext', { saleId, context: 'default' })).code).toBe(
      'sale.paymentsTaken',
    );
    const id = await pay(saleId);
    expect(await till.maya.call('order.get', { id })).toMatchObject({
      taxContext: 'takeaway',
      taxMinor: 79,
    });
    const [entry] = till.shop.rows<{ payload: string }>('SELECT payload FROM journal');
    expect(JSON.parse(entry!.payload)).toMatchObject({ taxContext: 'takeaway' });
    const { svg } = await till.maya.call('order.getReceiptSvg', { id });
    expect(svg.replaceAll(/<[^>]+>/g, '')).toContain('Take-away');
  });
});

describe('rates by day', () => {
  it('are those of the business day on which the sale is closed, not on which its cart was opened', async () => {
    setRates(100_000, 1, 'default');
    const { id: saleId, taxMinor } = await ringUp();
    expect(taxMinor).toBe(200);
    // The shop's day ends at three in the morning.
    const untilMs = Date.parse(`${day(1)}T02:59:59Z`) - till.shop.clock.ms;
    till.shop.clock.pass(untilMs);
    till.write('UPDATE session SET last_seen_at_ms = :now', { now: till.shop.clock.ms });
    expect((await till.carl.call('sale.get', { saleId })).taxMinor).toBe(200);
    till.shop.clock.pass(1000);
    expect((await till.carl.call('sale.get', { saleId })).taxMinor).toBe(109);
    const order = await till.maya.call('order.get', { id: await pay(saleId) });
    expect(order).toMatchObject({ taxMinor: 109, taxSummary: [{ ratePpm: 100_000 }] });
  });

  it('change nothing about what was sold before: not the document, not its refund', async () => {
    const { id: saleId } = await ringUp();
    const id = await pay(saleId);
    setRates(50_000, 0, 'default');
    const before = { taxMinor: 200, taxSummary: [{ ratePpm: 200_000 }] };
    expect(await till.maya.call('order.get', { id })).toMatchObject(before);
    const refund = await till.maya.call('order.refund', { id, reason: 'too much' });
    const back = await till.maya.call('order.get', { id: refund.documentId });
    expect(back).toMatchObject({ taxMinor: -200, taxSummary: [{ ratePpm: 200_000 }] });
    expect((await ringUp()).taxMinor).toBe(57);
  });
});
