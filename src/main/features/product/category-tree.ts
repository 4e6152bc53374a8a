import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { CategoryTable } from '../../storage/tables.ts';
import { countByCategory, findCategory, listCategories } from './category.sql.ts';
import { colourOf } from './product-view.ts';

type CategoryView = CallAnswer<'category.list'>[number];

/** Parents before children, siblings by position, then name; archived ones last, flat. */
export function listTree(db: ReadableDb, withArchived = false): CategoryView[] {
  const all = db.all(listCategories, {}).map(toView);
  const children = Map.groupBy(
    all.filter(({ archived }) => !archived),
    ({ parentId }) => parentId,
  );
  const branch = (category: CategoryView): CategoryView[] => [
    category,
    ...(children.get(category.id) ?? []).flatMap(branch),
  ];
  const tree = (children.get(null) ?? []).flatMap(branch);
  return withArchived ? [...tree, ...all.filter(({ archived }) => archived)] : tree;
}

/** Active products of each category and of what lies below it, as choosing it shows them. Reads the whole catalogue's
 *  index, so only who shows the figures asks for them. */
export function countProducts(db: ReadableDb): CallAnswer<'category.countProducts'> {
  const parents = new Map(db.all(listCategories, {}).map(({ id, parent_id }) => [id, parent_id]));
  const counts = new Map([...parents.keys()].map((id) => [id, 0]));
  for (const { category_id, products } of db.all(countByCategory, {}))
    for (let id: string | null = category_id; id !== null; id = parents.get(id) ?? null)
      counts.set(id, (counts.get(id) ?? 0) + products);
  return [...counts].map(([categoryId, products]) => ({ categoryId, products }));
}

/** The category as somebody saw it, or what it is now. A change without the version it starts from could undo another
 *  person's: it counts as a stale one. */
export function categoryAtVersion(
  db: ReadableDb,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | undefined },
): Result<CategoryTable, AppError<'category.unknown' | 'version.conflict'>> {
  const current = db.get(findCategory, { id });
  if (!current) return err({ code: 'category.unknown', data: { id } });
  if (current.version === expectedVersion) return ok(current);
  return err({ code: 'version.conflict', data: { current: toView(current) } });
}

/** Whether a category may lie in this one: it is in use, and neither the category itself nor inside it. */
export function checkParent(
  db: ReadableDb,
  id: string | null,
  parentId: string | null,
): Result<null, AppError<'category.unknown' | 'category.cycle'>> {
  if (parentId === null) return ok(null);
  if (db.get(findCategory, { id: parentId })?.archived !== 0)
    return err({ code: 'category.unknown', data: { id: parentId } });
  const inside = id !== null && (parentId === id || ancestorsOf(db, parentId).includes(id));
  return inside ? err({ code: 'category.cycle', data: { id, parentId } }) : ok(null);
}

/** From the parent up to the root. */
function ancestorsOf(db: ReadableDb, id: string): string[] {
  const ancestors: string[] = [];
  let parentId = db.get(findCategory, { id })?.parent_id ?? null;
  while (parentId !== null) {
    ancestors.push(parentId);
    parentId = db.get(findCategory, { id: parentId })?.parent_id ?? null;
  }
  return ancestors;
}

function toView(category: CategoryTable): CategoryView {
  return {
    id: category.id,
    name: category.name,
    parentId: category.parent_id,
    position: category.position,
    colour: colourOf(category.colour),
    archived: category.archived === 1,
    version: category.version,
  };
}
