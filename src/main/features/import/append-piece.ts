import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { Inspection, InspectionFault } from '../../jobs/catalogue-import-inspect.ts';
import { runInspection } from '../../jobs/run-inspection.ts';
import { updateFinished, updateReceived } from './import.sql.ts';
import { findImport, type ImportRun, type ImportView } from './import-run.ts';
import { viewOf } from './import-view.ts';

type Input = CallParsedInput<'import.append'>;
type Fault = AppError<'import.unknown' | 'import.wrongState' | 'import.tooLarge' | InspectionFault>;

/** What the file says of itself once it is whole; a fault of the file itself ends the import. */
type Received = Result<Inspection, InspectionFault> | null;

/** Takes one piece of the file. The bytes go to their place before the transaction that counts them: a piece that was
 *  written but not counted is written again, over itself. */
export const appendPiece: FeatureHandlers<'import'>['append'] = staged<
  Input,
  ImportView,
  Fault['code'],
  Received,
  ImportView
>({
  prepare: receive,
  run: count,
});

async function receive(ctx: QueryCtx, input: Input): Promise<Result<Received, Fault>> {
  const bytes = Buffer.from(input.dataBase64, 'base64');
  const run = placeOf(ctx, input, bytes.length);
  if (!run.ok) return run;
  const { files } = ctx.services.imports;
  if (input.offset === run.value.bytesReceived) await files.writePiece(input.id, input.offset, bytes);
  const still = placeOf(ctx, input, bytes.length);
  // Called off while the disk took the piece: its file must not stay.
  if (!still.ok && findImport(ctx.db, input.id)?.state === 'cancelled') files.removeAll(input.id);
  if (!still.ok) return still;
  if (!input.last || run.value.state !== 'receiving') return ok(null);
  const workbookFile = files.putWorkbookAside(input.id) ? files.workbook(input.id) : null;
  return ok(await runInspection({ csvFile: files.csv(input.id), workbookFile, wish: {} }));
}

function count(ctx: CommandCtx, input: Input, received: Received): Result<ImportView, Fault> {
  const { id } = input;
  const endsAt = input.offset + Buffer.byteLength(input.dataBase64, 'base64');
  const run = placeOf(ctx, input, endsAt - input.offset);
  if (!run.ok) return run;
  if (run.value.state !== 'receiving') return ok(viewOf(ctx, run.value));
  if (received?.ok === false) return refuse(ctx, id, received.error);
  ctx.db.runOne(updateReceived, {
    id,
    state: received === null ? 'receiving' : 'received',
    bytes_received: Math.max(run.value.bytesReceived, endsAt),
    inspection_json: received === null ? null : JSON.stringify(received.value),
  });
  if (received !== null) ctx.changed('import', id);
  return ok(viewOf(ctx, findImport(ctx.db, id) ?? run.value));
}

/** The import, if this piece is the next one or one it has already. */
function placeOf(ctx: QueryCtx, { id, offset, last }: Input, length: number): Result<ImportRun, Fault> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  const endsAt = offset + length;
  if (endsAt > run.totalBytes) return err({ code: 'import.tooLarge', data: { totalBytes: run.totalBytes } });
  const isKnown = endsAt <= run.bytesReceived && (run.state === 'receiving' || run.state === 'received');
  const isNext = run.state === 'receiving' && offset === run.bytesReceived;
  if (!(isKnown || isNext) || (last && endsAt !== run.totalBytes)) {
    return err({
      code: 'import.wrongState',
      data: { id, state: run.state, bytesReceived: run.bytesReceived },
    });
  }
  return ok(run);
}

/** The call is refused and its rows undone, but that the import failed is kept. */
function refuse(ctx: CommandCtx, id: string, code: InspectionFault): Result<never, Fault> {
  ctx.evenIfRefused((db) => {
    db.runOne(updateFinished, { id, state: 'failed', error_code: code, finished_at_ms: ctx.nowMs });
    ctx.services.imports.files.removeAll(id);
  });
  return err({ code, data: { id } });
}
