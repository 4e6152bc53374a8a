import { CallError } from '../../../client/call-error.ts';
import { type BarcodeRow, readBarcode } from './barcode-rows.ts';
import type { DraftField, ProductDraft } from './product-draft.ts';

/** What is wrong, as a text key with its values: `products:fault.<reason>` or an error code's own text. */
export interface Fault {
  key: string;
  values?: Readonly<Record<string, unknown>>;
}

export interface DraftFaults {
  fields: Partial<Record<DraftField, Fault>>;
  /** By the row's key. */
  barcodes: Readonly<Record<string, Fault>>;
  /** What belongs to no field. */
  form?: Fault;
}

export const NO_FAULTS: DraftFaults = { fields: {}, barcodes: {} };

export function hasFaults({ fields, barcodes, form }: DraftFaults): boolean {
  return Object.keys(fields).length + Object.keys(barcodes).length > 0 || form !== undefined;
}

/** What can be told without asking the engine. */
export function localFaults(draft: ProductDraft): DraftFaults {
  const fields: DraftFaults['fields'] = {};
  if (draft.name.trim() === '') fields.name = { key: 'products:fault.nameNeeded' };
  if (draft.taxCategoryId === null) fields.taxCategoryId = { key: 'products:fault.taxNeeded' };
  for (const field of ['priceMinor', 'costMinor', 'lowStockMilli'] as const) {
    if ((draft[field] ?? 0) < 0) fields[field] = { key: 'products:fault.negative' };
  }
  if (draft.openingStockMilli !== null && draft.openingStockMilli <= 0) {
    fields.openingStockMilli = { key: 'products:fault.openingPositive' };
  }
  return { fields, barcodes: barcodeFaults(draft.barcodes) };
}

/** A code that stands twice in the list is stored once; only codes that are none are faults. */
function barcodeFaults(rows: readonly BarcodeRow[]): Record<string, Fault> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const fault = localBarcodeFault(row);
      return fault ? [[row.key, fault]] : [];
    }),
  );
}

/** What is wrong with one code, if anything. */
export function localBarcodeFault(row: BarcodeRow): Fault | undefined {
  const reading = readBarcode(row);
  if (reading.kind !== 'fault') return undefined;
  return { key: `products:${reading.code}`, values: { digit: reading.expectedCheckDigit } };
}

/** What the engine refused, at the field it is about. */
export function faultsOf(error: unknown, draft: ProductDraft): DraftFaults {
  if (!(error instanceof CallError)) throw error;
  const { code, data } = error;
  if (code === 'product.skuTaken') return fieldFault('sku', { key: 'products:fault.skuTaken', values: data });
  if (code === 'product.barcodeTaken') return barcodeTaken(draft, data);
  if (code === 'category.unknown') return fieldFault('categoryId', { key: 'errors:category.unknown' });
  if (code === 'tax.categoryUnknown')
    return fieldFault('taxCategoryId', { key: 'errors:tax.categoryUnknown' });
  if (code === 'input.invalid') return invalidInput(data, draft);
  return { ...NO_FAULTS, form: { key: `errors:${code}`, values: data } };
}

function fieldFault(field: DraftField, fault: Fault): DraftFaults {
  return { fields: { [field]: fault }, barcodes: {} };
}

function barcodeTaken(draft: ProductDraft, data: CallError['data']): DraftFaults {
  const row = draft.barcodes.find((one) => {
    const reading = readBarcode(one);
    return 'code' in reading && reading.code === data['code'];
  });
  const fault = { key: 'products:fault.barcodeTaken', values: data };
  return row ? { fields: {}, barcodes: { [row.key]: fault } } : fieldFault('barcodes', fault);
}

function invalidInput(data: CallError['data'], draft: ProductDraft): DraftFaults {
  const issues = Array.isArray(data['issues']) ? (data['issues'] as { path?: unknown }[]) : [];
  const fields: DraftFaults['fields'] = {};
  for (const { path } of issues) {
    const field = String(path).split('.')[0] ?? '';
    if (field in draft) fields[field as DraftField] = { key: `products:invalid.${field}` };
  }
  const form = Object.keys(fields).length === 0 ? { form: { key: 'errors:input.invalid' } } : {};
  return { fields, barcodes: {}, ...form };
}
