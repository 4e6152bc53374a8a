import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { quantityMilli } from '../../shared/values/quantity.ts';
import type { TaxRule } from '../tax/tax-factors.ts';
import type { CartLine, Discount, PriceCartInput } from './cart-types.ts';
import { checkCartRange, priceCart } from './price-cart.ts';

const rate = (ratePpm: number, over: Partial<TaxRule> = {}): TaxRule => ({
  rateId: `rate-${ratePpm}`,
  jurisdiction: 'test',
  name: 'Tax',
  ratePpm,
  sequence: 1,
  compound: false,
  ...over,
});

const line = (
  lineId: string,
  price: number,
  over: Partial<Omit<CartLine, 'quantityMilli'>> & { quantity?: number } = {},
): CartLine => ({
  lineId,
  unitPriceMinor: minor(price),
  quantityMilli: quantityMilli(Math.round((over.quantity ?? 1) * 1000)),
  measured: over.measured ?? false,
  discounts: over.discounts ?? [],
  taxes: over.taxes ?? [],
});

const cart = (lines: CartLine[], over: Partial<PriceCartInput> = {}) =>
  priceCart({
    currency: 'EUR',
    taxMode: 'included',
    taxRounding: 'line',
    lines,
    orderDiscounts: [],
    ...over,
  });

const percent = (value: number): Discount => ({ kind: 'percent', ppm: value * 10_000 });
const amount = (value: number): Discount => ({ kind: 'amount', amountMinor: minor(value) });
const payables = (priced: ReturnType<typeof cart>) => priced.lines.map((one) => one.payableMinor);
const taxes = (priced: ReturnType<typeof cart>) =>
  priced.lines.map((one) => one.taxes.map((tax) => tax.amountMinor));

describe.each(['line', 'document'] as const)('a shelf-price shop rounding tax per %s (R4)', (taxRounding) => {
  it('sells 28.90 at 22 % and 1.25 at 10 % for 30.15, tax 5.32', () => {
    const priced = cart(
      [line('book', 2890, { taxes: [rate(220_000)] }), line('milk', 125, { taxes: [rate(100_000)] })],
      { taxRounding },
    );
    expect(priced).toMatchObject({
      totalMinor: 3015,
      taxMinor: 532,
      subtotalMinor: 3015,
      discountMinor: 0,
      itemCount: 2,
    });
    expect(priced.taxSummary.map((one) => [one.baseMinor, one.taxMinor])).toEqual([
      [2369, 521],
      [114, 11],
    ]);
  });

  it.each([220_000, 190_000, 77_000, 0])('sells 2 × 3.15 + 3.60 + 0.05 for 9.95 at %s ppm', (ppm) => {
    const lines = [line('a', 315, { quantity: 2 }), line('b', 360), line('c', 5)].map((one) => ({
      ...one,
      taxes: [rate(ppm)],
    }));
    expect(cart(lines, { taxRounding }).totalMinor).toBe(995);
  });

  it.each([220_000, 190_000, 77_000, 0])('sells 2 × 0.01 + 16 for 16.02 at %s ppm', (ppm) => {
    const lines = [line('a', 1, { quantity: 2 }), line('b', 1600)].map((one) => ({
      ...one,
      taxes: [rate(ppm)],
    }));
    expect(cart(lines, { taxRounding }).totalMinor).toBe(1602);
  });

  it('takes no tax on a ticket that comes to zero (R5)', () => {
    const vat = [rate(190_000)];
    const lines = [
      line('sold', 3, { taxes: vat }),
      line('a', 1, { quantity: -1, taxes: vat }),
      line('b', 2, { quantity: -1, taxes: vat }),
    ];
    for (const taxMode of ['included', 'excluded'] as const) {
      expect(cart(lines, { taxMode, taxRounding })).toMatchObject({ totalMinor: 0, taxMinor: 0 });
    }
  });
});

describe('tax (R3)', () => {
  const three = ['a', 'b', 'c'].map((id) => line(id, 105, { taxes: [rate(50_000)] }));

  it('rounds each line, or the document once with the residue on the largest remainders', () => {
    expect(taxes(cart(three, { taxMode: 'excluded' }))).toEqual([[5], [5], [5]]);
    const document = cart(three, { taxMode: 'excluded', taxRounding: 'document' });
    expect(document).toMatchObject({ taxMinor: 16, totalMinor: 331 });
    expect(taxes(document)).toEqual([[6], [5], [5]]);
    expect(payables(document)).toEqual([111, 110, 110]);
  });

  it('charges several taxes on the net, a compound one also on the taxes before it', () => {
    const quebec = [rate(50_000, { sequence: 1 }), rate(95_000, { sequence: 2, compound: true })];
    const out = cart([line('a', 10_000, { taxes: quebec })], { taxMode: 'excluded' });
    expect(out.lines[0]).toMatchObject({ netMinor: 10_000, payableMinor: 11_498 });
    expect(out.lines[0]!.taxes.map((tax) => [tax.baseMinor, tax.amountMinor])).toEqual([
      [10_000, 500],
      [10_500, 998],
    ]);
    const inside = cart([line('a', 11_498, { taxes: quebec })]);
    expect(inside.lines[0]).toMatchObject({ netMinor: 10_000, payableMinor: 11_498 });
  });

  it('keeps the order of the taxes given, whatever their sequence', () => {
    const swapped = [rate(95_000, { sequence: 2, compound: true }), rate(50_000, { sequence: 1 })];
    expect(taxes(cart([line('a', 10_000, { taxes: swapped })], { taxMode: 'excluded' }))).toEqual([
      [998, 500],
    ]);
  });

  it('rounds half a cent away from zero, both ways', () => {
    const half = (quantity: number) =>
      cart([line('a', 10, { quantity, taxes: [rate(50_000)] })], { taxMode: 'excluded' });
    expect(half(1).taxMinor).toBe(1);
    expect(half(-1).taxMinor).toBe(-1);
  });

  it('tells a changed rate of the same name apart', () => {
    const lines = [
      line('a', 100, { taxes: [rate(70_000, { rateId: 'vat' })] }),
      line('b', 100, { taxes: [rate(190_000, { rateId: 'vat' })] }),
    ];
    expect(cart(lines, { taxMode: 'excluded' }).taxSummary.map((one) => one.taxMinor)).toEqual([7, 19]);
  });

  it('refuses one rate twice on a line', () => {
    expect(() => cart([line('a', 100, { taxes: [rate(1), rate(1)] })])).toThrow(RangeError);
  });
});

