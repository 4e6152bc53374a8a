import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { CategoryTable } from '../../storage/tables.ts';
import { countByCategory, findCategory, listCategories } from './category.sql.ts';

type CategoryView = CallAnswer<'category.list'>[number];

/** Parents before children, siblings by position, then name. A category counts the active products below it too,
 *  as choosing it shows them. */
export function listTree(db: ReadableDb): CategoryView[] {
  const children = Map.groupBy(db.all(listCategories, {}), (category) => category.parent_id);
  const direct = new Map(db.all(countByCategory, {}).map((row) => [row.category_id, row.products]));
  const branch = (category: CategoryTable): CategoryView[] => {
    const below = (children.get(category.id) ?? []).map(branch);
    const inside = below.reduce((sum, [child]) => sum + (child?.productCount ?? 0), 0);
    return [toView(category, (direct.get(category.id) ?? 0) + inside), ...below.flat()];
  };
  return (children.get(null) ?? []).flatMap(branch);
}

/** From the parent up to the root. */
export function ancestorsOf(db: ReadableDb, id: string): string[] {
  const ancestors: string[] = [];
  let parentId = db.get(findCategory, { id })?.parent_id ?? null;
  while (parentId !== null) {
    ancestors.push(parentId);
    parentId = db.get(findCategory, { id: parentId })?.parent_id ?? null;
  }
  return ancestors;
}

function toView(category: CategoryTable, productCount: number): CategoryView {
  return {
    id: category.id,
    name: category.name,
    parentId: category.parent_id,
    position: category.position,
    productCount,
    version: category.version,
  };
}
