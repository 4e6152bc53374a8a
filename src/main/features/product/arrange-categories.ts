import { MOST_AT_ONCE } from '../../../shared/contract/fields.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { CategoryTable } from '../../storage/tables.ts';
import {
  archiveCategory,
  findCategory,
  listProductsIn,
  listSisters,
  setCategoryOfProduct,
  updateCategory,
} from './category.sql.ts';
import { categoryAtVersion, checkParent, listTree } from './category-tree.ts';

type Tree = CallAnswer<'category.move'>;
type Stale = AppError<'category.unknown' | 'version.conflict'>;
type Cycle = AppError<'category.cycle'>;

/** The category gets its place and its sisters close up behind it, in one act; who does not move keeps their version. */
export function moveCategory(
  ctx: CommandCtx,
  input: CallParsedInput<'category.move'>,
): Result<Tree, Stale | Cycle> {
  const found = categoryAtVersion(ctx.db, input);
  if (!found.ok) return found;
  const parent = checkParent(ctx.db, input.id, input.parentId);
  if (!parent.ok) return parent;
  const before = found.value;
  const sisters = ctx.db.all(listSisters, { parent_id: input.parentId }).filter(({ id }) => id !== input.id);
  placeAll(ctx, sisters.toSpliced(input.place, 0, before), input.parentId);
  ctx.audit({
    action: 'category.moved',
    subjectKind: 'category',
    subjectId: input.id,
    before: { name: before.name, parent: nameOf(ctx, before.parent_id), position: before.position },
    after: { parent: nameOf(ctx, input.parentId), position: input.place },
  });
  return changedTree(ctx);
}

/** What lies in it moves along first, or the archiving is refused with how much there is. */
export function archive(
  ctx: CommandCtx,
  input: CallParsedInput<'category.archive'>,
): Result<Tree, Stale | Cycle | AppError<'category.notEmpty' | 'product.tooMany'>> {
  const found = categoryAtVersion(ctx.db, input);
  if (!found.ok) return found;
  const { id, name, parent_id } = found.value;
  const products = ctx.db.all(listProductsIn, { category_id: id, limit: MOST_AT_ONCE + 1 });
  const below = ctx.db.all(listSisters, { parent_id: id });
  if (products.length + below.length > 0) {
    if (input.moveTo === undefined)
      return err({
        code: 'category.notEmpty',
        data: { products: products.length, categories: below.length },
      });
    if (products.length > MOST_AT_ONCE) return err({ code: 'product.tooMany', data: { max: MOST_AT_ONCE } });
    const target = checkParent(ctx.db, id, input.moveTo);
    if (!target.ok) return target;
    moveProducts(ctx, products, input.moveTo);
    placeAll(ctx, [...ctx.db.all(listSisters, { parent_id: input.moveTo }), ...below], input.moveTo);
  }
  ctx.db.runOne(archiveCategory, { id, archived: 1, parent_id });
  saved(ctx, { id, version: found.value.version + 1 });
  ctx.audit({
    action: 'category.archived',
    subjectKind: 'category',
    subjectId: id,
    before: { name },
    after: { products: products.length, ...(input.moveTo && { movedTo: nameOf(ctx, input.moveTo) }) },
  });
  return changedTree(ctx);
}

export function restore(ctx: CommandCtx, input: CallParsedInput<'category.restore'>): Result<Tree, Stale> {
  const found = categoryAtVersion(ctx.db, input);
  if (!found.ok) return found;
  const { id, name, parent_id, archived, version } = found.value;
  if (archived === 0) return ok(listTree(ctx.db));
  const parent = parent_id === null ? undefined : ctx.db.get(findCategory, { id: parent_id });
  const under = parent && parent.archived === 0 ? parent.id : null;
  ctx.db.runOne(archiveCategory, { id, archived: 0, parent_id: under });
  saved(ctx, { id, version: version + 1 });
  ctx.audit({ action: 'category.restored', subjectKind: 'category', subjectId: id, after: { name } });
  return changedTree(ctx);
}

function moveProducts(
  ctx: CommandCtx,
  products: readonly { id: string; version: number }[],
  categoryId: string | null,
): void {
  for (const { id, version } of products) {
    ctx.db.runOne(setCategoryOfProduct, { id, category_id: categoryId, now_ms: ctx.nowMs });
    ctx.emit({ kind: 'product.saved', productId: id, version: version + 1 });
  }
}

/** Gives categories their places in this order under one parent. */
function placeAll(ctx: CommandCtx, order: readonly CategoryTable[], parentId: string | null): void {
  for (const [position, category] of order.entries()) {
    if (category.position === position && category.parent_id === parentId) continue;
    const { archived: _, ...row } = category;
    ctx.db.runOne(updateCategory, { ...row, parent_id: parentId, position });
    saved(ctx, { id: category.id, version: category.version + 1 });
  }
}

function saved(ctx: CommandCtx, { id, version }: Pick<CategoryTable, 'id' | 'version'>): void {
  ctx.emit({ kind: 'category.saved', categoryId: id, version });
}

function changedTree(ctx: CommandCtx): Result<Tree, never> {
  ctx.changed('product');
  return ok(listTree(ctx.db));
}

function nameOf(ctx: CommandCtx, id: string | null): string | null {
  return id === null ? null : (ctx.db.get(findCategory, { id })?.name ?? null);
}
