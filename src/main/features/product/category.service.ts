import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import type { CategoryTable } from '../../storage/tables.ts';
import { archive, moveCategory, restore } from './arrange-categories.ts';
import { findCategory, insertCategory, updateCategory } from './category.sql.ts';
import { categoryAtVersion, checkParent, countProducts, listTree } from './category-tree.ts';

type Input = CallParsedInput<'category.save'>;
type View = CallAnswer<'category.save'>;
type Fault = AppError<'category.unknown' | 'category.cycle' | 'version.conflict'>;

export const categoryHandlers: FeatureHandlers<'category'> = {
  list,
  countProducts: (ctx) => ok(countProducts(ctx.db)),
  save,
  move: moveCategory,
  archive,
  restore,
};

function list(ctx: QueryCtx, input: CallParsedInput<'category.list'>): Result<View[], never> {
  return ok(listTree(ctx.db, input.withArchived));
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
    ...(before && {
      before: {
        name: before.name,
        parentId: before.parent_id,
        position: before.position,
        colour: before.colour,
      },
    }),
    after: {
      name: input.name,
      parentId: input.parentId,
      position: input.position,
      colour: input.colour ?? null,
    },
  });
  ctx.changed('product');
  return ok(viewOf(ctx, id));
}

/** Adds or changes a category and tells the outbox. The caller has checked parent and version.
 *  @returns its id. */
export function writeCategory(
  ctx: Pick<CommandCtx, 'db' | 'newId' | 'emit'>,
  existing: Pick<CategoryTable, 'id' | 'version' | 'colour'> | null,
  fields: {
    readonly name: string;
    readonly parentId: string | null;
    readonly position: number;
    readonly colour?: View['colour'] | undefined;
  },
): string {
  const id = existing?.id ?? ctx.newId();
  const { name, parentId: parent_id, position } = fields;
  const colour = fields.colour === undefined ? (existing?.colour ?? null) : fields.colour;
  const row = { id, name, parent_id, position, colour };
  if (existing) ctx.db.runOne(updateCategory, { ...row, version: existing.version });
  else ctx.db.runOne(insertCategory, row);
  ctx.emit({ kind: 'category.saved', categoryId: id, version: (existing?.version ?? 0) + 1 });
  return id;
}

function findFault(ctx: CommandCtx, input: Input): Fault | null {
  const { id, parentId } = input;
  const parent = checkParent(ctx.db, id ?? null, parentId);
  if (!parent.ok && parent.error.code === 'category.unknown') return parent.error;
  const current = id === undefined ? ok(null) : categoryAtVersion(ctx.db, { ...input, id });
  if (!current.ok) return current.error;
  return parent.ok ? null : parent.error;
}

function viewOf(ctx: QueryCtx, id: string): View {
  const view = listTree(ctx.db).find((category) => category.id === id);
  if (!view) throw new Error(`category ${id} is gone`);
  return view;
}
