import { err, ok, type Result } from '../../shared/result.ts';
import { tidyLine, tidyLines } from './check-text.ts';
import type { ImportField, ImportProduct } from './types.ts';

/** A product of the shop, as far as an import can change it. */
export interface ExistingProduct {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly gtins: readonly string[];
  readonly inStoreCodes: readonly string[];
  readonly brand: string | null;
  readonly categoryPath: readonly string[];
  readonly packSize: string | null;
  readonly unit: string;
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  readonly taxCategory: string;
  readonly description: string | null;
  readonly supplierCode: string | null;
  readonly notes: string | null;
  readonly minimumAge: number | null;
  readonly tracked: boolean;
}

export interface ProductLookup {
  byId(id: string): ExistingProduct | null;
  byGtin(gtin14: string): ExistingProduct | null;
  bySku(sku: string): ExistingProduct | null;
  byInStoreCode(code: string): ExistingProduct | null;
}

export type MatchError = { readonly code: 'import.matchesSeveral'; readonly productIds: readonly string[] };

/** The shop's product a row means: by its key in a list of this shop, GTIN, then SKU, then in-store code; null when it is new. A row whose codes
 *  belong to different products is refused, whichever of them comes first. */
export function matchProduct(
  row: ImportProduct,
  lookup: ProductLookup,
): Result<ExistingProduct | null, MatchError> {
  const found = new Map<string, ExistingProduct>();
  const note = (product: ExistingProduct | null) => product !== null && found.set(product.id, product);
  if (row.id !== null) note(lookup.byId(row.id));
  for (const gtin of row.gtins) note(lookup.byGtin(gtin));
  if (row.sku !== null) note(lookup.bySku(row.sku));
  for (const code of row.inStoreCodes) note(lookup.byInStoreCode(code));
  if (found.size > 1) return err({ code: 'import.matchesSeveral', productIds: [...found.keys()] });
  return ok([...found.values()][0] ?? null);
}

export type FieldValue = string | number | null;

/** What one field of a product would become. Codes: those that would be added. */
export interface FieldChange {
  readonly field: ImportField;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export type Comparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'unchanged' };

/** What applying the row would do. An empty cell changes nothing; barcodes are added, never taken away. Stock is
 *  not compared: it is counted in by a movement when the row is new. A text that a cell cannot hold otherwise than it
 *  stands there (two blanks read as one) is no change. */
export function compareProduct(existing: ExistingProduct | null, row: ImportProduct): Comparison {
  if (existing === null) return { kind: 'new' };
  const changes: FieldChange[] = [];
  const told = (field: ImportField, before: FieldValue, after: FieldValue) => {
    if (after !== null && after !== before) changes.push({ field, before, after });
  };
  const line = (field: ImportField, before: string | null, after: string | null) => {
    if (before === null || after !== tidyLine(before)) told(field, before, after);
  };
  const codes = (field: ImportField, before: readonly string[], after: readonly string[]) => {
    const added = after.filter((code) => !before.includes(code));
    if (added.length > 0) changes.push({ field, before: before.join(', ') || null, after: added.join(', ') });
  };
  line('name', existing.name, row.name);
  line('sku', existing.sku, row.sku);
  codes('barcode', existing.gtins, row.gtins);
  codes('inStoreCode', existing.inStoreCodes, row.inStoreCodes);
  line('brand', existing.brand, row.brand);
  if (row.categoryPath.length > 0 && !samePath(existing.categoryPath, row.categoryPath)) {
    told('category', existing.categoryPath.join(' > ') || null, row.categoryPath.join(' > '));
  }
  line('packSize', existing.packSize, row.packSize);
  told('unit', existing.unit, row.unit);
  told('price', existing.priceMinor, row.priceMinor);
  told('cost', existing.costMinor, row.costMinor);
  if (row.taxCategoryGiven) told('taxCategory', existing.taxCategory, row.taxCategory);
  if (existing.description === null || row.description !== tidyLines(existing.description))
    told('description', existing.description, row.description);
  line('supplierCode', existing.supplierCode, row.supplierCode);
  if (existing.notes === null || row.notes !== tidyLines(existing.notes))
    told('notes', existing.notes, row.notes);
  if (row.minimumAge !== null) told('minimumAge', existing.minimumAge ?? 0, row.minimumAge);
  if (row.tracked !== null) told('tracked', yesOrNo(existing.tracked), yesOrNo(row.tracked));
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes };
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Whether a row's path is the product's own, as far as a cell can tell it. */
export function samePath(existing: readonly string[], row: readonly string[]): boolean {
  return existing.length === row.length && existing.every((name, index) => tidyLine(name) === row[index]);
}
