import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTill, ringUp, type Till, type TillOptions } from './open-till.ts';

let till: Till;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

async function shopWith(options: TillOptions): Promise<Till> {
  await till.shop.close();
  till = await openTill(options);
  return till;
}

const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor }) as const;
const card = (amountMinor: number) => ({ kind: 'card', amountMinor, reference: 'slip 7' }) as const;

async function pay(
  saleId: string,
  expectedTotalMinor: number,
  payment: ReturnType<typeof cash> | ReturnType<typeof card> | null,
) {
  return till.carl.call('sale.complete', { saleId, expectedTotalMinor, payment });
}

describe('paying', () => {
  it('never takes more by card than is due, and gives change from cash only (R9)', async () => {
    const sale = await ringUp(till, 'bread 2');
    const more = await till.carl.refused('sale.addPayment', { saleId: sale.id, ...card(631) });
    expect(more).toMatchObject({ code: 'payment.exceedsDue', data: { remainingMinor: 630 } });
    await till.carl.call('sale.addPayment', { saleId: sale.id, ...cash(300) });
    expect((await till.carl.refused('sale.addPayment', { saleId: sale.id, ...card(331) })).code).toBe(
      'payment.exceedsDue',
    );
    const last = { saleId: sale.id, expectedTotalMinor: 630 };
    expect((await till.carl.refused('sale.complete', { ...last, payment: card(331) })).code).toBe(
      'payment.exceedsDue',
    );
    expect(await till.carl.refused('sale.complete', last)).toMatchObject({
      code: 'payment.notComplete',
      data: { remainingMinor: 330, cashDueMinor: 330 },
    });
  });

  it('splits over card, voucher and cash: each covers its part, the change comes off the cash', async () => {
    const sale = await ringUp(till, 'bread 2');
    await till.carl.call('sale.addPayment', { saleId: sale.id, ...cash(100) });
    await till.carl.call('sale.addPayment', {
      saleId: sale.id,
      kind: 'voucher',
      label: 'Town',
      amountMinor: 200,
    });
    const view = await till.carl.call('sale.addPayment', { saleId: sale.id, ...card(300) });
    expect(view).toMatchObject({ paidMinor: 600, remainingMinor: 30, cashDueMinor: 30 });
    expect(await pay(sale.id, 630, cash(50))).toMatchObject({ tenderedMinor: 650, changeMinor: 20 });
    expect(
      till.shop.rows(
        'SELECT kind, label, amount_minor, tendered_minor, change_minor, reference FROM payment ORDER BY position',
      ),
    ).toEqual([
      { kind: 'cash', label: '', amount_minor: 100, tendered_minor: 100, change_minor: 0, reference: null },
      {
        kind: 'voucher',
        label: 'Town',
        amount_minor: 200,
        tendered_minor: 200,
        change_minor: 0,
        reference: null,
      },
      {
        kind: 'card',
        label: '',
        amount_minor: 300,
        tendered_minor: 300,
        change_minor: 0,
        reference: 'slip 7',
      },
      { kind: 'cash', label: '', amount_minor: 30, tendered_minor: 50, change_minor: 20, reference: null },
    ]);
  });

  it('rounds only what is paid in cash: 1.97 at 0.05 is 1.95, and 2.00 gives 0.05 back (R8)', async () => {
    await shopWith({ country: 'CH', currency: 'CHF', cashStepMinor: 5 });
    till.product('gum', { priceMinor: 197 });
    const sale = await ringUp(till, 'gum');
    expect(sale).toMatchObject({ totalMinor: 197, remainingMinor: 197, cashDueMinor: 195 });
    expect(sale.quickCashMinor[0]).toBe(195);
    const preview = await till.carl.call('sale.previewPayment', { saleId: sale.id, ...cash(200) });
    expect(preview).toEqual({ remainingMinor: 0, changeMinor: 5, roundingMinor: -2 });
    expect(await pay(sale.id, 197, cash(200))).toMatchObject({
      totalMinor: 197,
      roundingMinor: -2,
      changeMinor: 5,
    });
    expect(
      till.shop.rows('SELECT amount_minor, tendered_minor, change_minor, rounding_minor FROM payment'),
    ).toEqual([{ amount_minor: 197, tendered_minor: 200, change_minor: 5, rounding_minor: -2 }]);
    const byCard = await ringUp(till, 'gum');
    expect(await pay(byCard.id, 197, card(197))).toMatchObject({ roundingMinor: 0, changeMinor: 0 });
  });

  it('closes 19.98 by a card and a note of 10.00 each, where the cash is rounded up', async () => {
    await shopWith({ country: 'CH', currency: 'CHF', cashStepMinor: 5 });
    till.product('wine', { priceMinor: 1998 });
    const sale = await ringUp(till, 'wine');
    await till.carl.call('sale.addPayment', { saleId: sale.id, ...card(1000) });
    expect(await pay(sale.id, 1998, cash(1000))).toMatchObject({ roundingMinor: 2, changeMinor: 0 });
    expect(
      till.shop.rows('SELECT kind, amount_minor, rounding_minor FROM payment ORDER BY position'),
    ).toEqual([
      { kind: 'card', amount_minor: 1000, rounding_minor: 0 },
      { kind: 'cash', amount_minor: 998, rounding_minor: 2 },
    ]);
  });

  it('closes two cents in cash where the smallest coin is five, with no coin at all', async () => {
    await shopWith({ country: 'CH', currency: 'CHF', cashStepMinor: 5 });
    till.product('bag', { priceMinor: 2 });
    const sale = await ringUp(till, 'bag');
    expect(await pay(sale.id, 2, cash(0))).toMatchObject({
      totalMinor: 2,
      tenderedMinor: 0,
      roundingMinor: -2,
    });
    expect(till.shop.rows('SELECT id FROM cash_movement')).toEqual([]);
  });

  it('takes no card number beside no coin at all either', async () => {
    await shopWith({ country: 'CH', currency: 'CHF', cashStepMinor: 5 });
    till.product('bag', { priceMinor: 2 });
    const sale = await ringUp(till, 'bag');
    const payment = { ...cash(0), reference: '4111 1111 1111 1111' };
    const complete = { saleId: sale.id, expectedTotalMinor: 2, payment };
    expect((await till.carl.refused('sale.complete', complete)).code).toBe('payment.cardNumber');
  });

  it('wants the slip of a card or transfer, and never a card number', async () => {
    const sale = await ringUp(till, 'milk');
    const pays = (payment: object) =>
      till.carl.refusedRaw('sale.addPayment', { saleId: sale.id, amountMinor: 125, ...payment });
    expect((await pays({ kind: 'card' })).code).toBe('payment.referenceNeeded');
    expect((await pays({ kind: 'bankTransfer', reference: ' ' })).code).toBe('payment.referenceNeeded');
    expect((await pays({ kind: 'card', reference: '4111-1111-1111-1111' })).code).toBe('payment.cardNumber');
    expect((await pays({ kind: 'other', label: '4111 1111 1111 1111' })).code).toBe('payment.cardNumber');
    const complete = {
      saleId: sale.id,
      expectedTotalMinor: 125,
      payment: { ...card(125), reference: '4111111111111111' },
    };
    expect((await till.carl.refused('sale.complete', complete)).code).toBe('payment.cardNumber');
    expect(
      till.shop
        .rows('SELECT result_json FROM command_result')
        .some((row) => String(row['result_json']).includes('4111')),
    ).toBe(false);
  });

  it('takes no barcode for a banknote and nothing once all is paid', async () => {
    const sale = await ringUp(till, 'milk');
    expect(
      (await till.carl.refused('sale.addPayment', { saleId: sale.id, ...cash(4_006_381_333_931) })).code,
    ).toBe('payment.exceedsDue');
    await till.carl.call('sale.addPayment', { saleId: sale.id, ...card(125) });
    expect((await till.carl.refused('sale.addPayment', { saleId: sale.id, ...cash(5) })).code).toBe(
      'payment.nothingDue',
    );
    expect((await pay(sale.id, 125, null)).changeMinor).toBe(0);
  });
});

