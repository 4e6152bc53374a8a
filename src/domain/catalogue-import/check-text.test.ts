import { describe, expect, it } from 'vitest';
import { checkLines, checkText, tidyLine, tidyLines } from './check-text.ts';

const ok = (value: string) => ({ ok: true, value });
const refused = (error: string) => ({ ok: false, error });

describe('a text of one line', () => {
  it.each([
    ['  Oat   drink ', 'Oat drink'],
    ['two\r\n lines\tand\u2028more', 'two lines and more'],
    ['Käse\u00a0\u3000weich', 'Käse weich'],
    ['e\u0301clair', 'éclair'],
    ['\ufeffTea', 'Tea'],
    ['a\ufeff b', 'a b'],
  ])('%j is read as %j', (text, line) => {
    expect(checkText(text, 100)).toEqual(ok(line));
    expect(tidyLine(text)).toBe(line);
  });

  it('is as long as it may be and no longer, once it is tidy', () => {
    expect(checkText('abcde', 5)).toEqual(ok('abcde'));
    expect(checkText('abcdef', 5)).toEqual(refused('import.textTooLong'));
    expect(checkText('äbcde', 5)).toEqual(ok('äbcde'));
    expect(checkText('äbcdef', 5)).toEqual(refused('import.textTooLong'));
    expect(checkText('a    b', 5)).toEqual(ok('a b'));
  });

  it('is not tidied at all when it is far too long', () => {
    expect(checkText(`a${' '.repeat(1018)}b`, 5)).toEqual(ok('a b'));
    expect(checkText(`a${' '.repeat(1019)}b`, 5)).toEqual(refused('import.textTooLong'));
  });

  it.each(['a\u0000', 'a\u001b@', 'a\u202eb', 'a\u2066b', 'a\ufffd', 'a\ud800', '\u007f', 'a\u2029b'])(
    'steers nothing: %j',
    (text) => expect(checkText(text, 100)).toEqual(refused('import.badCharacters')),
  );
});

describe('a text of several lines', () => {
  it.each([
    ['one\r\ntwo\rthree\nfour\u2028five', 'one\ntwo\nthree\nfour\nfive'],
    ['a\tb  c\u00a0d', 'a b c d'],
    ['\n a \n', 'a'],
    ['\ufeffe\u0301', 'é'],
  ])('%j is read as %j', (text, lines) => {
    expect(checkLines(text, 100)).toEqual(ok(lines));
    expect(tidyLines(text)).toBe(lines);
  });

  it('has a length too', () => {
    expect(checkLines('ab\ncd', 5)).toEqual(ok('ab\ncd'));
    expect(checkLines('ab\ncde', 5)).toEqual(refused('import.textTooLong'));
    expect(checkLines(`a${' '.repeat(1018)}b`, 5)).toEqual(ok('a b'));
    expect(checkLines(`a${' '.repeat(1019)}b`, 5)).toEqual(refused('import.textTooLong'));
  });

  it.each(['a\u0000b', 'a\u001b@', 'a\u202eb', 'a\u2069', 'a\ufffd', 'a\ud800', 'a\u2029b'])(
    'steers nothing: %j',
    (text) => expect(checkLines(text, 100)).toEqual(refused('import.badCharacters')),
  );
});
