import type { ExistingProduct, MatchError, ProductLookup } from '../../domain/catalogue-import/compare.ts';
import { matchProduct } from '../../domain/catalogue-import/compare.ts';
import type { ImportProduct } from '../../domain/catalogue-import/types.ts';
import { foldText } from '../../domain/product-search/tokens.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReadableDb } from '../storage/sql.ts';
import {
  type ComparedRow,
  findCategoryStep,
  findComparedByCode,
  findComparedById,
  findComparedBySku,
  listCodesOf,
  listComparedByName,
} from './catalogue-import.sql.ts';

export interface RowMatcher {
  (row: ImportProduct): Result<ExistingProduct | null, MatchError>;
  /** Whether this shop has a product of this key; a list of another shop has keys of that shop. */
  isKnown(id: string | null): boolean;
}

/** Finds the shop's product a row means: by its codes, or by its very name where neither row nor product has one.
 *  Remembers category paths, so make a new one where categories may have changed. */
export function createRowMatcher(db: ReadableDb): RowMatcher {
  const paths = new Map<string, readonly string[]>();

  function pathOf(categoryId: string | null): readonly string[] {
    if (categoryId === null) return [];
    const known = paths.get(categoryId);
    if (known !== undefined) return known;
    const step = db.get(findCategoryStep, { id: categoryId });
    const path = step === undefined ? [] : [...pathOf(step.parent_id), step.name];
    paths.set(categoryId, path);
    return path;
  }

  function toExisting(row: ComparedRow | undefined): ExistingProduct | null {
    if (row === undefined) return null;
    const codes = db.all(listCodesOf, { product_id: row.id });
    const ofKind = (kind: string) => codes.filter((one) => one.kind === kind).map((one) => one.code);
    return {
      id: row.id,
      name: row.name,
      sku: row.sku,
      gtins: ofKind('gtin'),
      inStoreCodes: ofKind('inStore'),
      brand: row.brand,
      categoryPath: pathOf(row.category_id),
      packSize: row.pack_size,
      unit: row.unit,
      priceMinor: row.price_minor,
      costMinor: row.cost_minor,
      taxCategory: row.tax_category_id,
      description: row.description === '' ? null : row.description,
      supplierCode: row.supplier_code,
      notes: row.notes === '' ? null : row.notes,
      minimumAge: row.minimum_age,
      tracked: row.tracked === 1,
    };
  }

  const lookup: ProductLookup = {
    byId: (id) => toExisting(db.get(findComparedById, { id })),
    byGtin: (code) => toExisting(db.get(findComparedByCode, { code, kind: 'gtin' })),
    byInStoreCode: (code) => toExisting(db.get(findComparedByCode, { code, kind: 'inStore' })),
    bySku: (sku) => toExisting(db.get(findComparedBySku, { sku })),
  };

  function byName(row: ImportProduct): Result<ExistingProduct | null, MatchError> {
    const { name, brand } = row;
    const found = db.all(listComparedByName, {
      name,
      sort_name: foldText(name),
      brand,
      pack_size: row.packSize,
    });
    if (found.length > 1)
      return err({ code: 'import.matchesSeveral', productIds: found.map((one) => one.id) });
    return ok(toExisting(found[0]));
  }

  const hasCode = (row: ImportProduct) =>
    row.id !== null || row.sku !== null || row.gtins.length + row.inStoreCodes.length > 0;
  const match = (row: ImportProduct) => (hasCode(row) ? matchProduct(row, lookup) : byName(row));
  return Object.assign(match, {
    isKnown: (id: string | null) => id === null || db.get(findComparedById, { id }) !== undefined,
  });
}
