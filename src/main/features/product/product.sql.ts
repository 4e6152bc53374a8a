import { modify, select } from '../../storage/sql.ts';
import type { ProductBarcodeTable, ProductTable, ShopTable, TaxCategoryTable } from '../../storage/tables.ts';

/** Columns of a tile, search result or table row; p and c are the aliases of `summaryJoins`. */
export const summaryColumns = `p.id, p.name, p.sku, p.brand, p.pack_size, p.category_id, c.name AS category_name, p.unit,
  p.price_minor, p.image_id, p.status, p.low_stock_milli, p.on_hand_milli, p.tracked, p.stock_counted,
  coalesce(p.tile_colour, c.colour) AS shown_colour,
  (SELECT b.code FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.position LIMIT 1) AS barcode`;

export const summaryJoins = 'LEFT JOIN category c ON c.id = p.category_id';

export type SummaryRow = Pick<
  ProductTable,
  | 'id'
  | 'name'
  | 'sku'
  | 'brand'
  | 'pack_size'
  | 'category_id'
  | 'unit'
  | 'price_minor'
  | 'image_id'
  | 'status'
  | 'low_stock_milli'
  | 'on_hand_milli'
  | 'tracked'
  | 'stock_counted'
> & { category_name: string | null; barcode: string | null; shown_colour: string | null };

/** What a product has beside what every price list has. */
export type ExtraColumns = Pick<
  ProductTable,
  'tile_colour' | 'minimum_age' | 'tracked' | 'supplier_code' | 'notes'
>;

export type ProductRow = SummaryRow &
  Pick<
    ProductTable,
    | 'cost_minor'
    | 'tax_category_id'
    | 'description'
    | 'negative_stock'
    | 'created_at_ms'
    | 'updated_at_ms'
    | 'version'
  > &
  ExtraColumns & { tax_category_name: string };

export const findProduct = select<{ id: string }, ProductRow>(`
SELECT ${summaryColumns}, p.cost_minor, p.tax_category_id, t.name AS tax_category_name, p.description,
  p.negative_stock, p.tile_colour, p.minimum_age, p.supplier_code, p.notes, p.created_at_ms, p.updated_at_ms,
  p.version
FROM product p
JOIN tax_category t ON t.id = p.tax_category_id
${summaryJoins}
WHERE p.id = :id`);

export const findExtras = select<{ id: string }, ExtraColumns>(
  'SELECT tile_colour, minimum_age, tracked, supplier_code, notes FROM product WHERE id = :id',
);

export const findCategoriesOf = select<{ id: string }, Pick<ProductTable, 'category_id' | 'tax_category_id'>>(
  'SELECT category_id, tax_category_id FROM product WHERE id = :id',
);

export const listImageIds = select<{ product_id: string }, { id: string }>(
  'SELECT id FROM product_image WHERE product_id = :product_id ORDER BY position, id',
);

export const listBarcodes = select<{ product_id: string }, Pick<ProductBarcodeTable, 'code' | 'kind'>>(
  'SELECT code, kind FROM product_barcode WHERE product_id = :product_id ORDER BY position',
);

export const findBySku = select<{ sku: string }, Pick<ProductTable, 'id' | 'name'>>(
  'SELECT id, name FROM product WHERE sku = :sku',
);

export const findByBarcode = select<
  Pick<ProductBarcodeTable, 'code' | 'kind'>,
  Pick<ProductTable, 'id' | 'name'>
>(`
SELECT p.id, p.name FROM product_barcode b JOIN product p ON p.id = b.product_id
WHERE b.code = :code AND b.kind = :kind`);

export const findActiveTaxCategory = select<{ id: string }, Pick<TaxCategoryTable, 'id'>>(
  'SELECT id FROM tax_category WHERE id = :id AND archived = 0',
);

export const findTaxCategoryName = select<{ id: string }, Pick<TaxCategoryTable, 'name'>>(
  'SELECT name FROM tax_category WHERE id = :id',
);

export const getExponent = select<Record<string, never>, Pick<ShopTable, 'currency_exponent'>>(
  'SELECT currency_exponent FROM shop WHERE id = 1',
);

/** The columns a person decides, and the one derived from them. */
export type ProductColumns = Pick<
  ProductTable,
  | 'name'
  | 'sku'
  | 'brand'
  | 'pack_size'
  | 'category_id'
  | 'price_minor'
  | 'cost_minor'
  | 'tax_category_id'
  | 'description'
  | 'negative_stock'
  | 'low_stock_milli'
  | 'unit'
  | 'sort_name'
> &
  ExtraColumns;

export const insertProduct = modify<ProductColumns & { id: string; now_ms: number }>(`
INSERT INTO product (id, name, sku, brand, pack_size, category_id, unit, price_minor, cost_minor, tax_category_id,
  description, image_id, status, negative_stock, low_stock_milli, tile_colour, minimum_age, tracked,
  stock_counted, supplier_code, notes, search_text, sort_name, created_at_ms, updated_at_ms, version)
VALUES (:id, :name, :sku, :brand, :pack_size, :category_id, :unit, :price_minor, :cost_minor, :tax_category_id,
  :description, NULL, 'active', :negative_stock, :low_stock_milli, :tile_colour, :minimum_age, :tracked,
  :tracked AND :low_stock_milli IS NOT NULL, :supplier_code, :notes, '', :sort_name, :now_ms, :now_ms, 1)`);

export const updateProduct = modify<ProductColumns & { id: string; now_ms: number; version: number }>(`
UPDATE product SET name = :name, sku = :sku, brand = :brand, pack_size = :pack_size, category_id = :category_id,
  unit = :unit, price_minor = :price_minor, cost_minor = :cost_minor, tax_category_id = :tax_category_id,
  description = :description, negative_stock = :negative_stock, low_stock_milli = :low_stock_milli,
  tile_colour = :tile_colour, minimum_age = :minimum_age, tracked = :tracked,
  stock_counted = :tracked AND (:low_stock_milli IS NOT NULL
    OR EXISTS (SELECT 1 FROM stock_movement m WHERE m.product_id = :id)),
  supplier_code = :supplier_code, notes = :notes, sort_name = :sort_name,
  updated_at_ms = :now_ms, version = version + 1
WHERE id = :id AND version = :version`);

export const updateStatus = modify<Pick<ProductTable, 'id' | 'status'> & { now_ms: number }>(
  'UPDATE product SET status = :status, updated_at_ms = :now_ms, version = version + 1 WHERE id = :id',
);

export const deleteBarcodes = modify<{ product_id: string }>(
  'DELETE FROM product_barcode WHERE product_id = :product_id',
);

export const insertBarcode = modify<ProductBarcodeTable>(
  'INSERT INTO product_barcode (code, kind, product_id, position) VALUES (:code, :kind, :product_id, :position)',
);
