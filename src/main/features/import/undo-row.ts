import type { ImportBeforeTable } from '../../storage/tables.ts';
import { getProduct } from '../product/product-view.ts';
import { type ProductFields, writeUnindexed } from '../product/write-product.ts';
import {
  deleteBefore,
  deleteMadeCategory,
  deleteUnusedCategory,
  insertNotUndone,
  listBefore,
  listMadeCategories,
} from './import.sql.ts';
import { currentFields } from './product-fields.ts';
import { archiveFreed } from './take-back.ts';
import type { WritingCtx } from './writing-context.ts';

export type UndoOutcome = 'restored' | 'archived' | 'kept';

/** A new product's version as its import left it. */
const FIRST_VERSION = 1;

/** Undoes the last row that is still to be undone: a changed product gets its fields back, a new one is archived and
 *  gives its codes free. What someone changed since stays as it is and is noted. Inside a transaction of the caller;
 *  what is undone is forgotten in the same transaction, so that a kill goes on where it was.
 *  @returns null when nothing is left. */
export function undoLastRow(ctx: WritingCtx, runId: string): UndoOutcome | null {
  const [before] = ctx.db.all(listBefore, { run_id: runId, limit: 1 });
  if (before === undefined) return null;
  const code = undoRow(ctx, before);
  ctx.db.runOne(deleteBefore, { run_id: runId, row_number: before.row_number });
  if (code === null) return before.before_json === null ? 'archived' : 'restored';
  const { product_id, row_number } = before;
  const found = getProduct(ctx.db, product_id);
  const name = found.ok ? found.value.name : '';
  ctx.db.runOne(insertNotUndone, { run_id: runId, row_number, product_id, name, code });
  return 'kept';
}

/** Categories that the import made and that hold nothing go; the others stay. */
export function undoLastCategory(ctx: WritingCtx, runId: string): boolean {
  const [made] = ctx.db.all(listMadeCategories, { run_id: runId, limit: 1 });
  if (made === undefined) return false;
  ctx.db.run(deleteUnusedCategory, { id: made.category_id });
  ctx.db.runOne(deleteMadeCategory, { run_id: runId, position: made.position });
  return true;
}

/** @returns why the product stays as it is, null when it was undone. */
function undoRow(ctx: WritingCtx, before: ImportBeforeTable): string | null {
  const now = currentFields(ctx.db, before.product_id);
  if (now === null) return 'product.unknown';
  if (before.before_json === null || before.after_json === null) {
    if (now.version !== FIRST_VERSION) return 'import.changedSince';
    archiveFreed(ctx, before.product_id);
    return null;
  }
  const after = JSON.parse(before.after_json) as ProductFields;
  if (!isAsLeft(now.fields, after)) return 'import.changedSince';
  const fields = { ...now.fields, ...(JSON.parse(before.before_json) as ProductFields) };
  const written = writeUnindexed(ctx, { id: before.product_id, version: now.version }, fields);
  return written.ok ? null : written.error.code;
}

/** Whether every field that the import knew is still as it left it. */
function isAsLeft(now: ProductFields, after: ProductFields): boolean {
  const known = Object.keys(after) as (keyof ProductFields)[];
  return known.every((key) => JSON.stringify(now[key]) === JSON.stringify(after[key]));
}
