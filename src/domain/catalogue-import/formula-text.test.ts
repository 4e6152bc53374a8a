import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readCellText, toCellText } from './formula-text.ts';

describe('a text in a list that a spreadsheet opens', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['-5', '-5'],
    ['-5,25', '-5,25'],
    ["'n Roses", "'n Roses"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written %j', (text, cell) => {
    expect(toCellText(text)).toBe(cell);
    expect(readCellText(cell)).toBe(text);
  });

  test.prop([fc.stringMatching(/^['=+\-@\t\r1a]{0,6}$/)])(
    'is read back as it was, and begins no formula',
    (text) => {
      const cell = toCellText(text);
      expect(readCellText(cell)).toBe(text);
      expect(cell).not.toMatch(/^[=+@\t\r]/);
    },
  );
});
