import type { CommandInput } from '../../../client/client.ts';
import type { Product } from '../product-filters.ts';
import { type BarcodeRow, toBarcodeInput, toBarcodeRow } from './barcode-rows.ts';

/** A product as it is being typed. Null is an empty figure. */
export interface ProductDraft {
  name: string;
  sku: string;
  barcodes: readonly BarcodeRow[];
  brand: string;
  packSize: string;
  categoryId: string | null;
  unit: Product['unit'];
  priceMinor: number | null;
  costMinor: number | null;
  taxCategoryId: string | null;
  description: string;
  negativeStock: Product['negativeStock'];
  lowStockMilli: number | null;
  /** Asked for when a product is added; afterwards stock moves by movements only. */
  openingStockMilli: number | null;
  ownColour: Product['ownColour'];
  minimumAge: number | null;
  tracked: boolean;
  supplierCode: string;
  notes: string;
}

export type DraftField = keyof ProductDraft;
export type FigureField = 'priceMinor' | 'costMinor' | 'lowStockMilli' | 'openingStockMilli' | 'minimumAge';

/** What stands in a figure's field and cannot be read; the draft has the figure from before. */
export type Unread = Partial<Record<FigureField, string>>;

export function emptyDraft(taxCategoryId: string | null): ProductDraft {
  return {
    name: '',
    sku: '',
    barcodes: [],
    brand: '',
    packSize: '',
    categoryId: null,
    unit: 'each',
    priceMinor: null,
    costMinor: null,
    taxCategoryId,
    description: '',
    negativeStock: 'warn',
    lowStockMilli: null,
    openingStockMilli: null,
    ownColour: null,
    minimumAge: null,
    tracked: true,
    supplierCode: '',
    notes: '',
  };
}

export function draftOf(product: Product): ProductDraft {
  const { name, categoryId, unit, priceMinor, costMinor, taxCategoryId, description } = product;
  return {
    name,
    categoryId,
    unit,
    priceMinor,
    costMinor,
    taxCategoryId,
    description,
    sku: product.sku ?? '',
    brand: product.brand ?? '',
    packSize: product.packSize ?? '',
    barcodes: product.barcodes.map(toBarcodeRow),
    negativeStock: product.negativeStock,
    lowStockMilli: product.lowStockMilli,
    openingStockMilli: null,
    ownColour: product.ownColour,
    minimumAge: product.minimumAge,
    tracked: product.tracked,
    supplierCode: product.supplierCode ?? '',
    notes: product.notes,
  };
}

/** The same product once more, without what only one product may have. */
export function copyOf(product: Product, name: string): ProductDraft {
  return { ...draftOf(product), name, sku: '', barcodes: [], supplierCode: '' };
}

type Fields = Omit<CommandInput<'product.create'>, 'openingStockMilli' | 'approvalId'>;

/** The draft as the engine takes it. Call after `localFaults` found nothing: a tax category is there. */
export function toFields(draft: ProductDraft): Fields {
  const { openingStockMilli: _, taxCategoryId, ...same } = draft;
  if (taxCategoryId === null) throw new Error('a product needs a tax category');
  return {
    ...same,
    taxCategoryId,
    name: draft.name.trim(),
    sku: orNull(draft.sku),
    brand: orNull(draft.brand),
    packSize: orNull(draft.packSize),
    supplierCode: orNull(draft.supplierCode),
    barcodes: draft.barcodes.flatMap(toBarcodeInput),
  };
}

/** The fields in which two versions of a product differ, for the person whose save came second. */
export function changedFields(before: ProductDraft, now: ProductDraft): DraftField[] {
  const fields = Object.keys(before) as DraftField[];
  return fields.filter((field) => comparable(before[field]) !== comparable(now[field]));
}

/** Both people's work: what I changed as I have it, everything else as it is now. */
export function mergedDraft(before: ProductDraft, mine: ProductDraft, theirs: ProductDraft): ProductDraft {
  const changed = changedFields(before, mine).map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(changed) };
}

function comparable(value: ProductDraft[DraftField]): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map(({ text }: BarcodeRow) => text));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
