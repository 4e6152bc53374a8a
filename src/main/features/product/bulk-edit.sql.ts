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

/** With what the log says of taking it back. */
export const listBulkEdits = select<
  { limit: number },
  Pick<BulkEditTable, 'id' | 'change_json' | 'products' | 'at_ms' | 'undone_at_ms'> & {
    staff_name: string;
    undone_by: string | null;
    undone_json: string | null;
  }
>(`
SELECT e.id, e.change_json, e.products, e.at_ms, e.undone_at_ms, s.name AS staff_name, u.name AS undone_by,
  a.after_json AS undone_json
FROM bulk_edit e JOIN staff s ON s.id = e.staff_id
  LEFT JOIN audit a ON a.subject_id = e.id AND +a.action = 'product.bulkUndone'
  LEFT JOIN staff u ON u.id = a.staff_id
ORDER BY e.at_ms DESC, e.id DESC LIMIT :limit`);

/** How many of an edit's products are as it left them, of how many there are. */
export const countAsLeft = select<{ edit_id: string }, { n: number; as_left: number }>(`
SELECT count(*) AS n, coalesce(sum(p.version = r.version_after), 0) AS as_left
FROM bulk_edit_row r JOIN product p ON p.id = r.product_id WHERE r.edit_id = :edit_id`);

export const listChangedSince = select<
  { edit_id: string; limit: number },
  { product_id: string; name: string }
>(`
SELECT r.product_id, p.name FROM bulk_edit_row r JOIN product p ON p.id = r.product_id
WHERE r.edit_id = :edit_id AND p.version <> r.version_after ORDER BY p.sort_name LIMIT :limit`);

/** What each product was that is still as its edit left it. */
export const listBefore = select<{ edit_id: string }, BulkEditRowTable>(`
SELECT r.edit_id, r.product_id, r.price_minor, r.category_id, r.tax_category_id, r.version_after
FROM bulk_edit_row r JOIN product p ON p.id = r.product_id
WHERE r.edit_id = :edit_id AND p.version = r.version_after`);
