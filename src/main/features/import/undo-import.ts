import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { countBefore, countNotUndone, listNotUndone, updateUndoing } from './import.sql.ts';
import { findImport, type ImportView } from './import-run.ts';
import { mustView } from './import-view.ts';
import { findBusyOther } from './one-at-a-time.ts';

/** Starts the undo of an applied import; how far it is follows in `import.get`. */
export function undoImport(
  ctx: CommandCtx,
  { id }: CallParsedInput<'import.undo'>,
): Result<
  ImportView,
  AppError<'import.unknown' | 'import.wrongState' | 'import.busy' | 'import.undoForgotten'>
> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  if (run.state !== 'applied') return err({ code: 'import.wrongState', data: { id, state: run.state } });
  if (run.undo?.possible !== true) return err({ code: 'import.undoForgotten', data: { id } });
  const busy = findBusyOther(ctx.db, id);
  if (busy) return err({ code: 'import.busy', data: { id: busy.id, fileName: busy.fileName } });
  ctx.db.runOne(updateUndoing, { id });
  ctx.audit({
    action: 'import.undone',
    subjectKind: 'import',
    subjectId: id,
    before: { fileName: run.fileName, products: ctx.db.get(countBefore, { run_id: id })?.n ?? 0 },
  });
  ctx.afterCommit(() => ctx.services.imports.startUndoing(id));
  ctx.changed('import', id);
  return ok(mustView(ctx, id));
}

/** Rows that an undo left as they are, because someone changed their products since. */
export function listNotUndoneRows(
  ctx: QueryCtx,
  { id, offset, limit }: CallParsedInput<'import.listNotUndone'>,
): Result<CallAnswer<'import.listNotUndone'>, AppError<'import.unknown'>> {
  if (!findImport(ctx.db, id)) return err({ code: 'import.unknown', data: { id } });
  const rows = ctx.db.all(listNotUndone, { run_id: id, offset, limit });
  return ok({
    rows: rows.map(({ row_number, product_id, name, code }) => ({
      rowNumber: row_number,
      productId: product_id,
      name,
      code,
    })),
    total: ctx.db.get(countNotUndone, { run_id: id })?.n ?? 0,
  });
}
