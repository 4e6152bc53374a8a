import { modify, select } from '../../storage/sql.ts';
import type { BulkEditRowTable, BulkEditTable } from '../../storage/tables.ts';

export const insertBulkEdit = modify<Omit<BulkEditTable, 'undone_at_ms'>>(`
INSERT INTO bulk_edit (id, kind, change_json, products, staff_id, at_ms, undone_at_ms)
VALUES (:id, :kind, :change_json, :products, :staff_id, :at_ms, NULL)`);

/** What each product is before the edit, and its version right after. @param ids  JSON, an array of product ids */
export const insertBulkEditRows = modify<{ edit_id: string; ids: string }>(`
INSERT INTO bulk_edit_row (edit_id, product_id, price_minor, category_id, tax_category_id, version_after)
SELECT :edit_id, p.id, p.price_minor, p.category_id, p.tax_category_id, p.version + 1
FROM json_each(:ids) chosen JOIN product p ON p.id = chosen.value`);

/** Writes the three facts that many products may change at once; those that stay are given as they are. One statement
 *  for all: inside a command's savepoint SQLite goes through all that was changed before at the end of each.
 *  @param changes  JSON, an array of these facts with each product's `id` and `version` */
export const writeChosen = modify<{ changes: string; now_ms: number }>(`
UPDATE product SET price_minor = chosen.value ->> 'price_minor', category_id = chosen.value ->> 'category_id',
  tax_category_id = chosen.value ->> 'tax_category_id', updated_at_ms = :now_ms, version = product.version + 1
FROM json_each(:changes) chosen
WHERE product.id = chosen.value ->> 'id' AND product.version = chosen.value ->> 'version'`);

/** Gives them back to every product that is still as its edit left it. */
export const writeBack = modify<{ edit_id: string; now_ms: number }>(`
UPDATE product SET price_minor = before.price_minor, category_id = before.category_id,
  tax_category_id = before.tax_category_id, updated_at_ms = :now_ms, version = product.version + 1
FROM bulk_edit_row before
WHERE before.edit_id = :edit_id AND product.id = before.product_id AND product.version = before.version_after`);

const GIVEN_BACK = `
FROM bulk_edit_row r JOIN product p ON p.id = r.product_id AND p.version = r.version_after`;

/** A category or tax category, put away since, that an undo would fill again. */
export const findArchivedBefore = select<{ edit_id: string }, { name: string }>(`
SELECT c.name AS name ${GIVEN_BACK} JOIN category c ON c.id = r.category_id
WHERE r.edit_id = :edit_id AND r.category_id IS NOT p.category_id AND c.archived = 1
UNION ALL
SELECT t.name ${GIVEN_BACK} JOIN tax_category t ON t.id = r.tax_category_id
WHERE r.edit_id = :edit_id AND r.tax_category_id <> p.tax_category_id AND t.archived = 1`);

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

/** Those that are still as their edit left them. */
export const listAsLeft = select<
  { edit_id: string },
  Pick<BulkEditRowTable, 'product_id' | 'version_after'>
>(`
SELECT r.product_id, r.version_after FROM bulk_edit_row r JOIN product p ON p.id = r.product_id
WHERE r.edit_id = :edit_id AND p.version = r.version_after`);
