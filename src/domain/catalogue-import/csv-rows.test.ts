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

  const limited = (text: string, maxFieldLength: number, pieceLength = text.length) => {
    const reader = createCsvReader({ delimiter: ',', maxFieldLength });
    const rows: CsvRow[] = [];
    for (let at = 0; at < text.length; at += pieceLength)
      rows.push(...reader.push(text.slice(at, at + pieceLength)));
    return [...rows, ...reader.end()];
  };

  it('drops a byte order mark at the beginning only, also behind an empty piece', () => {
    const reader = createCsvReader({ delimiter: ',' });
    const rows = [...reader.push(''), ...reader.push('\ufeffname\n'), ...reader.push('Tea\n')];
    expect(rows.map(({ cells }) => cells)).toEqual([['name'], ['Tea']]);
    expect(read('na\ufeffme\n')[0]?.cells).toEqual(['na\ufeffme']);
  });

  it('takes a cell as long as may be, and a row of ten such cells', () => {
    expect(limited('12345,1\n', 5)[0]).toMatchObject({ cells: ['12345', '1'], fault: null });
    expect(limited('123456,1\n', 5)[0]).toMatchObject({ cells: [], fault: 'import.fieldTooLong' });
    const row = '1234,'.repeat(9);
    expect(limited(`${row}1234\n`, 5)[0]).toMatchObject({ line: 1, fault: null });
    expect(limited(`${row}12345\n`, 5)[0]).toMatchObject({ cells: [], fault: 'import.fieldTooLong' });
  });

  it('skips a row that is too long in pieces, says so once, and reads the next from its own beginning', () => {
    for (const pieceLength of [7, 13, 51]) {
      const rows = limited(`a,b\n${'x'.repeat(120)},1\nc,d\n`, 5, pieceLength);
      expect(rows.map(({ line, cells, fault }) => [line, cells, fault])).toEqual([
        [1, ['a', 'b'], null],
        [2, [], 'import.fieldTooLong'],
        [3, ['c', 'd'], null],
      ]);
    }
    const whole = limited('1234,1234,1234,1234,1234,1234,1234,1234,1234,1234', 5, 10);
    expect(whole).toEqual([{ line: 1, cells: Array.from({ length: 10 }, () => '1234'), fault: null }]);
  });

  it('says how a file ends that was being skipped', () => {
    expect(limited(`a\n${'x'.repeat(60)}`, 5).at(-1)).toEqual({
      line: 2,
      cells: [],
      fault: 'import.fieldTooLong',
    });
    expect(limited(`a\n"${'x'.repeat(60)}`, 5).at(-1)).toEqual({
      line: 2,
      cells: [],
      fault: 'import.unterminatedQuote',
    });
  });

  it('shows the first 80 characters of a row inside an open quote', () => {
    expect(read(`a\n"${'x'.repeat(100)}`).at(-1)).toEqual({
      line: 2,
      cells: [`"${'x'.repeat(79)}`],
      fault: 'import.unterminatedQuote',
    });
  });

  it('ends once: blanks and a lone line end at the end are no row', () => {
    expect(read('a,b\n   ')).toHaveLength(1);
    expect(read('a,b\nc\r').at(-1)).toMatchObject({ cells: ['c'], fault: null });
    expect(read('a,b\nc').at(-1)).toMatchObject({ cells: ['c'], fault: 'import.cutOff' });
    expect(read('a,b\nc,d').at(-1)).toMatchObject({ cells: ['c', 'd'], fault: null });
    const reader = createCsvReader({ delimiter: ',' });
    reader.push('a,b');
    expect([reader.end().length, reader.end().length]).toEqual([1, 0]);
  });

  it('keeps rows of empty cells, skips rows of blanks, and counts their lines', () => {
    expect(read('a,b\n \n,\n\nc,d\n').map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [3, '', ''],
      [5, 'c', 'd'],
    ]);
  });

  it('reads rows one by one where a quote ends in the middle of a cell', () => {
    const text = 'a,b\n"x"y,1\nc,"d"\ne,f\n';
    expect(read(text)).toEqual(read(text, 3));
    expect(read('a;b,c\n1;2,3\n', 100, ';').map(({ cells }) => cells)).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ]);
  });

  it('lets blanks stand between a closing quote and what ends the cell', () => {
    const rows = read('"a" ,"b"\t\n"c"  \r\n"d""e",f\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(rows.at(-1)?.cells).toEqual(['d"e', 'f']);
    expect(rows.every(({ fault }) => fault === null)).toBe(true);
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
