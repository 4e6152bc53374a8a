import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseDecimal, separatorsOf } from '../../src/renderer/src/app/decimal-input.ts';
import { createFormat } from '../../src/renderer/src/app/format.ts';
import { decimalText, formatMoneyMinor } from '../../src/renderer/src/ui/money-format.ts';

const pound = { currency: 'GBP', exponent: 2, locale: 'en-GB' };
const shop = {
  currency: 'GBP',
  exponent: 2,
  timeZone: 'Europe/London',
  locales: { en: 'en-GB', zh: 'zh-CN' },
};

describe('money on the screen', () => {
  it('shows pounds, yen and dinars with their own decimals', () => {
    expect(formatMoneyMinor(270100, pound)).toBe('£2,701.00');
    expect(formatMoneyMinor(550, { currency: 'JPY', exponent: 0, locale: 'en-GB' })).toBe('¥550');
    expect(formatMoneyMinor(5, { currency: 'KWD', exponent: 3, locale: 'en-GB' })).toMatch(/0\.005$/);
  });
  it('shows money given back with a real minus sign', () => {
    expect(formatMoneyMinor(-74, pound)).toBe('−£0.74');
  });
  it('keeps the last penny of the largest amount a float would round', () => {
    expect(formatMoneyMinor(9007199254740991, pound)).toBe('£90,071,992,547,409.91');
  });
  it('shows a shop in China its own way', () => {
    expect(createFormat('zh', { ...shop, currency: 'CNY' }).money(1280)).toBe('¥12.80');
  });
  it('shows weights and rates without trailing zeros', () => {
    const format = createFormat('en', shop);
    expect(format.quantity(420)).toBe('0.42');
    expect(format.rate(88750)).toBe('8.875%');
    expect(format.businessDay('2026-11-20')).toBe('Friday 20 November');
    expect(format.duration(120_000)).toBe('2 mins');
  });
});

describe('money typed at the till', () => {
  const english = separatorsOf('en-GB');
  it('reads pounds, groups and spaces', () => {
    expect(parseDecimal('12.5', 2, english)).toBe(1250);
    expect(parseDecimal(' 1,234.05 ', 2, english)).toBe(123405);
    expect(parseDecimal('12,50', 2, separatorsOf('de-DE'))).toBe(1250);
    expect(parseDecimal('１２', 2, english)).toBe(1200);
  });
  it('refuses what it would have to guess', () => {
    for (const text of ['12,50', '1.234', 'abc', '1.2.3', '', '99999999999999999'])
      expect(parseDecimal(text, 2, english)).toBeUndefined();
  });
  property.prop([fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(0, 2, 3)])(
    'reads back every amount it writes',
    (minor, exponent) => {
      expect(parseDecimal(decimalText(minor, exponent), exponent, english)).toBe(minor === 0 ? 0 : minor);
    },
  );
});
