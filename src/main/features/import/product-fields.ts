import type { ImportField, ImportProduct } from '../../../domain/catalogue-import/types.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { getProduct } from '../product/product-view.ts';
import type { ProductFields } from '../product/write-product.ts';
import type { ImportOptions } from './import-run.ts';

/** What a product is now, as far as it can be written, and its version; null when it is gone. */
export function currentFields(db: ReadableDb, id: string): { fields: ProductFields; version: number } | null {
  const found = getProduct(db, id);
  if (!found.ok) return null;
  const product = found.value;
  const fields: ProductFields = {
    name: product.name,
    sku: product.sku,
    barcodes: product.barcodes,
    brand: product.brand,
    packSize: product.packSize,
    categoryId: product.categoryId,
    unit: product.unit,
    priceMinor: product.priceMinor as ProductFields['priceMinor'],
    costMinor: product.costMinor as ProductFields['costMinor'],
    taxCategoryId: product.taxCategoryId,
    description: product.description,
    negativeStock: product.negativeStock,
    lowStockMilli: product.lowStockMilli,
    supplierCode: product.supplierCode,
    notes: product.notes,
    minimumAge: product.minimumAge,
    tracked: product.tracked,
  };
  return { fields, version: product.version };
}

/** A new product as its row tells it. */
export function newFields(
  row: ImportProduct,
  categoryId: string | null,
  options: ImportOptions,
): ProductFields {
  return {
    name: row.name,
    sku: row.sku,
    barcodes: codesOf(row),
    brand: row.brand,
    packSize: row.packSize,
    categoryId,
    unit: row.unit ?? options.defaultUnit,
    priceMinor: row.priceMinor as ProductFields['priceMinor'],
    costMinor: row.costMinor as ProductFields['costMinor'],
    taxCategoryId: row.taxCategory,
    description: row.description ?? '',
    negativeStock: 'allow',
    lowStockMilli: null,
    supplierCode: row.supplierCode,
    notes: row.notes ?? '',
    minimumAge: row.minimumAge || null,
    tracked: row.tracked ?? true,
  };
}

/** A product with what the row says put over it: an empty cell changes nothing, codes are added, never taken away.
 *  @param changed  the fields that differ: a text that the row only writes with fewer blanks stays as it is */
export function changedFields(
  fields: ProductFields,
  row: ImportProduct,
  categoryId: string | null,
  changed: ReadonlySet<ImportField>,
): ProductFields {
  const text = <T>(field: ImportField, told: T | null, before: T): T =>
    told !== null && changed.has(field) ? told : before;
  const known = new Set(fields.barcodes.map(({ kind, code }) => `${kind} ${code}`));
  const added = codesOf(row).filter(({ kind, code }) => !known.has(`${kind} ${code}`));
  return {
    ...fields,
    name: text('name', row.name, fields.name),
    sku: text('sku', row.sku, fields.sku),
    barcodes: [...fields.barcodes, ...added],
    brand: text('brand', row.brand, fields.brand),
    packSize: text('packSize', row.packSize, fields.packSize),
    categoryId: categoryId ?? fields.categoryId,
    unit: row.unit ?? fields.unit,
    priceMinor: (row.priceMinor ?? fields.priceMinor) as ProductFields['priceMinor'],
    costMinor: (row.costMinor ?? fields.costMinor) as ProductFields['costMinor'],
    taxCategoryId: row.taxCategoryGiven ? row.taxCategory : fields.taxCategoryId,
    description: text('description', row.description, fields.description),
    supplierCode: text('supplierCode', row.supplierCode, fields.supplierCode),
    notes: text('notes', row.notes, fields.notes),
    minimumAge: row.minimumAge === null ? fields.minimumAge : row.minimumAge || null,
    tracked: row.tracked ?? fields.tracked,
  };
}

/** Takes back what an import changed and nobody changed since: where the product still is as the import left it, it
 *  becomes as it was; what a person changed meanwhile stays. */
export function takenBack(now: ProductFields, before: ProductFields, after: ProductFields): ProductFields {
  const same = (key: keyof ProductFields) => JSON.stringify(now[key]) === JSON.stringify(after[key]);
  const keys = (Object.keys(before) as (keyof ProductFields)[]).filter(same);
  return { ...now, ...Object.fromEntries(keys.map((key) => [key, before[key]])) };
}

function codesOf(row: ImportProduct): ProductFields['barcodes'] {
  return [
    ...row.gtins.map((code) => ({ code, kind: 'gtin' as const })),
    ...row.inStoreCodes.map((code) => ({ code, kind: 'inStore' as const })),
  ];
}
