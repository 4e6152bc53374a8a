import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { quantityMilli } from '../../shared/values/quantity.ts';
import { explainLine } from './explain.ts';
import { priceCart } from './price-cart.ts';

const policy = { taxMode: 'included', taxRounding: 'line' } as const;
const vat = {
  rateId: 'vat',
  jurisdiction: 'IT',
  name: 'IVA',
  ratePpm: 220_000,
  sequence: 1,
  compound: false,
};

describe('explainLine', () => {
  it('shows how each figure of a receipt line came about', () => {
    const ham = {
      lineId: 'ham',
      unitPriceMinor: minor(1999),
      quantityMilli: quantityMilli(345),
      measured: true,
      discounts: [
        { kind: 'percent', ppm: 100_000 } as const,
        { kind: 'amount', amountMinor: minor(21) } as const,
      ],
      taxes: [vat],
    };
    const bread = {
      ...ham,
      lineId: 'bread',
      unitPriceMinor: minor(400),
      quantityMilli: quantityMilli(1000),
      measured: false,
      discounts: [],
    };
    const orderDiscounts = [{ kind: 'amount', amountMinor: minor(100) } as const];
    const priced = priceCart({ currency: 'EUR', ...policy, lines: [ham, bread], orderDiscounts });
    expect(explainLine(priced.lines[0]!, policy)).toEqual([
      {
        code: 'unitTimesQuantity',
        unitPriceMinor: 1999,
        quantityMilli: 345,
        exact: { numerator: '137931', denominator: '200' },
        resultMinor: 690,
      },
      {
        code: 'lineDiscountPercent',
        ppm: 100_000,
        basisMinor: 690,
        exact: { numerator: '-69', denominator: '1' },
        resultMinor: -69,
      },
      { code: 'lineDiscountAmount', basisMinor: 621, resultMinor: -21 },
      {
        code: 'orderDiscountShare',
        ppm: null,
        orderAmountMinor: -100,
        orderBasisMinor: 1000,
        basisMinor: 600,
        exact: { numerator: '-60', denominator: '1' },
        resultMinor: -60,
      },
      { code: 'afterDiscounts', resultMinor: 540 },
      {
        code: 'tax',
        rateId: 'vat',
        name: 'IVA',
        ratePpm: 220_000,
        compound: false,
        mode: 'included',
        rounding: 'line',
        baseMinor: 443,
        exact: { numerator: '5940', denominator: '61' },
        resultMinor: 97,
      },
      { code: 'net', resultMinor: 443 },
      { code: 'payable', resultMinor: 540 },
    ]);
  });

  it('gives each of several taxes its own exact value', () => {
    const duty = { ...vat, rateId: 'duty', ratePpm: 100_000, sequence: 2, compound: true };
    const line = {
      lineId: 'rum',
      unitPriceMinor: minor(1001),
      quantityMilli: quantityMilli(1000),
      measured: false,
      discounts: [],
      taxes: [vat, duty],
    };
    const excluded = { taxMode: 'excluded', taxRounding: 'document' } as const;
    const priced = priceCart({ currency: 'EUR', ...excluded, lines: [line], orderDiscounts: [] });
    expect(explainLine(priced.lines[0]!, excluded).filter((step) => step.code === 'tax')).toMatchObject([
      { baseMinor: 1001, exact: { numerator: '11011', denominator: '50' }, resultMinor: 220 },
      { baseMinor: 1221, exact: { numerator: '61061', denominator: '500' }, resultMinor: 122 },
    ]);
  });
});
