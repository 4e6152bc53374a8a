import { modify, select } from '../../storage/sql.ts';
import type { BulkEditRowTable, BulkEditTable, ProductTable } from '../../storage/tables.ts';

export const insertBulkEdit = modify<Omit<BulkEditTable, 'undone_at_ms'>>(`
INSERT INTO bulk_edit (id, kind, change_json, products, staff_id, at_ms, undone_at_ms)
VALUES (:id, :kind, :change_json, :products, :staff_id, :at_ms, NULL)`);

export const insertBulkEditRow = modify<BulkEditRowTable>(`
INSERT INTO bulk_edit_row (edit_id, product_id, price_minor, category_id, tax_category_id, version_after)
VALUES (:edit_id, :product_id, :price_minor, :category_id, :tax_category_id, :version_after)`);

/** The three facts that many products may change at once; those that stay are given as they are. */
export const writeChosen = modify<
  Pick<ProductTable, 'id' | 'price_minor' | 'category_id' | 'tax_category_id' | 'version'> & {
    now_ms: number;
  }
>(`
UPDATE product SET price_minor = :price_minor, category_id = :category_id, tax_category_id = :tax_category_id,
  updated_at_ms = :now_ms, version = version + 1
WHERE id = :id AND version = :version`);

export const findBulkEdit = select<{ id: string }, Pick<BulkEditTable, 'kind' | 'products' | 'undone_at_ms'>>(
  'SELECT kind, products, undone_at_ms FROM bulk_edit WHERE id = :id',
);

export const setUndone = modify<{ id: string; now_ms: number }>(
  'UPDATE bulk_edit SET undone_at_ms = :now_ms WHERE id = :id AND undone_at_ms IS NULL',
);

export const listBulkEdits = select<
  { limit: number },
  Pick<BulkEditTable, 'id' | 'change_json' | 'products' | 'at_ms' | 'undone_at_ms'> & { staff_name: string }
>(`
SELECT e.id, e.change_json, e.products, e.at_ms, e.undone_at_ms, s.name AS staff_name
FROM bulk_edit e JOIN staff s ON s.id = e.staff_id ORDER BY e.at_ms DESC, e.id DESC LIMIT :limit`);

/** What each product of an edit was, and its version now; without those that are gone (an import taken back). */
export const listBefore = select<
  { edit_id: string },
  BulkEditRowTable & Pick<ProductTable, 'name' | 'version'>
>(`
SELECT r.edit_id, r.product_id, r.price_minor, r.category_id, r.tax_category_id, r.version_after, p.name, p.version
FROM bulk_edit_row r JOIN product p ON p.id = r.product_id
WHERE r.edit_id = :edit_id ORDER BY p.sort_name`);