describe('quantities and discounts (R1, R2, R6)', () => {
  it('rounds price × weight once', () => {
    expect(cart([line('ham', 1999, { quantity: 0.345 })]).totalMinor).toBe(690);
    expect(cart([line('ham', 1, { quantity: 0.5 })]).totalMinor).toBe(1);
    expect(cart([line('ham', 1, { quantity: 0.499 })]).totalMinor).toBe(0);
  });

  it('takes line discounts in order, then the order discount, then tax', () => {
    const ab = line('a', 1000, { quantity: 2, discounts: [percent(10), amount(50)], taxes: [rate(200_000)] });
    const ba = line('b', 1000, { quantity: 2, discounts: [amount(50), percent(10)], taxes: [rate(200_000)] });
    const priced = cart([ab, ba], { taxMode: 'excluded', orderDiscounts: [percent(10)] });
    expect(
      priced.lines.map((one) => one.adjustments.map((row) => [row.kind, row.sourceIndex, row.amountMinor])),
    ).toEqual([
      [
        ['lineDiscount', 0, -200],
        ['lineDiscount', 1, -50],
        ['orderDiscount', 0, -175],
      ],
      [
        ['lineDiscount', 0, -50],
        ['lineDiscount', 1, -195],
        ['orderDiscount', 0, -176],
      ],
    ]);
    expect(priced).toMatchObject({
      subtotalMinor: 4000,
      discountMinor: -846,
      taxMinor: 631,
      totalMinor: 3785,
    });
  });

  it('shares an order discount by largest remainder, ties by order', () => {
    expect(
      payables(
        cart(
          ['a', 'b', 'c'].map((id) => line(id, 100)),
          { orderDiscounts: [amount(100)] },
        ),
      ),
    ).toEqual([66, 67, 67]);
  });

  it('never goes below zero, nor above 100 %', () => {
    expect(payables(cart([line('a', 100, { discounts: [amount(150)] }), line('b', 100)]))).toEqual([0, 100]);
    expect(payables(cart([line('a', 100, { discounts: [percent(150)] })]))).toEqual([0]);
    expect(
      payables(cart([line('a', 100), line('b', 1)], { orderDiscounts: [amount(9999), percent(50)] })),
    ).toEqual([0, 0]);
    expect(() => cart([line('a', 100, { discounts: [amount(-1)] })])).toThrow(RangeError);
  });

  it('lowers the goods sold, not the goods brought back, and never below zero altogether', () => {
    const lines = [line('new', 1000), line('back', 300, { quantity: -1 })];
    expect(payables(cart(lines, { orderDiscounts: [percent(10)] }))).toEqual([900, -300]);
    expect(payables(cart(lines, { orderDiscounts: [percent(100)] }))).toEqual([300, -300]);
    expect(payables(cart([line('new', 100), lines[1]!], { orderDiscounts: [percent(10)] }))).toEqual([
      100, -300,
    ]);
  });

  it('gives an empty cart a total of nothing', () => {
    expect(cart([], { orderDiscounts: [percent(10)] })).toMatchObject({
      totalMinor: 0,
      taxSummary: [],
      itemCount: 0,
    });
  });

  it('counts pieces, and a weighed line as one, also when the scale shows whole kilograms', () => {
    const weighed = [0.345, 3, -2].map((quantity) => line(`${quantity} kg`, 1, { quantity, measured: true }));
    const pieces = [line('a', 1, { quantity: 3 }), line('c', 1, { quantity: -2 })];
    expect(cart([...pieces, ...weighed]).itemCount).toBe(8);
  });
});

describe('checkCartRange', () => {
  it('names the line that takes a cart out of range before any sum can lose a cent', () => {
    const huge = {
      lineId: 'b',
      unitPriceMinor: minor(10_000_000_000_000),
      quantityMilli: quantityMilli(1000),
    };
    expect(checkCartRange([huge])).toEqual({ ok: true, value: null });
    const error = { code: 'amount.outOfRange', lineId: 'b' };
    expect(checkCartRange([line('a', 1), huge])).toEqual({ ok: false, error });
    expect(checkCartRange([{ ...huge, quantityMilli: quantityMilli(-10_000_000_000) }])).toEqual({
      ok: false,
      error,
    });
  });
});
