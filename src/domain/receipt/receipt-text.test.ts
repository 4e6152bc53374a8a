import { describe, expect, it } from 'vitest';
import {
  cleanText,
  cutText,
  escapeMarkup,
  escapeProperty,
  measureDoubleByte,
  measureScreen,
  measureSingleByte,
  plainForPrinter,
  widthOf,
  withoutPictures,
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
    expect(cleanText(`z${'\u0301'.repeat(50)}`)).toBe('\u017a\u0301\u0301');
    expect(cleanText('q\u0301\u0302')).toBe('q\u0301\u0302');
  });

  it('makes blanks one, and looks at no more than a receipt could hold', () => {
    expect(cleanText(' \t a \u00a0\u3000 b\u0000')).toBe('a b');
    expect(cleanText(`${' '.repeat(1999)}ab`)).toBe('a');
  });
});

describe('escaping', () => {
  it('makes every sign that receiptline reads mean itself', () => {
    expect(escapeMarkup('a\\b|c{d}e~f_g"h`i^j')).toBe('a\\\\b\\|c\\{d\\}e\\~f\\_g\\"h\\`i\\^j');
    expect([escapeMarkup('-a-'), escapeMarkup('=a='), escapeMarkup('a-=')]).toEqual([
      '\\-a-',
      '\\=a=',
      'a-=',
    ]);
    expect(escapeProperty('a\\b|c{d}e;f~_"`^-=')).toBe('a\\\\b\\|c\\{d\\}e\\;f~_"`^-=');
  });
});

describe('the width of a character', () => {
  const widths = (text: string, measure: (character: string) => number) => [...text].map(measure);

  it('is one column in a set of single bytes, two beyond ASCII in one of double bytes', () => {
    expect(widths('aé茶', measureSingleByte)).toEqual([1, 1, 1]);
    expect(widths('a\u007f\u0080é茶', measureDoubleByte)).toEqual([1, 1, 2, 2, 2]);
  });

  it('is told by the eye on the screen: marks take none, Chinese and pictures two', () => {
    expect(widths('a\u0301\u200d\ufe0fé茶ｱ🎉한', measureScreen)).toEqual([1, 0, 0, 0, 1, 2, 1, 2, 2]);
    expect(widthOf('a茶🎉', measureScreen)).toBe(5);
    expect(widthOf('', measureScreen)).toBe(0);
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
    expect(cutText('abcde', 5, measureSingleByte)).toBe('abcde');
    expect(cutText('ab   cdefgh', 8, measureSingleByte)).toBe('ab...');
    expect(wrapText('one two three four', 9, measureSingleByte, 2)).toEqual(['one two', 'three...']);
    expect(wrapText('', 9, measureSingleByte)).toEqual([]);
  });

  it('breaks a word only where a line would else be nearly empty', () => {
    expect(wrapText('abc defghijklm', 9, measureSingleByte)).toEqual(['abc defgh', 'ijklm']);
    expect(wrapText('abcd efghijklm', 9, measureSingleByte)).toEqual(['abcd', 'efghijklm']);
    expect(wrapText('abcdefghi jk', 9, measureSingleByte)).toEqual(['abcdefghi', 'jk']);
    expect(wrapText('茶abcd efg茶', 8, measureDoubleByte)).toEqual(['茶abcd', 'efg茶']);
    expect(wrapText('ab茶cd', 4, measureDoubleByte)).toEqual(['ab茶', 'cd']);
  });

  it('ends, however narrow the paper', () => {
    expect(wrapText('茶茶', 1, measureDoubleByte)).toEqual(['茶', '茶']);
  });
});

describe('plainForPrinter', () => {
  it('leaves out pictures and keeps figures and signs', () => {
    expect(plainForPrinter('🎉 Party 🧑‍🍳 hat № 3 © #1*')).toBe('Party hat № 3 © #1*');
    expect(withoutPictures(' a 👍🏽 ™ ® ❤\ufe0f b\ufe0e')).toBe('a ™ ® b');
  });

  it('writes plain signs for typographic ones', () => {
    expect(plainForPrinter('‘a’ “b” c–d—e−f… 2×3')).toBe(`'a' "b" c-d-e-f... 2x3`);
  });
});
