import { modify, select } from '../../storage/sql.ts';
import type { CategoryTable } from '../../storage/tables.ts';

export const findCategory = select<{ id: string }, CategoryTable>(
  'SELECT id, name, parent_id, position, version FROM category WHERE id = :id',
);

export const listCategories = select<Record<string, never>, CategoryTable>(
  'SELECT id, name, parent_id, position, version FROM category ORDER BY position, name, id',
);

/** Active products lying directly in each category; null: in none. */
export const countByCategory = select<
  Record<string, never>,
  { category_id: string | null; products: number }
>(`
SELECT category_id, count(*) AS products FROM product INDEXED BY product_category
WHERE status = 'active' GROUP BY category_id`);

export const insertCategory = modify<Omit<CategoryTable, 'version'>>(`
INSERT INTO category (id, name, parent_id, position, version) VALUES (:id, :name, :parent_id, :position, 1)`);

export const updateCategory = modify<CategoryTable>(`
UPDATE category SET name = :name, parent_id = :parent_id, position = :position, version = version + 1
WHERE id = :id AND version = :version`);
