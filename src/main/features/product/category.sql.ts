import { modify, select } from '../../storage/sql.ts';
import type { CategoryTable } from '../../storage/tables.ts';

const columns = 'id, name, parent_id, position, colour, archived, version';

export const findCategory = select<{ id: string }, CategoryTable>(
  `SELECT ${columns} FROM category WHERE id = :id`,
);

export const listCategories = select<Record<string, never>, CategoryTable>(
  `SELECT ${columns} FROM category ORDER BY position, name, id`,
);

/** Those that are in use, in their order. */
export const listSisters = select<{ parent_id: string | null }, CategoryTable>(
  `SELECT ${columns} FROM category WHERE parent_id IS :parent_id AND archived = 0 ORDER BY position, name, id`,
);

/** Active products lying directly in each category; null: in none. */
export const countByCategory = select<
  Record<string, never>,
  { category_id: string | null; products: number }
>(`
SELECT category_id, count(*) AS products FROM product INDEXED BY product_category
WHERE status = 'active' GROUP BY category_id`);

export const insertCategory = modify<Omit<CategoryTable, 'version' | 'archived'>>(`
INSERT INTO category (id, name, parent_id, position, colour, archived, version)
VALUES (:id, :name, :parent_id, :position, :colour, 0, 1)`);

export const updateCategory = modify<Omit<CategoryTable, 'archived'>>(`
UPDATE category SET name = :name, parent_id = :parent_id, position = :position, colour = :colour, version = version + 1
WHERE id = :id AND version = :version`);

export const archiveCategory = modify<Pick<CategoryTable, 'id' | 'archived' | 'parent_id'>>(`
UPDATE category SET archived = :archived, parent_id = :parent_id, version = version + 1 WHERE id = :id`);

/** Active products directly in it, up to a limit. */
export const listProductsIn = select<
  { category_id: string; limit: number },
  { id: string; version: number }
>(`
SELECT id, version FROM product INDEXED BY product_category
WHERE category_id = :category_id AND status = 'active' LIMIT :limit`);

export const setCategoryOfProduct = modify<{ id: string; category_id: string | null; now_ms: number }>(`
UPDATE product SET category_id = :category_id, updated_at_ms = :now_ms, version = version + 1 WHERE id = :id`);
