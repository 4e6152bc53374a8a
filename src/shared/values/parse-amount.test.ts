import { describe, expect, it } from 'vitest';
import { parseAmount, parseQuantity } from './parse-amount.ts';

const read = (text: string, locale: string, decimals = 2) => {
  const result = parseAmount(text, { locale, decimals });
  return result.ok ? result.value : result.error.code;
};

describe('parseAmount', () => {
  it.each([
    ['en', '1,234.50'],
    ['en-IN', '1,234.50'],
    ['hi', '१,२३४.५०'],
    ['de', '1.234,50'],
    ['de-AT', '1 234,50'],
    ['de-CH', '1’234.50'],
    ['de-CH', "1'234.50"],
    ['fr', '1\u202f234,50'],
    ['fr', '1 234,50'],
    ['it', '1.234,50'],
    ['es', '1234,50'],
    ['es', '1.234,50'],
    ['sv', '1\u00a0234,50'],
    ['pl', '1 234,50'],
    ['ar', '١٬٢٣٤٫٥٠'],
    ['ar-EG', '١٬٢٣٤٫٥٠'],
    ['ar-EG', '1,234.50'],
    ['fa', '۱٬۲۳۴٫۵۰'],
    ['zh', '1,234.50'],
    ['zh', '１，２３４．５０'],
    ['ja', '1234.50'],
    ['pt-BR', '1.234,50'],
    ['tr', '1.234,50'],
  ])('in %s reads %s as 1234.50', (locale, text) => {
    expect(read(text, locale)).toBe(123_450);
  });

  it('takes a grouping sign at its word', () => {
    expect(read('1.234', 'de')).toBe(123_400);
    expect(read('1,234', 'en')).toBe(123_400);
    expect(read('12,34,567', 'en-IN')).toBe(123_456_700);
    expect(read('1.234', 'en', 3)).toBe(1234);
  });

  it.each([
    ['1,5', 'en'],
    ['1.5', 'de'],
    ['12,34,567', 'en'],
    ['1,23', 'en'],
    ['0,500', 'en'],
    ['1.234', 'fr'],
    ['1,234', 'de-CH'],
    ['1.2.3', 'en'],
    ['1,234.567,89', 'en'],
    ['1 23', 'fr'],
    ['1,,234', 'en'],
    [',234', 'en'],
    ['1,234 567', 'en'],
    ['1234,567', 'en'],
  ])('calls %s ambiguous in %s', (text, locale) => {
    expect(read(text, locale)).toBe('amount.ambiguous');
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    'abc',
    '1e5',
    '0x10',
    'NaN',
    'Infinity',
    '5²',
    '½',
    '①',
    '1-2',
    '€5',
    '5 €',
    '--5',
    '1'.repeat(65),
  ])('does not read %j as a number', (text) => {
    expect(read(text, 'en')).toBe('amount.notANumber');
  });

  it('never rounds and never drops a decimal', () => {
    expect(read('1.234', 'en')).toBe('amount.tooManyDecimals');
    expect(read('1.00', 'ja', 0)).toBe('amount.tooManyDecimals');
    expect(read('1,50', 'de', 3)).toBe(1500);
    expect(read('.5', 'en')).toBe(50);
    expect(read('5.', 'en')).toBe(500);
  });

  it('reads the point of a number pad where it cannot be a grouping sign', () => {
    expect(read('12.50', 'fr')).toBe(1250);
    expect(read('12,50', 'de-CH')).toBe(1250);
  });

  it('keeps to the range it is given', () => {
    expect(read('-1', 'en')).toBe('amount.outOfRange');
    expect(parseAmount('−1,5', { locale: 'sv', decimals: 2, minimum: -1000 })).toEqual({
      ok: true,
      value: -150,
    });
    expect(read('100000000000.01', 'en')).toBe('amount.outOfRange');
    expect(read('9'.repeat(60), 'en')).toBe('amount.outOfRange');
    expect(Object.is(read('-0', 'en'), 0)).toBe(true);
  });

  it('reads back what every locale writes', () => {
    const locales =
      'en de de-CH fr it es sv pl hi en-IN ar ar-EG fa zh ja pt-BR pt-PT da nb fi cs tr he bn th my';
    for (const locale of locales.split(' ')) {
      for (const value of [0.05, 1.5, 999.99, 1234.5, 12_345.67, 1_234_567.89, 123_456_789.01]) {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
        expect([locale, text, read(text, locale)]).toEqual([locale, text, Math.round(value * 100)]);
      }
    }
  });
});

describe('parseQuantity', () => {
  it('reads pieces and weights', () => {
    expect(parseQuantity('2', 'en')).toEqual({ ok: true, value: 2000 });
    expect(parseQuantity('0,345', 'de')).toEqual({ ok: true, value: 345 });
  });

  it.each(['0', '0.000', '-1', '10000001'])('refuses %s', (text) => {
    const result = parseQuantity(text, 'en');
    expect(result.ok ? result.value : result.error.code).toBe('amount.outOfRange');
  });

  it('refuses a fourth decimal', () => {
    expect(parseQuantity('0.3456', 'en')).toEqual({
      ok: false,
      error: { code: 'amount.tooManyDecimals', allowedDecimals: 3 },
    });
  });
});
