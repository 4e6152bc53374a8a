import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { quantityMilli } from '../../shared/values/quantity.ts';
import type { PricedLine } from './cart-types.ts';
import { priceCart } from './price-cart.ts';
import { type RefundInput, refundLines } from './refund-document.ts';

const vat = {
  rateId: 'vat',
  jurisdiction: 'DE',
  name: 'USt',
  ratePpm: 190_000,
  sequence: 1,
  compound: false,
};
const sale = priceCart({
  currency: 'EUR',
  taxMode: 'included',
  taxRounding: 'line',
  lines: [
    {
      lineId: 'milk',
      unitPriceMinor: minor(100),
      quantityMilli: quantityMilli(3000),
      measured: false,
      discounts: [],
      taxes: [vat],
    },
    {
      lineId: 'ham',
      unitPriceMinor: minor(1999),
      quantityMilli: quantityMilli(345),
      measured: true,
      discounts: [],
      taxes: [vat],
    },
  ],
  orderDiscounts: [{ kind: 'amount', amountMinor: minor(100) }],
});

const refund = (returned: [string, number][], earlierRefundLines: readonly PricedLine[] = []) => {
  const input: RefundInput = {
    taxMode: 'included',
    soldLines: sale.lines,
    earlierRefundLines,
    returned: returned.map(([lineId, quantity]) => ({ lineId, quantityMilli: quantityMilli(quantity) })),
  };
  return refundLines(input);
};
const must = (result: ReturnType<typeof refund>) => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('refundLines (R18)', () => {
  it('is the exact mirror of the sale when everything comes back', () => {
    const full = must(
      refund([
        ['milk', 3000],
        ['ham', 345],
      ]),
    );
    expect(full.totalMinor).toBe(-sale.totalMinor);
    expect(full.taxSummary).toMatchObject([
      { baseMinor: -sale.taxSummary[0]!.baseMinor, taxMinor: -sale.taxSummary[0]!.taxMinor },
    ]);
    expect(full).toMatchObject({
      subtotalMinor: -sale.subtotalMinor,
      discountMinor: -sale.discountMinor,
      itemCount: sale.itemCount,
    });
  });

  it('gives back what was paid, piece by piece, to the cent', () => {
    expect(sale.lines[0]).toMatchObject({ payableMinor: 270, taxes: [{ amountMinor: 43 }] });
    const earlier: PricedLine[] = [];
    const steps = [1, 2, 3].map(() => {
      const step = must(refund([['milk', 1000]], earlier));
      earlier.push(...step.lines);
      return [step.totalMinor, step.taxMinor];
    });
    expect(steps).toEqual([
      [-90, -14],
      [-90, -15],
      [-90, -14],
    ]);
  });

  it('refuses more than was sold, counting what came back before and the same line twice', () => {
    const earlier = must(refund([['milk', 2000]])).lines;
    const error = { code: 'refund.exceedsSold', lineId: 'milk', remainingMilli: 1000 };
    expect(refund([['milk', 1001]], earlier)).toEqual({ ok: false, error });
    expect(
      refund(
        [
          ['milk', 600],
          ['milk', 600],
        ],
        earlier,
      ),
    ).toEqual({ ok: false, error });
  });

  it('refuses lines that were not sold and quantities that are not positive', () => {
    expect(refund([['wine', 1000]])).toEqual({
      ok: false,
      error: { code: 'refund.unknownLine', lineId: 'wine' },
    });
    expect(refund([['milk', 0]])).toEqual({
      ok: false,
      error: { code: 'refund.notPositive', lineId: 'milk' },
    });
    expect(
      refund([
        ['milk', 2000],
        ['milk', -1000],
      ]),
    ).toEqual({ ok: false, error: { code: 'refund.notPositive', lineId: 'milk' } });
  });
});
