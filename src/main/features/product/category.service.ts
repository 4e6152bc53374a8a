import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import type { CategoryTable } from '../../storage/tables.ts';
import { findCategory, insertCategory, updateCategory } from './category.sql.ts';
import { ancestorsOf, listTree } from './category-tree.ts';

type Input = CallParsedInput<'category.save'>;
type View = CallAnswer<'category.save'>;
type Fault = AppError<'category.unknown' | 'category.cycle' | 'version.conflict'>;

export const categoryHandlers: FeatureHandlers<'category'> = { list, save };

function list(ctx: QueryCtx): Result<View[], never> {
  return ok(listTree(ctx.db));
}

function save(ctx: CommandCtx, input: Input): Result<View, Fault> {
  const fault = findFault(ctx, input);
  if (fault) return err(fault);
  const before = input.id === undefined ? undefined : ctx.db.get(findCategory, { id: input.id });
  const id = writeCategory(ctx, before ?? null, input);
  ctx.audit({
    action: before ? 'category.changed' : 'category.added',
    subjectKind: 'category',
    subjectId: id,
    ...(before && { before: { name: before.name, parentId: before.parent_id, position: before.position } }),
    after: { name: input.name, parentId: input.parentId, position: input.position },
  });
  ctx.changed('product');
  return ok(viewOf(ctx, id));
}

/** Adds or changes a category and tells the outbox. The caller has checked parent and version.
 *  @returns its id. */
export function writeCategory(
  ctx: Pick<CommandCtx, 'db' | 'newId' | 'emit'>,
  existing: Pick<CategoryTable, 'id' | 'version'> | null,
  fields: { readonly name: string; readonly parentId: string | null; readonly position: number },
): string {
  const id = existing?.id ?? ctx.newId();
  const row = { id, name: fields.name, parent_id: fields.parentId, position: fields.position };
  if (existing) ctx.db.runOne(updateCategory, { ...row, version: existing.version });
  else ctx.db.runOne(insertCategory, row);
  ctx.emit({ kind: 'category.saved', categoryId: id, version: (existing?.version ?? 0) + 1 });
  return id;
}

function findFault(ctx: CommandCtx, input: Input): Fault | null {
  const { id, parentId } = input;
  if (parentId !== null && !ctx.db.get(findCategory, { id: parentId })) {
    return { code: 'category.unknown', data: { id: parentId } };
  }
  if (id === undefined) return null;
  const current = ctx.db.get(findCategory, { id });
  if (!current) return { code: 'category.unknown', data: { id } };
  // A change without the version it starts from could undo another person's: it counts as a stale one.
  if (input.expectedVersion !== current.version) {
    return { code: 'version.conflict', data: { current: viewOf(ctx, id) } };
  }
  const inside = parentId !== null && (parentId === id || ancestorsOf(ctx.db, parentId).includes(id));
  return inside ? { code: 'category.cycle', data: { id, parentId } } : null;
}

function viewOf(ctx: QueryCtx, id: string): View {
  const view = listTree(ctx.db).find((category) => category.id === id);
  if (!view) throw new Error(`category ${id} is gone`);
  return view;
}
