import { describe, expect, it } from 'vitest';
import {
  cleanText,
  cutText,
  escapeMarkup,
  measureDoubleByte,
  measureSingleByte,
  plainForPrinter,
  widthOf,
  wrapText,
} from './receipt-text.ts';

describe('cleanText', () => {
  it('lets no control byte of a printer through', () => {
    expect(cleanText('Tea\x1b@\x1dV\x00\x10\x04\x01\u009b bags')).toBe('Tea @ V bags');
    expect(cleanText('a\nb\r\nc\u2028d')).toBe('a b c d');
  });

  it('takes away marks that turn the writing direction and mends lone surrogates', () => {
    expect(cleanText('price \u202e00.1\u202c\u2066x\u2069')).toBe('price 00.1x');
    expect(cleanText('a\ud800b')).toBe('a\ufffdb');
  });

  it('composes before anything is escaped: U+1FEF becomes a grave accent', () => {
    expect(escapeMarkup(cleanText('\u1fefinverse\u1fef'))).toBe('\\`inverse\\`');
  });

  it('keeps at most two marks on a letter', () => {
    expect(cleanText(`z${'\u0301'.repeat(50)}`).length).toBeLessThanOrEqual(3);
  });
});

describe('wrapText', () => {
  it('breaks at spaces and leaves every line within the columns', () => {
    expect(wrapText('Oat milk barista edition', 12, measureSingleByte)).toEqual([
      'Oat milk',
      'barista',
      'edition',
    ]);
  });

  it('breaks Chinese between any two characters, two columns each', () => {
    const lines = wrapText('老干妈风味豆豉油制辣椒酱', 9, measureDoubleByte, 9);
    expect(lines.join('')).toBe('老干妈风味豆豉油制辣椒酱');
    for (const line of lines) expect(widthOf(line, measureDoubleByte)).toBeLessThanOrEqual(9);
  });

  it('says with dots that something was left out', () => {
    const lines = wrapText('x'.repeat(500), 10, measureSingleByte, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe('xxxxxxx...');
    expect(cutText('abcdef', 5, measureSingleByte)).toBe('ab...');
  });
});

describe('plainForPrinter', () => {
  it('leaves out pictures and keeps figures and signs', () => {
    expect(plainForPrinter('🎉 Party 🧑‍🍳 hat № 3 © #1*')).toBe('Party hat № 3 © #1*');
  });
});
