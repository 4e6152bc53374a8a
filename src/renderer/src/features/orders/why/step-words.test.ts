import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../../shared/messages/index.ts';
import { createFormat } from '../../../app/format.ts';
import { type Step, stepWords } from './step-words.ts';

const format = createFormat('en', {
  currency: 'GBP',
  exponent: 2,
  timeZone: 'Europe/London',
  locales: { en: 'en-GB', zh: 'zh-CN' },
});
const t = createTranslator('en').t;
const words = (
  code: string,
  values: Step['values'],
  more: { unit?: string; afterDiscountsMinor?: number; taxCount?: number } = {},
) => stepWords({ code, values }, { t, format, unit: 'each', afterDiscountsMinor: 0, taxCount: 1, ...more });
const exact = (numerator: string, denominator: string) => ({
  exactNumerator: numerator,
  exactDenominator: denominator,
});

describe('why this cent', () => {
  it('tells what a weighed line costs, and how it was rounded', () => {
    const values = { unitPriceMinor: 140, quantityMilli: 742, resultMinor: 104, ...exact('2597', '25') };
    expect(words('unitTimesQuantity', values, { unit: 'kg' })).toEqual({
      label: 'Unit price × quantity',
      how: '£1.40 × 0.742 kg',
      rounding: '£1.0388, rounded to £1.04',
      result: '£1.04',
    });
  });
  it('says nothing of rounding where nothing was rounded', () => {
    const values = { ppm: 125_000, basisMinor: 104, resultMinor: -13, ...exact('-13', '1') };
    expect(words('lineDiscountPercent', values)).toEqual({
      label: 'Discount on the line',
      how: '12.5% of £1.04',
      rounding: null,
      result: '−£0.13',
    });
  });
  it('tells which line took the odd penny of a shared discount', () => {
    const shared = {
      ppm: null,
      orderAmountMinor: -10,
      orderBasisMinor: 300,
      basisMinor: 100,
      ...exact('-10', '3'),
    };
    expect(words('orderDiscountShare', { ...shared, resultMinor: -4 })).toMatchObject({
      how: '−£0.10 × £1.00 ÷ £3.00',
      rounding: '−£0.033333…, −£0.04 so that all parts add up',
    });
    expect(words('orderDiscountShare', { ...shared, resultMinor: -3 }).rounding).toBe(
      '−£0.033333…, rounded to −£0.03',
    );
  });
  it('tells the tax within a price, and the one on top of it', () => {
    const tax = {
      name: 'VAT',
      ratePpm: 200_000,
      compound: 0,
      rounding: 'line',
      baseMinor: 417,
      resultMinor: 83,
    };
    expect(
      words('tax', { ...tax, mode: 'included', ...exact('250', '3') }, { afterDiscountsMinor: 500 }),
    ).toEqual({
      label: 'VAT 20%, included',
      how: '£5.00 × 20% ÷ 120%',
      rounding: '£0.833333…, rounded to £0.83',
      result: '£0.83',
    });
    expect(
      words('tax', { ...tax, mode: 'excluded', rounding: 'document', ...exact('417', '5') }),
    ).toMatchObject({
      label: 'VAT 20%, added',
      how: '£4.17 × 20%',
      rounding: '£0.834, rounded to £0.83 Tax is rounded once for the whole receipt.',
    });
  });
  it('shows at least the result of a step it has no words for', () => {
    expect(words('loyaltyPoints', { resultMinor: 250 })).toEqual({
      label: 'Another step',
      how: null,
      rounding: null,
      result: '£2.50',
    });
  });
});
