import { select } from '../storage/sql.ts';
import type { ProductBarcodeTable, ProductTable, ShopTable } from '../storage/tables.ts';

/** Products by their ids, a JSON list, each with all that a list tells of it. */
export const listExported = select<
  { ids_json: string },
  Pick<
    ProductTable,
    | 'id'
    | 'name'
    | 'sku'
    | 'brand'
    | 'pack_size'
    | 'category_id'
    | 'unit'
    | 'price_minor'
    | 'cost_minor'
    | 'tax_category_id'
    | 'description'
    | 'on_hand_milli'
    | 'supplier_code'
    | 'notes'
    | 'minimum_age'
    | 'tracked'
  >
>(`
SELECT p.id, p.name, p.sku, p.brand, p.pack_size, p.category_id, p.unit, p.price_minor, p.cost_minor,
  p.tax_category_id, p.description, p.on_hand_milli, p.supplier_code, p.notes, p.minimum_age, p.tracked
FROM json_each(:ids_json) j CROSS JOIN product p ON p.id = j.value
ORDER BY j.key`);

export const listExportedCodes = select<
  { ids_json: string },
  Pick<ProductBarcodeTable, 'product_id' | 'code' | 'kind'>
>(`
SELECT b.product_id, b.code, b.kind FROM json_each(:ids_json) j CROSS JOIN product_barcode b ON b.product_id = j.value
ORDER BY j.key, b.position`);

export const listCategoryNames = select<
  Record<string, never>,
  { id: string; name: string; parent_id: string | null }
>('SELECT id, name, parent_id FROM category');

export const findCurrencyExponent = select<Record<string, never>, Pick<ShopTable, 'currency_exponent'>>(
  'SELECT currency_exponent FROM shop',
);
