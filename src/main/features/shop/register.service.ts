import type { CallAnswer } from '../../../shared/contract/index.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import {
  findRegister,
  findRegisterByPrefix,
  insertImportedRegister,
  insertNumberSeries,
  insertRegister,
  listRegisters,
  type RegisterRow,
  updateRegister,
} from './register.sql.ts';
import { settleDoubt } from './settle-doubt.ts';

export type RegisterView = CallAnswer<'register.create'>;

/** Each counts by itself, without gaps where the law asks for that. */
const SERIES = ['sale', 'refund', 'training', 'order'] as const;

export const registerHandlers: FeatureHandlers<'register'> = {
  list: (ctx) => ok(ctx.db.all(listRegisters, {}).map(toRegister)),
  create: (ctx, { name, prefix }) => {
    if (ctx.db.get(findRegisterByPrefix, { prefix }))
      return err({ code: 'register.prefixTaken', data: { prefix } });
    return ok(addRegister(ctx, name, prefix));
  },
  getDoubt: (ctx) => ok({ doubt: ctx.services.numbers.doubt }),
  settleDoubt,
  update: (ctx, input) => {
    const before = ctx.db.get(findRegister, { id: input.id });
    if (!before) return err({ code: 'register.unknown', data: { id: input.id } });
    const row = ctx.db.returning(updateRegister, {
      id: input.id,
      name: input.name,
      printer_host: input.printerHost,
      printer_port: input.printerPort,
      paper_width_mm: input.paperWidthMm,
      printer_encoding: input.printerEncoding,
      print_automatically: Number(input.printAutomatically),
      has_drawer: Number(input.hasDrawer),
      version: input.expectedVersion,
    });
    if (!row) return err({ code: 'version.conflict', data: { version: before.version } });
    return ok(saved(ctx, 'register.changed', toRegister(row), toRegister(before)));
  },
};

/** Adds a register with its number series; the prefix must be free. */
export function addRegister(ctx: CommandCtx, name: string, prefix: string): RegisterView {
  const row = ctx.db.returning(insertRegister, { id: ctx.newId(), name, prefix, now_ms: ctx.nowMs });
  if (!row) throw new Error('the register was not added');
  for (const series of SERIES) ctx.db.runOne(insertNumberSeries, { register_id: row.id, series });
  return saved(ctx, 'register.created', toRegister(row));
}

/** The register that imported history stands under. Its numbers are those of the source behind its own prefix. */
export function addImportedRegister(
  ctx: CommandCtx,
  name: string,
  prefix: string,
): { readonly id: string; readonly name: string } {
  const id = ctx.newId();
  ctx.db.runOne(insertImportedRegister, { id, name, prefix, now_ms: ctx.nowMs });
  ctx.emit({ kind: 'register.saved', registerId: id, version: 1 });
  return { id, name };
}

function saved(ctx: CommandCtx, action: string, after: RegisterView, before?: RegisterView): RegisterView {
  ctx.audit({ action, subjectKind: 'register', subjectId: after.id, before, after });
  ctx.emit({ kind: 'register.saved', registerId: after.id, version: after.version });
  ctx.changed('shop');
  return after;
}

function toRegister(row: RegisterRow): RegisterView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    printerHost: row.printer_host,
    printerPort: row.printer_port,
    paperWidthMm: row.paper_width_mm as RegisterView['paperWidthMm'],
    printerEncoding: row.printer_encoding as RegisterView['printerEncoding'],
    printAutomatically: row.print_automatically === 1,
    hasDrawer: row.has_drawer === 1,
    version: row.version,
  };
}
