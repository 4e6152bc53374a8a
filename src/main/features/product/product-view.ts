import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { ProductTable } from '../../storage/tables.ts';
import { findProduct, listBarcodes, listImageIds, type SummaryRow } from './product.sql.ts';

export type ProductSummary = CallAnswer<'product.search'>['rows'][number];
export type ProductView = CallAnswer<'product.get'>;

export function toSummary(row: SummaryRow): ProductSummary {
  return {
    id: row.id,
    name: row.name,
    sku: row.sku,
    barcode: row.barcode,
    brand: row.brand,
    packSize: row.pack_size,
    categoryId: row.category_id,
    categoryName: row.category_name,
    tileColour: colourOf(row.shown_colour),
    unit: unitOf(row.unit),
    priceMinor: row.price_minor,
    imageId: row.image_id,
    status: row.status,
    onHandMilli: row.on_hand_milli,
    lowStockMilli: row.low_stock_milli,
    tracked: row.tracked === 1,
    stockCounted: row.stock_counted === 1,
  };
}

/** The whole product, archived or not. */
export function getProduct(db: ReadableDb, id: string): Result<ProductView, AppError<'product.unknown'>> {
  const row = db.get(findProduct, { id });
  if (!row) return err({ code: 'product.unknown', data: { id } });
  return ok({
    ...toSummary(row),
    barcodes: db.all(listBarcodes, { product_id: id }),
    costMinor: row.cost_minor,
    taxCategoryId: row.tax_category_id,
    taxCategoryName: row.tax_category_name,
    description: row.description,
    negativeStock: row.negative_stock,
    ownColour: colourOf(row.tile_colour),
    imageIds: db.all(listImageIds, { product_id: id }).map((image) => image.id),
    supplierCode: row.supplier_code,
    notes: row.notes,
    minimumAge: row.minimum_age,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    version: row.version,
  });
}

/** As with units: only colours of the contract are ever written. */
export function colourOf(colour: string | null): ProductSummary['tileColour'] {
  return colour as ProductSummary['tileColour'];
}

/** Only units of the contract are ever written; the answer's schema checks it again. */
function unitOf(unit: ProductTable['unit']): ProductSummary['unit'] {
  return unit as ProductSummary['unit'];
}
