import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { countFaults, listStagedFaults } from '../../jobs/catalogue-import.sql.ts';
import { openStagingDatabase } from '../../storage/staging-database.ts';
import { appendPiece } from './append-piece.ts';
import { checkImport } from './check-import.ts';
import {
  insertRun,
  listRuns,
  listUnfinishedRuns,
  updateCancelling,
  updateFinished,
  updateState,
} from './import.sql.ts';
import { findImport, type ImportView, toRun } from './import-run.ts';
import { mustView, viewOf } from './import-view.ts';
import { isBusy } from './one-at-a-time.ts';
import { readAgain } from './read-again.ts';
import { listNotUndoneRows, undoImport } from './undo-import.ts';

const RUNS_SHOWN = 50;

export const importHandlers: FeatureHandlers<'import'> = {
  begin,
  append: appendPiece,
  check: checkImport,
  apply,
  cancel,
  undo: undoImport,
  listNotUndone: listNotUndoneRows,
  readAgain,
  get,
  list: (ctx) => ok(ctx.db.all(listRuns, { limit: RUNS_SHOWN }).map((row) => viewOf(ctx, toRun(row)))),
  listFaults,
};

function begin(
  ctx: CommandCtx,
  input: CallParsedInput<'import.begin'>,
): Result<ImportView, AppError<'import.busy'>> {
  const unfinished = ctx.db.all(listUnfinishedRuns, {}).map(toRun);
  const busy = unfinished.find(
    (run) => isBusy(run) || (run.state === 'receiving' && run.staffId !== ctx.staff.id),
  );
  if (busy) return err({ code: 'import.busy', data: { id: busy.id, fileName: busy.fileName } });
  for (const run of unfinished) end(ctx, run.id, 'import.replaced');
  const id = ctx.newId();
  ctx.db.runOne(insertRun, {
    id,
    file_name: input.fileName,
    total_bytes: input.totalBytes,
    staff_id: ctx.staff.id,
    created_at_ms: ctx.nowMs,
  });
  ctx.afterCommit(() => ctx.services.imports.keepOnly(id));
  ctx.changed('import', id);
  return ok(mustView(ctx, id));
}

function apply(
  ctx: CommandCtx,
  { id }: CallParsedInput<'import.apply'>,
): Result<ImportView, AppError<'import.unknown' | 'import.wrongState' | 'import.busy'>> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  if (run.state !== 'checked') return err({ code: 'import.wrongState', data: { id, state: run.state } });
  ctx.db.runOne(updateState, { id, from_state: 'checked', state: 'applying' });
  const { fileName } = run;
  // What was written is not known yet; the import itself will say.
  const { applied: _, ...counts } = run.counts ?? { applied: 0 };
  ctx.audit({ action: 'import.applied', subjectKind: 'import', subjectId: id, after: { fileName, counts } });
  ctx.afterCommit(() => ctx.services.imports.startApplying(id));
  ctx.changed('import', id);
  return ok(mustView(ctx, id));
}

function cancel(
  ctx: CommandCtx,
  { id }: CallParsedInput<'import.cancel'>,
): Result<ImportView, AppError<'import.unknown' | 'import.wrongState'>> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  if (run.finishedAtMs !== null || run.state === 'undoing')
    return err({ code: 'import.wrongState', data: { id, state: run.state } });
  // Being taken back already: nothing more to do.
  if (run.state === 'cancelling') return ok(viewOf(ctx, run));
  if (run.state === 'applying') ctx.db.runOne(updateCancelling, { id, error_code: null });
  else end(ctx, id, null);
  ctx.audit({
    action: 'import.cancelled',
    subjectKind: 'import',
    subjectId: id,
    before: { state: run.state },
  });
  ctx.afterCommit(() => {
    if (run.state === 'applying' || run.state === 'checking') ctx.services.imports.stop(id);
    else ctx.services.imports.files.removeAll(id);
  });
  ctx.changed('import', id);
  return ok(mustView(ctx, id));
}

function get(
  ctx: QueryCtx,
  { id }: CallParsedInput<'import.get'>,
): Result<ImportView, AppError<'import.unknown'>> {
  const run = findImport(ctx.db, id);
  return run ? ok(viewOf(ctx, run)) : err({ code: 'import.unknown', data: { id } });
}

function listFaults(
  ctx: QueryCtx,
  input: CallParsedInput<'import.listFaults'>,
): ReturnType<typeof importHandlers.listFaults> {
  const run = findImport(ctx.db, input.id);
  if (!run) return err({ code: 'import.unknown', data: { id: input.id } });
  // The thread that checks has the file to itself; what is cleared away has no rows left to show.
  const staging =
    run.state === 'checking' ? null : openStagingDatabase(ctx.services.imports.files.staging(run.id));
  if (!staging) return ok({ rows: [], total: 0 });
  try {
    const rows = staging.all(listStagedFaults, { offset: input.offset, limit: input.limit });
    return ok({
      rows: rows.map(({ row_number, code, column_name, value }) => ({
        rowNumber: row_number,
        code,
        column: column_name,
        value,
      })),
      total: staging.get(countFaults, {})?.n ?? 0,
    });
  } finally {
    staging.close();
  }
}

function end(ctx: CommandCtx, id: string, errorCode: string | null): void {
  ctx.db.runOne(updateFinished, { id, state: 'cancelled', error_code: errorCode, finished_at_ms: ctx.nowMs });
}
