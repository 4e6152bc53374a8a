import { modify, select } from '../../storage/sql.ts';

export interface SellableRow {
  id: string;
  name: string;
  sku: string | null;
  barcode: string | null;
  category_id: string | null;
  unit: string;
  price_minor: number | null;
  cost_minor: number | null;
  tax_category_id: string;
  status: 'active' | 'archived';
  version: number;
}

const columns = `p.id, p.name, p.sku, p.category_id, p.unit, p.price_minor, p.cost_minor, p.tax_category_id, p.status, p.version`;
const mainBarcode = `(SELECT b.code FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.position LIMIT 1) AS barcode`;

export const getSellable = select<{ id: string }, SellableRow>(
  `SELECT ${columns}, ${mainBarcode} FROM product p WHERE p.id = :id`,
);

export const getSellableByCode = select<{ code: string; kind: string }, SellableRow>(
  `SELECT ${columns}, b.code AS barcode FROM product_barcode b JOIN product p ON p.id = b.product_id
   WHERE b.code = :code AND b.kind = :kind`,
);

export const getSellableBySku = select<{ sku: string }, SellableRow>(
  `SELECT ${columns}, ${mainBarcode} FROM product p WHERE p.sku = :sku`,
);

export const setPriceOfProduct = modify<
  { id: string; price_minor: number; now_ms: number },
  { version: number }
>(
  `UPDATE product SET price_minor = :price_minor, updated_at_ms = :now_ms, version = version + 1
   WHERE id = :id AND price_minor IS NULL RETURNING version`,
);
