import * as z from 'zod';
import { bulkChangeSchema } from '../../../shared/contract/bulk-edit.contract.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { type BulkPlan, type PlannedChange, planBulkEdit } from './bulk-change.ts';
import {
  countAsLeft,
  findArchivedBefore,
  findBulkEdit,
  insertBulkEdit,
  insertBulkEditRows,
  listAsLeft,
  listChangedSince,
  listBulkEdits as listRows,
  setUndone,
  writeBack,
  writeChosen,
} from './bulk-edit.sql.ts';
import { findCategory } from './category.sql.ts';
import { findTaxCategoryName, getExponent } from './product.sql.ts';

type Preview = CallAnswer<'product.previewBulkEdit'>;
type PlanFault = AppError<'product.tooMany' | 'category.unknown' | 'tax.categoryUnknown'>;
const EXAMPLES = 6;
const LISTED = 20;

export function previewBulkEdit(
  { db }: QueryCtx,
  input: CallParsedInput<'product.previewBulkEdit'>,
): Result<Preview, PlanFault> {
  const plan = planBulkEdit(db, input, exponentOf(db));
  if (!plan.ok) return plan;
  const { changes, ...counts } = plan.value;
  return ok({
    ...counts,
    changed: changes.length,
    beforeMinor: sumOf(changes, ({ row }) => row.price_minor),
    afterMinor: sumOf(changes, ({ after }) => after.price_minor),
    examples: changes.slice(0, EXAMPLES).map((change) => toExample(db, input.change.kind, change)),
  });
}

/** One transaction: every product with its version and its event, what each was before, and one entry in the log. */
export function bulkEdit(
  ctx: CommandCtx,
  input: CallParsedInput<'product.bulkEdit'>,
): Result<CallAnswer<'product.bulkEdit'>, PlanFault | AppError<'version.conflict'>> {
  const plan = planBulkEdit(ctx.db, input, exponentOf(ctx.db));
  if (!plan.ok) return plan;
  const changed = plan.value.changes.length;
  if (changed !== input.expectedChanged) return err({ code: 'version.conflict', data: { changed } });
  const { change } = input;
  const id = ctx.newId();
  ctx.db.runOne(insertBulkEdit, {
    id,
    kind: change.kind,
    change_json: JSON.stringify(change),
    products: changed,
    staff_id: ctx.staff.id,
    at_ms: ctx.nowMs,
  });
  writeAll(ctx, id, plan.value);
  ctx.audit({
    action: 'product.bulkChanged',
    subjectKind: 'bulkEdit',
    subjectId: id,
    after: { ...change, products: changed },
  });
  ctx.changed('product');
  return ok({ id, changed });
}

function writeAll(ctx: CommandCtx, editId: string, { changes }: BulkPlan): void {
  const ids = changes.map(({ row }) => row.id);
  ctx.db.run(insertBulkEditRows, { edit_id: editId, ids: JSON.stringify(ids) });
  const facts = changes.map(({ row: { id, version }, after }) => ({ id, version, ...after }));
  const written = ctx.db.run(writeChosen, { changes: JSON.stringify(facts), now_ms: ctx.nowMs });
  if (written !== changes.length) throw new Error(`expected to change ${changes.length}, changed ${written}`);
  for (const { id, version } of facts)
    ctx.emit({ kind: 'product.saved', productId: id, version: version + 1 });
}

type UndoFault = AppError<'bulkEdit.unknown' | 'bulkEdit.undone' | 'bulkEdit.archived'>;
type Undone = Result<CallAnswer<'product.undoBulkEdit'>, UndoFault>;

function checkStands(db: ReadableDb, id: string): Result<null, UndoFault> {
  const edit = db.get(findBulkEdit, { id });
  if (!edit) return err({ code: 'bulkEdit.unknown' });
  if (edit.undone_at_ms !== null) return err({ code: 'bulkEdit.undone' });
  const archived = db.get(findArchivedBefore, { edit_id: id });
  return archived ? err({ code: 'bulkEdit.archived', data: archived }) : ok(null);
}

