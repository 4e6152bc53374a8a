import { parseBarcode, parseInStoreCode } from '../../../../../shared/values/barcode.ts';
import type { Product } from '../product-filters.ts';

/** One code as typed or scanned. */
export interface BarcodeRow {
  /** Keeps the row's field in place while others come and go. */
  key: string;
  text: string;
  /** In-store: the shop's own code, no check digit expected. Auto: a GTIN when it looks like one. */
  kind: 'auto' | 'inStore';
}

export type BarcodeReading =
  | { kind: 'empty' }
  | { kind: 'gtin' | 'inStore'; code: string }
  | { kind: 'fault'; code: string; expectedCheckDigit?: number };

let lastKey = 0;

export function newBarcodeRow(text = ''): BarcodeRow {
  lastKey += 1;
  return { key: `row-${lastKey}`, text, kind: 'auto' };
}

/** A stored code as it is printed: GTINs lose the zeros that fill them up to 14 digits. */
export function toBarcodeRow({ code, kind }: Product['barcodes'][number]): BarcodeRow {
  const looksLikeGtin =
    kind === 'inStore' && readBarcode({ key: '', text: code, kind: 'auto' }).kind !== 'inStore';
  return { ...newBarcodeRow(printedCode(code, kind)), kind: looksLikeGtin ? 'inStore' : 'auto' };
}

/** '00036000291452' (UPC-A) → '036000291452', '05012345678900' → '5012345678900', '00000096385074' → '96385074'. */
export function printedCode(code: string, kind: 'gtin' | 'inStore'): string {
  if (kind === 'inStore') return code;
  if (code.startsWith('000000')) return code.slice(6);
  if (code.startsWith('00')) return code.slice(2);
  return code.startsWith('0') ? code.slice(1) : code;
}

/** What a row will be stored as, or what is wrong with it. */
export function readBarcode({ text, kind }: BarcodeRow): BarcodeReading {
  if (text.trim() === '') return { kind: 'empty' };
  const read = kind === 'auto' ? parseBarcode(text) : parseInStoreCode(text);
  if (read.ok) {
    return read.value.kind === 'gtin'
      ? { kind: 'gtin', code: read.value.gtin14 }
      : { kind: 'inStore', code: read.value.code };
  }
  const { error } = read;
  if (error.code !== 'barcode.badCheckDigit') return { kind: 'fault', code: error.code };
  return { kind: 'fault', code: error.code, expectedCheckDigit: error.expectedCheckDigit };
}

export function toBarcodeInput(row: BarcodeRow): { code: string; kind: 'gtin' | 'inStore' }[] {
  const reading = readBarcode(row);
  return reading.kind === 'gtin' || reading.kind === 'inStore' ? [reading] : [];
}

/** Adds a scanned code, into the first empty row if there is one; a code already in the list is not added twice. */
export function withScanned(rows: readonly BarcodeRow[], text: string): readonly BarcodeRow[] {
  const scanned = storedAs(newBarcodeRow(text));
  if (rows.some((row) => storedAs(row) === scanned)) return rows;
  const empty = rows.findIndex((row) => row.text.trim() === '');
  if (empty === -1) return [...rows, newBarcodeRow(text)];
  return rows.map((row, index) => (index === empty ? { ...row, text } : row));
}

function storedAs(row: BarcodeRow): string {
  const reading = readBarcode(row);
  return 'code' in reading && reading.kind !== 'fault' ? `${reading.kind} ${reading.code}` : row.text.trim();
}
