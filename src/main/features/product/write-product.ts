import { foldText } from '../../../domain/product-search/tokens.ts';
import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findCategory } from './category.sql.ts';
import {
  deleteBarcodes,
  type ExtraColumns,
  findActiveTaxCategory,
  findBySku,
  findCategoriesOf,
  findExtras,
  insertBarcode,
  insertProduct,
  type ProductColumns,
  updateProduct,
} from './product.sql.ts';
import { type BarcodeFault, type BarcodeKey, checkBarcodes } from './product-barcodes.ts';
import { indexProduct } from './search-index.ts';

/** Everything a person or a price list decides about a product. */
export type ProductFields = Omit<
  CallParsedInput<'product.create'>,
  'commandId' | 'approvalId' | 'openingStockMilli'
>;

/** What writing needs of its surroundings: a command's context, or an import job's own. */
export type WritingCtx = Pick<CommandCtx, 'db' | 'nowMs' | 'newId' | 'emit'>;

export type ProductFault =
  | BarcodeFault
  | AppError<'product.skuTaken' | 'category.unknown' | 'tax.categoryUnknown'>;

interface Version {
  readonly id: string;
  readonly version: number;
}

type Written = Result<Version, ProductFault>;

/** The one place that writes a product: checks its references, then keeps row, codes, search words and outbox in
 *  step. A fault means that nothing was written. Audit and page notices are the caller's.
 *  @param existing  the product to change at the version read in this transaction, or null to add one
 *  @returns id and version as written. */
export function writeProduct(ctx: WritingCtx, existing: Version | null, fields: ProductFields): Written {
  const written = writeUnindexed(ctx, existing, fields);
  if (written.ok) indexProduct(ctx.db, written.value.id);
  return written;
}

/** The same for a job that writes many: what changed in their words waits for the search index (SearchIndexer). */
export function writeUnindexed(ctx: WritingCtx, existing: Version | null, fields: ProductFields): Written {
  const id = existing?.id ?? ctx.newId();
  const barcodes = checkBarcodes(ctx.db, id, fields.barcodes);
  if (!barcodes.ok) return barcodes;
  const fault = findFault(ctx.db, id, fields);
  if (fault) return err(fault);
  const extras = existing ? ctx.db.get(findExtras, { id }) : undefined;
  const columns = { ...columnsOf(fields), ...extrasOf(fields, extras ?? NO_EXTRAS), id, now_ms: ctx.nowMs };
  if (existing) ctx.db.runOne(updateProduct, { ...columns, version: existing.version });
  else ctx.db.runOne(insertProduct, columns);
  if (existing) ctx.db.run(deleteBarcodes, { product_id: id });
  insertBarcodes(ctx, id, barcodes.value);
  const version = (existing?.version ?? 0) + 1;
  ctx.emit({ kind: 'product.saved', productId: id, version });
  return ok({ id, version });
}

function findFault(db: ReadableDb, id: string, fields: ProductFields): ProductFault | null {
  if (fields.categoryId !== null && !mayHold(db, fields.categoryId, id)) {
    return { code: 'category.unknown', data: { id: fields.categoryId } };
  }
  if (!mayTax(db, fields.taxCategoryId, id)) {
    return { code: 'tax.categoryUnknown', data: { id: fields.taxCategoryId } };
  }
  const holder = fields.sku === null ? undefined : db.get(findBySku, { sku: fields.sku });
  if (!holder || holder.id === id) return null;
  return { code: 'product.skuTaken', data: { sku: fields.sku, productId: holder.id, name: holder.name } };
}

/** A category in use, or the archived one the product lies in already. */
function mayHold(db: ReadableDb, categoryId: string, productId: string): boolean {
  const category = db.get(findCategory, { id: categoryId });
  if (category?.archived !== 1) return category !== undefined;
  return db.get(findCategoriesOf, { id: productId })?.category_id === categoryId;
}

/** A tax category in use, or the archived one the product has already. */
function mayTax(db: ReadableDb, taxCategoryId: string, productId: string): boolean {
  if (db.get(findActiveTaxCategory, { id: taxCategoryId })) return true;
  return db.get(findCategoriesOf, { id: productId })?.tax_category_id === taxCategoryId;
}

function insertBarcodes(ctx: WritingCtx, productId: string, barcodes: readonly BarcodeKey[]): void {
  barcodes.forEach((barcode, position) => {
    ctx.db.runOne(insertBarcode, { ...barcode, product_id: productId, position });
  });
}

const NO_EXTRAS: ExtraColumns = {
  tile_colour: null,
  minimum_age: null,
  tracked: 1,
  supplier_code: null,
  notes: '',
};

/** What the caller says, and as it was where nothing is said: a price list knows nothing of notes and colours. */
function extrasOf(fields: ProductFields, before: ExtraColumns): ExtraColumns {
  const { ownColour, minimumAge, tracked, supplierCode, notes } = fields;
  return {
    tile_colour: ownColour === undefined ? before.tile_colour : ownColour,
    minimum_age: minimumAge === undefined ? before.minimum_age : minimumAge,
    tracked: tracked === undefined ? before.tracked : Number(tracked),
    supplier_code: supplierCode === undefined ? before.supplier_code : supplierCode,
    notes: notes ?? before.notes,
  };
}

function columnsOf(fields: ProductFields): Omit<ProductColumns, keyof ExtraColumns> {
  return {
    name: fields.name,
    sku: fields.sku,
    brand: fields.brand,
    pack_size: fields.packSize,
    category_id: fields.categoryId,
    unit: fields.unit,
    price_minor: fields.priceMinor,
    cost_minor: fields.costMinor,
    tax_category_id: fields.taxCategoryId,
    description: fields.description,
    negative_stock: fields.negativeStock,
    low_stock_milli: fields.lowStockMilli,
    sort_name: foldText(fields.name),
  };
}
