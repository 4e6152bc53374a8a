import { describe, expect, it } from 'vitest';
import { formatMoment, formatMoney, formatQuantity, formatRate } from './format.ts';

const gbp = { code: 'GBP', exponent: 2 };

describe('formatMoney', () => {
  it('writes minor units with the point where the currency has it', () => {
    expect(formatMoney(123456, gbp, 'en-GB')).toBe('£1,234.56');
    expect(formatMoney(-5, gbp, 'en-GB')).toBe('-£0.05');
    expect(formatMoney(1234, { code: 'JPY', exponent: 0 }, 'ja-JP', 'none')).toBe('1,234');
    expect(formatMoney(1234, { code: 'KWD', exponent: 3 }, 'en-GB', 'none')).toBe('1.234');
    expect(formatMoney(2864, { code: 'CNY', exponent: 2 }, 'zh-CN')).toBe('¥28.64');
  });

  it('is exact to the last cent of the largest amount there is', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, gbp, 'en-GB', 'none')).toBe('90,071,992,547,409.91');
  });

  it('uses only the spaces, minus and figures that a printer has', () => {
    expect(formatMoney(-123456, { code: 'EUR', exponent: 2 }, 'fr-FR', 'none')).toBe('-1 234,56');
    expect(formatMoney(-123456, { code: 'SEK', exponent: 2 }, 'sv-SE', 'none')).toBe('-1 234,56');
    expect(formatMoney(123456, { code: 'EGP', exponent: 2 }, 'ar-EG', 'none')).toMatch(/^[\d.,]+$/);
  });

  it('refuses what is not a whole number of minor units', () => {
    expect(() => formatMoney(1.5, gbp, 'en-GB')).toThrow(RangeError);
    expect(() => formatMoney(Number.NaN, gbp, 'en-GB')).toThrow(RangeError);
  });
});

describe('the other figures', () => {
  it('writes quantities without needless decimals', () => {
    expect(formatQuantity(3000, 'en-GB')).toBe('3');
    expect(formatQuantity(472, 'en-GB')).toBe('0.472');
    expect(formatQuantity(-1500, 'de-DE')).toBe('-1,5');
  });

  it('writes tax rates in full', () => {
    expect(formatRate(88_750, 'en-US')).toBe('8.875%');
    expect(formatRate(200_000, 'de-DE')).toBe('20 %');
  });

  it("writes the moment on the shop's clock", () => {
    expect(formatMoment(Date.UTC(2026, 10, 21, 23, 30), 480, 'zh-CN')).toBe('2026/11/22 07:30');
    expect(formatMoment(Date.UTC(2026, 0, 5, 0, 5), 0, 'en-GB')).toContain('00:05');
  });
});
