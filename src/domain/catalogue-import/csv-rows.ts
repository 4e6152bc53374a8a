import Papa from 'papaparse';

export interface CsvRow {
  /** Line of the file the row begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: 'import.unterminatedQuote' | 'import.fieldTooLong' | 'import.cutOff' | null;
}

export interface CsvReader {
  /** Takes the next piece of the file and answers the rows that are whole by now. Empty lines are no rows. */
  push(piece: string): CsvRow[];
  /** The last row, which needs no line end. */
  end(): CsvRow[];
}

export interface CsvReaderOptions {
  readonly delimiter: string;
  /** Longest cell, in UTF-16 units. A row of ten times this is skipped without being held. */
  readonly maxFieldLength?: number;
}

/** Reads CSV (RFC 4180, any line ends) of any size in pieces of any size. Holds at most one piece and one row.
 *  A quote that is never closed swallows what follows it, as it must; the row it stands in says so. */
export function createCsvReader(options: CsvReaderOptions): CsvReader {
  const maxFieldLength = options.maxFieldLength ?? 65_536;
  const maxRowLength = maxFieldLength * 10;
  const splitter = createRowSplitter(options.delimiter);
  let rest = '';
  let skipping = false;
  let columns = 0;
  let first = true;

  function push(piece: string): CsvRow[] {
    if (first && piece !== '') {
      piece = piece.replace(/^\ufeff/, '');
      first = false;
    }
    const rows: CsvRow[] = [];
    const batch: RowText[] = [];
    let start = 0;
    for (const end of splitter.push(piece)) {
      const text = skipping ? '' : rest + piece.slice(start, end.at);
      batch.push({ line: end.line, text, tooLong: skipping || text.length > maxRowLength });
      rest = '';
      skipping = false;
      start = end.at;
    }
    if (!skipping) rest += piece.slice(start);
    if (rest.length > maxRowLength) {
      rest = '';
      skipping = true;
    }
    parseBatch(batch, rows);
    return rows;
  }

  function end(): CsvRow[] {
    const { line, insideQuote } = splitter.open();
    const rows: CsvRow[] = [];
    if (skipping) rows.push(faulty(line, insideQuote ? 'import.unterminatedQuote' : 'import.fieldTooLong'));
    else if (insideQuote) rows.push(faulty(line, 'import.unterminatedQuote', rest));
    else if (rest.trim() !== '')
      parseBatch([{ line, text: rest, tooLong: false, last: !rest.endsWith('\r') }], rows);
    rest = '';
    return rows;
  }

  function parseBatch(batch: readonly RowText[], rows: CsvRow[]): void {
    for (const [row, cells] of cellsOf(batch, options.delimiter)) {
      if (row.tooLong) rows.push(faulty(row.line, 'import.fieldTooLong'));
      else if (cells.length > 1 || cells[0]?.trim()) rows.push(checked(row, cells));
    }
  }

  function checked(row: RowText, cells: readonly string[]): CsvRow {
    columns ||= cells.length;
    if (cells.some((cell) => cell.length > maxFieldLength)) return faulty(row.line, 'import.fieldTooLong');
    const cutOff = row.last === true && cells.length < columns;
    return { line: row.line, cells, fault: cutOff ? 'import.cutOff' : null };
  }

  return { push, end };
}

interface RowText {
  readonly line: number;
  readonly text: string;
  readonly tooLong: boolean;
  readonly last?: boolean;
}

function faulty(line: number, fault: NonNullable<CsvRow['fault']>, text = ''): CsvRow {
  return { line, cells: text === '' ? [] : [text.slice(0, 80)], fault };
}

/** One parse for the whole batch; row by row where the parser would count rows otherwise (odd quoting). */
function* cellsOf(batch: readonly RowText[], delimiter: string): Iterable<[RowText, readonly string[]]> {
  const texts = batch.map((row) => (row.tooLong ? '\n' : `${row.text.replace(/[\r\n]+$/, '')}\n`));
  const parsed = parse(texts.join(''), delimiter);
  const aligned = parsed.length === batch.length + 1;
  for (const [index, row] of batch.entries()) {
    yield [row, (aligned ? parsed[index] : parse(texts[index] ?? '', delimiter)[0]) ?? []];
  }
}

function parse(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false }).data;
}

type Place = 'cellStart' | 'cell' | 'quoted' | 'afterQuote';

/** Finds where rows end, by the parser's own reading of quotes: one opens a cell only at its start, is doubled
 *  inside, and closes only before a delimiter or a line end (blanks between allowed). */
function createRowSplitter(delimiter: string) {
  const delimiterCode = delimiter.charCodeAt(0);
  let place: Place = 'cellStart';
  let afterBlanks = false;
  let pendingReturn = false;
  let line = 1;
  let rowLine = 1;

  function* push(piece: string): Iterable<{ at: number; line: number }> {
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      const isLineFeed = code === lineFeed;
      if (pendingReturn) {
        pendingReturn = false;
        // A lone carriage return ended the row before this character.
        if (!isLineFeed && place !== 'quoted') yield rowEnd(i);
      }
      if (place === 'quoted') {
        if (code === quote) [place, afterBlanks] = ['afterQuote', false];
        else if (isLineFeed) line++;
        continue;
      }
      if (isLineFeed) {
        yield rowEnd(i + 1);
        continue;
      }
      if (code === carriageReturn) {
        pendingReturn = true;
        continue;
      }
      if (code === delimiterCode) place = 'cellStart';
      else if (place === 'afterQuote') stepAfterQuote(code);
      else if (place === 'cellStart') place = code === quote ? 'quoted' : 'cell';
    }
  }

  function stepAfterQuote(code: number): void {
    if (code === quote) {
      place = afterBlanks ? 'afterQuote' : 'quoted';
      afterBlanks = false;
    } else if (code === space || code === tab) afterBlanks = true;
    else place = 'quoted';
  }

  function rowEnd(at: number): { at: number; line: number } {
    const end = { at, line: rowLine };
    line++;
    rowLine = line;
    place = 'cellStart';
    return end;
  }

  return { push, open: () => ({ line: rowLine, insideQuote: place === 'quoted' }) };
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
