import { closeSync, openSync, readSync } from 'node:fs';
import { createCsvReader } from '../../domain/catalogue-import/csv-rows.ts';
import { guessMapping } from '../../domain/catalogue-import/guess-mapping.ts';
import {
  createEncodingSniffer,
  createTextReader,
  type TextEncoding,
} from '../../domain/catalogue-import/sniff-encoding.ts';
import {
  type Delimiter,
  sniffDecimalStyle,
  sniffDelimiter,
} from '../../domain/catalogue-import/sniff-layout.ts';
import {
  columnsFromMapping,
  type DecimalStyle,
  type ImportField,
} from '../../domain/catalogue-import/types.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { WorkbookFault } from './workbook-archive.ts';
import { type WorkbookSheet, writeSheetAsCsv } from './workbook-csv.ts';

const PIECE_BYTES = 1_048_576;
const SAMPLE_BYTES = 2 * PIECE_BYTES;
const MOST_COLUMNS = 200;
const SHOWN_ROWS = 10;
const SHOWN_LENGTH = 200;

/** What a file says of itself. */
export interface Inspection {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly decimalStyle: DecimalStyle;
  readonly hasHeader: boolean;
  /** '' for each column where the first row is a product already. */
  readonly headers: readonly string[];
  readonly sampleRows: readonly (readonly string[])[];
  readonly guess: readonly (ImportField | null)[];
  /** Null: the file is text. Imports begun before workbooks could be read have none. */
  readonly workbook?: WorkbookSheet | null;
}

/** What a person says of the file, over what it says of itself. */
export interface InspectionWish {
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: number | undefined;
}

export type InspectionFault = 'import.binaryFile' | 'import.empty' | WorkbookFault;

export interface InspectionOrder {
  readonly csvFile: string;
  /** The workbook that is first to be written as CSV; null where the file came as text. */
  readonly workbookFile: string | null;
  readonly wish: InspectionWish;
}

/** Reads the whole file once for its encoding, and its first two megabytes for its layout. */
export async function inspectCatalogue(order: InspectionOrder): Promise<Result<Inspection, InspectionFault>> {
  const { csvFile, workbookFile, wish } = order;
  if (workbookFile === null) return inspectFile(csvFile, wish);
  const sheet = wish.sheet ?? null;
  const written = await writeSheetAsCsv({ workbookFile, csvFile, sheet, decimalStyle: null });
  if (!written.ok) return written;
  const { decimalStyle, ...workbook } = written.value;
  const inspection = inspectFile(csvFile, { encoding: 'utf-8', delimiter: ',' });
  return inspection.ok ? ok({ ...inspection.value, decimalStyle, workbook }) : inspection;
}

function inspectFile(csvFile: string, wish: InspectionWish): Result<Inspection, InspectionFault> {
  const sniffer = createEncodingSniffer();
  const sample: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of piecesOf(csvFile)) {
    sniffer.push(piece);
    if (bytes < SAMPLE_BYTES) sample.push(Uint8Array.from(piece));
    bytes += piece.length;
  }
  const encoding = sniffer.finish();
  if (!encoding.ok) return err(encoding.error.code);
  return inspectText(wish.encoding ?? encoding.value, sample, bytes <= SAMPLE_BYTES, wish.delimiter);
}

/** A file in pieces; each is overwritten by the next. */
export function* piecesOf(file: string): Iterable<Uint8Array> {
  const buffer = new Uint8Array(PIECE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, buffer, 0, PIECE_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function inspectText(
  encoding: TextEncoding,
  sample: readonly Uint8Array[],
  whole: boolean,
  wishedDelimiter: Delimiter | undefined,
): Result<Inspection, InspectionFault> {
  const reader = createTextReader(encoding);
  const text = sample.map((piece) => reader.push(piece)).join('') + (whole ? reader.end() : '');
  const delimiter = wishedDelimiter ?? sniffDelimiter(text);
  const csv = createCsvReader({ delimiter });
  const rows = [...csv.push(text), ...(whole ? csv.end() : [])];
  if (rows.length === 0) return err(whole ? 'import.empty' : 'import.binaryFile');
  const sound = rows
    .filter((row) => row.fault === null)
    .slice(0, 201)
    .map((row) => row.cells.slice(0, MOST_COLUMNS));
  const { mapping, hasHeader } = guessMapping(sound);
  if (hasHeader && rows.length === 1) return err('import.empty');
  const data = sound.slice(hasHeader ? 1 : 0);
  const first = sound[0] ?? [];
  const amounts = [mapping.price, mapping.cost].flatMap((column) =>
    column === undefined ? [] : data.map((cells) => cells[column] ?? ''),
  );
  return ok({
    encoding,
    delimiter,
    decimalStyle: sniffDecimalStyle(amounts, delimiter),
    hasHeader,
    headers: hasHeader ? first.map(shown) : first.map(() => ''),
    sampleRows: data.slice(0, SHOWN_ROWS).map((cells) => cells.map(shown)),
    guess: columnsFromMapping(mapping, first.length),
    workbook: null,
  });
}

function shown(cell: string): string {
  return cell.trim().slice(0, SHOWN_LENGTH).toWellFormed();
}
