import type { ImportField } from './mapping.ts';

/** Every field a column can be, in the order they are offered. A record, so that none is forgotten. */
const ALL: Record<ImportField, true> = {
  name: true,
  barcode: true,
  inStoreCode: true,
  sku: true,
  price: true,
  cost: true,
  taxCategory: true,
  category: true,
  brand: true,
  packSize: true,
  unit: true,
  stock: true,
  description: true,
  supplierCode: true,
  notes: true,
  minimumAge: true,
  tracked: true,
  id: true,
};
export const IMPORT_FIELD_NAMES = Object.keys(ALL) as ImportField[];
