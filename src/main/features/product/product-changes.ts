import type { ProductView } from './product-view.ts';

const FIELDS = [
  'name',
  'sku',
  'barcodes',
  'brand',
  'packSize',
  'categoryId',
  'unit',
  'priceMinor',
  'costMinor',
  'taxCategoryId',
  'description',
  'negativeStock',
  'lowStockMilli',
  'ownColour',
  'minimumAge',
  'tracked',
  'supplierCode',
  'notes',
  'status',
] as const satisfies readonly (keyof ProductView)[];

type Facts = Pick<ProductView, (typeof FIELDS)[number]>;

/** What a person decides about a product, without what follows from it. */
export function fieldsOf(product: ProductView): Facts {
  return Object.fromEntries(FIELDS.map((field) => [field, product[field]])) as Facts;
}

/** Only the facts that differ, as they were and as they are. */
export function changedFields(
  before: ProductView,
  after: ProductView,
): { before: Partial<Facts>; after: Partial<Facts> } {
  const differing = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const part = (product: ProductView): Partial<Facts> =>
    Object.fromEntries(differing.map((field) => [field, product[field]]));
  return { before: part(before), after: part(after) };
}
