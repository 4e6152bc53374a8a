import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { findImport } from '../import/import-run.ts';
import { listStatement } from '../product/list-products.ts';
import type { ExportOrder } from './export-jobs.ts';

type View = CallAnswer<'export.get'>;
type Format = Pick<CallParsedInput<'export.faultyRows'>, 'format' | 'language'>;

export const exportHandlers: FeatureHandlers<'export'> = { catalogue, faultyRows, get, read };

function catalogue(
  ctx: CommandCtx,
  input: CallParsedInput<'export.catalogue'>,
): Result<View, AppError<'export.busy'>> {
  const { format, language, commandId: _, approvalId: __, ...filter } = input;
  const { dataDir } = ctx;
  const source = listStatement(ctx.db, { ...filter, limit: 0, offset: 0 });
  const begun = begin(ctx, { format, language }, 'products', (file, signal) => ({
    kind: 'exportCatalogue',
    input: { dataDir, file, format, language, source, signal },
  }));
  if (begun.ok) {
    const { id } = begun.value;
    // Costs leave the shop with it.
    ctx.audit({
      action: 'product.exported',
      subjectKind: 'export',
      subjectId: id,
      after: { format, ...filter },
    });
  }
  return begun;
}

function faultyRows(
  ctx: CommandCtx,
  { importId, format, language }: CallParsedInput<'export.faultyRows'>,
): Result<View, AppError<'import.unknown' | 'import.wrongState' | 'export.busy'>> {
  const run = findImport(ctx.db, importId);
  if (!run) return err({ code: 'import.unknown', data: { id: importId } });
  const { imports } = ctx.services;
  if ((run.state !== 'checked' && run.state !== 'applied') || !imports.files.hasStaging(importId)) {
    return err({ code: 'import.wrongState', data: { id: importId, state: run.state } });
  }
  const headers = run.inspection?.headers ?? [];
  const stagingFile = imports.files.staging(importId);
  return begin(ctx, { format, language }, 'left-out', (file, signal) => ({
    kind: 'exportFaultyRows',
    input: { stagingFile, file, format, language, headers, signal },
  }));
}

function begin(
  ctx: CommandCtx,
  { format }: Format,
  name: string,
  job: ExportOrder['job'],
): Result<View, AppError<'export.busy'>> {
  const { exports } = ctx.services;
  if (exports.isBusy()) return err({ code: 'export.busy' });
  const day = new Date(ctx.nowMs).toISOString().slice(0, 10);
  const order = { id: ctx.newId(), staffId: ctx.staff.id, fileName: `${name}-${day}`, format, job };
  ctx.afterCommit(() => exports.start(order));
  return ok(exports.begin(order));
}

function get(ctx: QueryCtx, { id }: CallParsedInput<'export.get'>): Result<View, AppError<'export.unknown'>> {
  const view = ctx.services.exports.find(id, ctx.staff.id);
  return view ? ok(view) : err({ code: 'export.unknown', data: { id } });
}

function read(
  ctx: QueryCtx,
  { id, offset }: CallParsedInput<'export.read'>,
): Result<CallAnswer<'export.read'>, AppError<'export.unknown'>> {
  const piece = ctx.services.exports.read(id, ctx.staff.id, offset);
  return piece ? ok(piece) : err({ code: 'export.unknown', data: { id } });
}
