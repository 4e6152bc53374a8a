import { test as propertyTest } from '@fast-check/vitest';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvRow, createCsvReader } from './csv-rows.ts';

function read(text: string, pieceLength = text.length || 1, delimiter = ','): CsvRow[] {
  const reader = createCsvReader({ delimiter });
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...reader.push(text.slice(at, at + pieceLength)));
  return [...rows, ...reader.end()];
}

describe('csv rows', () => {
  it('reads quotes, doubled quotes, line breaks inside cells and any line end', () => {
    const text = 'name,note\r\n"Tea ""Gold""","two\nlines"\r\nMilk,plain\nlast,"one"';
    expect(read(text).map((row) => [row.line, ...row.cells])).toEqual([
      [1, 'name', 'note'],
      [2, 'Tea "Gold"', 'two\nlines'],
      [4, 'Milk', 'plain'],
      [5, 'last', 'one'],
    ]);
  });

  it('reads old Macintosh line ends and skips empty lines', () => {
    expect(read('a,b\rc,d\r\re,f').map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('keeps an inch sign inside an unquoted cell', () => {
    expect(read('name,size\nPipe 5" steel,2\nTap,1').map((row) => row.cells)).toEqual([
      ['name', 'size'],
      ['Pipe 5" steel', '2'],
      ['Tap', '1'],
    ]);
  });

  it('drops a byte order mark', () => {
    expect(read('\ufeffname\nTea')[0]?.cells).toEqual(['name']);
  });

  it('says that half a file ends inside a quote, and where', () => {
    const rows = read('name,price\nTea,1\n"Coffee, ground');
    expect(rows.at(-1)).toMatchObject({ line: 3, fault: 'import.unterminatedQuote' });
    expect(rows.slice(0, 2).every((row) => row.fault === null)).toBe(true);
  });

  it('says that the last row was cut off when cells are missing and no line end follows', () => {
    expect(read('name,price\nTea,1\nCof').at(-1)).toMatchObject({ line: 3, fault: 'import.cutOff' });
    expect(read('name,price\nTea,1\nCof\n').at(-1)).toMatchObject({ line: 3, fault: null });
  });

  it('refuses a cell of more than 64 KB and goes on', () => {
    const rows = read(`name,note\nTea,${'x'.repeat(65_537)}\nMilk,fresh\n`);
    expect(rows.map((row) => row.fault)).toEqual([null, 'import.fieldTooLong', null]);
  });

  it('does not hold a row of 20 MB while it skips it', () => {
    const reader = createCsvReader({ delimiter: ',' });
    const rows = [...reader.push('name\n"')];
    for (let i = 0; i < 200; i++) rows.push(...reader.push('x'.repeat(100_000)));
    rows.push(...reader.push('"\nMilk\n'), ...reader.end());
    expect(rows.map((row) => [row.line, row.fault])).toEqual([
      [1, null],
      [2, 'import.fieldTooLong'],
      [3, null],
    ]);
  });

  propertyTest.prop([
    fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', '\r\n', 'é', '7') }), {
        minLength: 2,
        maxLength: 4,
      }),
      { minLength: 1 },
    ),
    fc.integer({ min: 1, max: 7 }),
  ])('reads back what a spreadsheet wrote, whatever the pieces', (table, pieceLength) => {
    const text = Papa.unparse(table, { newline: '\r\n', quotes: true });
    const rows = read(`${text}\r\n`, pieceLength);
    expect(rows.map((row) => row.cells)).toEqual(table);
  });

  propertyTest.prop([
    fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\n', '\r') }),
    fc.integer({ min: 1, max: 5 }),
  ])('reads any text the same in one piece and in many', (text, pieceLength) => {
    expect(read(text, pieceLength)).toEqual(read(text));
  });
});
