import { describe, expect, it } from 'vitest';
import { sniffDecimalStyle, sniffDelimiter } from './sniff-layout.ts';

describe('the layout of a product list', () => {
  it.each([
    ['name,price\nTea,1.00\n', ','],
    ['name;preis\nTee, schwarz;1,00\nMilch;0,99\n', ';'],
    ['name\tprice\nTea, black\t1.00\n', '\t'],
    ['name|price\nTea|1.00\n', '|'],
    ['"a;b","c;d"\n"1;2","3;4"\n', ','],
    ['name (a;b;c;d),price\nTea,1.00\nMilk,0.99\n', ','],
    ['just one column\nTea\n', ','],
  ])('%j is cut at %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it('reads the decimal sign from the amounts', () => {
    expect(sniffDecimalStyle(['1.99', '12', '1,234.50'], ';')).toBe('point');
    expect(sniffDecimalStyle(['1,99', '12', '1.234,50 €'], ',')).toBe('comma');
    expect(sniffDecimalStyle(['1,234', '12'], ',')).toBe('point');
    expect(sniffDecimalStyle([], ';')).toBe('comma');
  });
});
