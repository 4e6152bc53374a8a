import { err, ok, type Result } from '../../shared/result.ts';
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
}

export interface ProductLookup {
  byGtin(gtin14: string): ExistingProduct | null;
  bySku(sku: string): ExistingProduct | null;
  byInStoreCode(code: string): ExistingProduct | null;
}

export type MatchError = { readonly code: 'import.matchesSeveral'; readonly productIds: readonly string[] };

/** The shop's product a row means: by GTIN, then SKU, then in-store code; null when it is new. A row whose codes
 *  belong to different products is refused, whichever of them comes first. */
export function matchProduct(
  row: ImportProduct,
  lookup: ProductLookup,
): Result<ExistingProduct | null, MatchError> {
  const found = new Map<string, ExistingProduct>();
  const note = (product: ExistingProduct | null) => product !== null && found.set(product.id, product);
  for (const gtin of row.gtins) note(lookup.byGtin(gtin));
  if (row.sku !== null) note(lookup.bySku(row.sku));
  for (const code of row.inStoreCodes) note(lookup.byInStoreCode(code));
  if (found.size > 1) return err({ code: 'import.matchesSeveral', productIds: [...found.keys()] });
  return ok([...found.values()][0] ?? null);
}

export type Comparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly fields: readonly ImportField[] }
  | { readonly kind: 'unchanged' };

/** What applying the row would do. An empty cell changes nothing; barcodes are added, never taken away. Stock is
 *  not compared: it is counted in by a movement when the row is new. */
export function compareProduct(existing: ExistingProduct | null, row: ImportProduct): Comparison {
  if (existing === null) return { kind: 'new' };
  const fields: ImportField[] = [];
  const note = (field: ImportField, differs: boolean) => differs && fields.push(field);
  const told = <T>(value: T | null, before: T | null) => value !== null && value !== before;
  note('name', row.name !== existing.name);
  note('sku', told(row.sku, existing.sku));
  note(
    'barcode',
    row.gtins.some((gtin) => !existing.gtins.includes(gtin)),
  );
  note(
    'inStoreCode',
    row.inStoreCodes.some((code) => !existing.inStoreCodes.includes(code)),
  );
  note('brand', told(row.brand, existing.brand));
  note(
    'category',
    row.categoryPath.length > 0 && row.categoryPath.join('\0') !== existing.categoryPath.join('\0'),
  );
  note('packSize', told(row.packSize, existing.packSize));
  note('unit', told<string>(row.unit, existing.unit));
  note('price', told(row.priceMinor, existing.priceMinor));
  note('cost', told(row.costMinor, existing.costMinor));
  note('taxCategory', row.taxCategoryGiven && row.taxCategory !== existing.taxCategory);
  note('description', told(row.description, existing.description));
  return fields.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', fields };
}
