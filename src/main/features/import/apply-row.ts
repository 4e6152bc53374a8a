import { compareProduct, type ExistingProduct, samePath } from '../../../domain/catalogue-import/compare.ts';
import type { ImportField, ImportProduct } from '../../../domain/catalogue-import/types.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createRowMatcher } from '../../jobs/catalogue-lookup.ts';
import { writeUnindexed } from '../product/write-product.ts';
import { categoryOf } from './category-path.ts';
import { insertBefore } from './import.sql.ts';
import type { ImportOptions } from './import-run.ts';
import { changedFields, currentFields, newFields } from './product-fields.ts';
import type { WritingCtx } from './writing-context.ts';

export interface ApplyTask {
  readonly runId: string;
  readonly options: ImportOptions;
}

export type RowOutcome = Result<'written' | 'unchanged', string>;

/** Writes one staged row, as the catalogue is now and not as it was when the list was checked, and keeps what the
 *  product was before. Inside a transaction of the caller.
 *  @returns an error code when the row can no longer be written; then nothing was. */
export function applyRow(ctx: WritingCtx, task: ApplyTask, row: ImportProduct): RowOutcome {
  const match = createRowMatcher(ctx.db)(row);
  if (!match.ok) return err(match.error.code);
  if (match.value === null) return writeNew(ctx, task, row);
  const comparison = compareProduct(match.value, row);
  if (comparison.kind !== 'changed') return ok('unchanged');
  const changed = new Set(comparison.changes.map(({ field }) => field));
  return writeChanged(ctx, task, row, { ...match.value, changed });
}

function writeNew(ctx: WritingCtx, task: ApplyTask, row: ImportProduct): RowOutcome {
  const categoryId = categoryOf(ctx, task.runId, row.categoryPath);
  const written = writeUnindexed(ctx, null, newFields(row, categoryId, task.options));
  if (!written.ok) return err(written.error.code);
  ctx.db.runOne(insertBefore, {
    run_id: task.runId,
    row_number: row.line,
    product_id: written.value.id,
    before_json: null,
    after_json: null,
    opening_milli: row.stockMilli || null,
  });
  return ok('written');
}

function writeChanged(
  ctx: WritingCtx,
  task: ApplyTask,
  row: ImportProduct,
  existing: ExistingProduct & { readonly changed: ReadonlySet<ImportField> },
): RowOutcome {
  const current = currentFields(ctx.db, existing.id);
  if (current === null) throw new Error(`product ${existing.id} is gone`);
  const stays = samePath(existing.categoryPath, row.categoryPath);
  const categoryId = stays ? null : categoryOf(ctx, task.runId, row.categoryPath);
  const after = changedFields(current.fields, row, categoryId, existing.changed);
  const written = writeUnindexed(ctx, { id: existing.id, version: current.version }, after);
  if (!written.ok) return err(written.error.code);
  ctx.db.runOne(insertBefore, {
    run_id: task.runId,
    row_number: row.line,
    product_id: existing.id,
    before_json: JSON.stringify(current.fields),
    after_json: JSON.stringify(currentFields(ctx.db, existing.id)?.fields),
    opening_milli: null,
  });
  return ok('written');
}
