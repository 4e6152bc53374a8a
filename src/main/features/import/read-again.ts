import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { Inspection, InspectionFault } from '../../jobs/catalogue-import-inspect.ts';
import { runInspection } from '../../jobs/run-inspection.ts';
import { updateInspection } from './import.sql.ts';
import { findImport, type ImportRun, type ImportView } from './import-run.ts';
import { mustView } from './import-view.ts';

type Input = CallParsedInput<'import.readAgain'>;
type Fault = AppError<'import.unknown' | 'import.wrongState' | InspectionFault>;

/** Looks at the file again as a person says it is to be read: another encoding, delimiter or sheet. */
export const readAgain: FeatureHandlers<'import'>['readAgain'] = staged<
  Input,
  ImportView,
  Fault['code'],
  Inspection,
  ImportView
>({
  prepare: look,
  run: keep,
});

async function look(
  ctx: QueryCtx,
  { id, encoding, delimiter, sheet }: Input,
): Promise<Result<Inspection, Fault>> {
  const run = waitingRun(ctx, id);
  if (!run.ok) return run;
  const { files } = ctx.services.imports;
  const workbookFile = run.value.inspection?.workbook ? files.workbook(id) : null;
  const wish = { encoding, delimiter, sheet };
  const seen = await runInspection({ csvFile: files.csv(id), workbookFile, wish });
  return seen.ok ? seen : err({ code: seen.error, data: { id } });
}

function keep(ctx: CommandCtx, { id }: Input, inspection: Inspection): Result<ImportView, Fault> {
  const run = waitingRun(ctx, id);
  if (!run.ok) return run;
  ctx.db.runOne(updateInspection, { id, inspection_json: JSON.stringify(inspection) });
  ctx.changed('import', id);
  return ok(mustView(ctx, id));
}

/** An import whose file is whole and which nothing was written of yet. */
function waitingRun(
  ctx: QueryCtx,
  id: string,
): Result<ImportRun, AppError<'import.unknown' | 'import.wrongState'>> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  const waits = run.state === 'received' || run.state === 'checked';
  return waits ? ok(run) : err({ code: 'import.wrongState', data: { id, state: run.state } });
}