describe('tax', () => {
  it('included: the total is what the shelf says, the split moves (R4)', async () => {
    await shopWith({ taxRounding: 'document' });
    till.product('boots', { priceMinor: 2890, tax: 'high' });
    till.product('soup', { priceMinor: 125, tax: 'low' });
    const sale = await ringUp(till, 'boots', 'soup');
    expect(sale).toMatchObject({ totalMinor: 3015, taxMinor: 532 });
    await pay(sale.id, 3015, cash(3015));
    expect(till.shop.rows('SELECT total_minor, tax_minor FROM document')).toEqual([
      { total_minor: 3015, tax_minor: 532 },
    ]);
    expect(till.shop.rows('SELECT rate_ppm, amount_minor FROM line_tax ORDER BY rate_ppm')).toEqual([
      { rate_ppm: 100_000, amount_minor: 11 },
      { rate_ppm: 220_000, amount_minor: 521 },
    ]);
  });

  it.each([
    [[315, 315, 360, 5], 995],
    [[1, 1, 1600], 1602],
  ])('included: %j come to %i', async (prices, total) => {
    for (const [index, priceMinor] of prices.entries()) till.product(`p${index}`, { priceMinor });
    const sale = await ringUp(till, ...prices.map((_, index) => `p${index}`));
    expect(sale.totalMinor).toBe(total);
  });

  it('excluded: comes on top, and an exempt product carries none', async () => {
    await shopWith({ taxMode: 'excluded' });
    till.product('stamp', { priceMinor: 100, tax: 'exempt' });
    const sale = await ringUp(till, 'milk', 'stamp');
    expect(sale).toMatchObject({ subtotalMinor: 225, taxMinor: 25, totalMinor: 250 });
    expect(sale.taxSummary).toMatchObject([{ ratePpm: 200_000, baseMinor: 125, taxMinor: 25 }]);
    await pay(sale.id, 250, cash(250));
    expect(till.shop.rows('SELECT amount_minor FROM line_tax')).toEqual([{ amount_minor: 25 }]);
  });
});