/** The sums that the undo itself would come to now. */
function undoOutcome(db: ReadableDb, id: string): CallAnswer<'product.undoBulkEdit'> {
  const { n, as_left } = db.get(countAsLeft, { edit_id: id }) ?? { n: 0, as_left: 0 };
  const kept = n === as_left ? [] : db.all(listChangedSince, { edit_id: id, limit: LISTED });
  return {
    restored: as_left,
    keptCount: n - as_left,
    kept: kept.map(({ product_id, name }) => ({ id: product_id, name })),
  };
}

export function previewUndoBulkEdit(
  { db }: QueryCtx,
  { id }: CallParsedInput<'product.previewUndoBulkEdit'>,
): Undone {
  const stands = checkStands(db, id);
  return stands.ok ? ok(undoOutcome(db, id)) : stands;
}

/** What changed again since stays, and is named: nobody's later work is lost. */
export function undoBulkEdit(ctx: CommandCtx, { id }: CallParsedInput<'product.undoBulkEdit'>): Undone {
  const stands = checkStands(ctx.db, id);
  if (!stands.ok) return stands;
  const outcome = undoOutcome(ctx.db, id);
  const asLeft = ctx.db.all(listAsLeft, { edit_id: id });
  ctx.db.run(writeBack, { edit_id: id, now_ms: ctx.nowMs });
  for (const { product_id: productId, version_after: version } of asLeft)
    ctx.emit({ kind: 'product.saved', productId, version: version + 1 });
  ctx.db.runOne(setUndone, { id, now_ms: ctx.nowMs });
  const after = { restored: outcome.restored, kept: outcome.keptCount };
  ctx.audit({ action: 'product.bulkUndone', subjectKind: 'bulkEdit', subjectId: id, after });
  ctx.changed('product');
  return ok(outcome);
}

export function listBulkEdits({ db }: QueryCtx): Result<CallAnswer<'product.listBulkEdits'>, never> {
  return ok(
    db.all(listRows, { limit: LISTED }).map((row) => ({
      id: row.id,
      change: bulkChangeSchema.parse(JSON.parse(row.change_json)),
      products: row.products,
      staffName: row.staff_name,
      atMs: row.at_ms,
      undone: toUndone(row),
    })),
  );
}

const undoneCounts = z.object({ restored: z.int(), kept: z.int() });

function toUndone(row: {
  undone_at_ms: number | null;
  undone_by: string | null;
  undone_json: string | null;
}): CallAnswer<'product.listBulkEdits'>[number]['undone'] {
  const { undone_at_ms: atMs, undone_by, undone_json } = row;
  if (atMs === null) return null;
  return { atMs, staffName: undone_by ?? '', ...undoneCounts.parse(JSON.parse(undone_json ?? '')) };
}

function toExample(
  db: ReadableDb,
  kind: 'price' | 'category' | 'taxCategory',
  { row, after }: PlannedChange,
): Preview['examples'][number] {
  const nameOf = (part: PlannedChange['after']): string | null => {
    if (kind === 'price') return null;
    if (kind === 'taxCategory')
      return db.get(findTaxCategoryName, { id: part.tax_category_id })?.name ?? null;
    return part.category_id === null ? null : (db.get(findCategory, { id: part.category_id })?.name ?? null);
  };
  return {
    id: row.id,
    name: row.name,
    beforeMinor: kind === 'price' ? row.price_minor : null,
    afterMinor: kind === 'price' ? after.price_minor : null,
    beforeName: nameOf(row),
    afterName: nameOf(after),
  };
}

function sumOf(changes: readonly PlannedChange[], price: (change: PlannedChange) => number | null): number {
  return changes.reduce((sum, change) => sum + (price(change) ?? 0), 0);
}

function exponentOf(db: ReadableDb): number {
  return db.get(getExponent, {})?.currency_exponent ?? 2;
}
