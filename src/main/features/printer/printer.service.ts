import type { CallAnswer } from '../../../shared/contract/index.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { hindrance, opensDrawerAllTheSame } from '../../devices/printer/escpos-status.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import { getPrintJob, listRegisterJobs, type PrintJobRow, updatePrintJob } from './print-job.sql.ts';
import { queuePrint } from './queue-print.ts';
import { receiptTexts } from './receipt-language.ts';
import { registerPrinter } from './register-printer.ts';
import { testPage } from './test-page.ts';

const ENDED_JOBS_SHOWN = 10;

type JobView = CallAnswer<'printer.retryJob'>;

export const printerHandlers: FeatureHandlers<'printer'> = {
  getStatus: async (ctx) => {
    if (!isConfigured(ctx)) return ok({ configured: false, ready: false, errorCode: null });
    const trouble = await findTrouble(ctx);
    return ok({ configured: true, ready: trouble === null, errorCode: trouble });
  },

  listJobs: (ctx) => {
    const key = { register_id: ctx.device.registerId, ended: ENDED_JOBS_SHOWN };
    return ok(ctx.db.all(listRegisterJobs, key).map(toJob));
  },

  /** A waiting job is tried at once instead of at the end of its wait. */
  retryJob: (ctx, { id }) => {
    const job = findOwnJob(ctx, id);
    if (!job) return err({ code: 'printer.jobUnknown' });
    if (isOver(job)) return err({ code: 'printer.jobDone' });
    if (job.state !== 'queued') {
      ctx.db.runOne(updatePrintJob, {
        id,
        state: 'queued',
        error_code: null,
        attempts: 0,
        now_ms: ctx.nowMs,
      });
      noteJob(ctx, 'print.retried', job);
    }
    ctx.afterCommit(() => ctx.services.printing.run(id));
    return ok(toJob(findOwnJob(ctx, id)!));
  },

  cancelJob: (ctx, { id }) => {
    const job = findOwnJob(ctx, id);
    if (!job) return err({ code: 'printer.jobUnknown' });
    if (isOver(job)) return err({ code: 'printer.jobDone' });
    const { error_code, attempts } = job;
    ctx.db.runOne(updatePrintJob, { id, state: 'cancelled', error_code, attempts, now_ms: ctx.nowMs });
    noteJob(ctx, 'print.cancelled', job);
    ctx.afterCommit(() => ctx.services.printing.drop(job.register_id, id));
    return ok(toJob(findOwnJob(ctx, id)!));
  },

  /** The printer is asked before anything is written, the drawer opens after the note of it is safe. */
  openDrawer: staged({
    prepare: async (ctx: QueryCtx) => {
      const code = isConfigured(ctx) ? await findTrouble(ctx) : 'printer.notConfigured';
      return code === null || opensDrawerAllTheSame(code) ? ok(null) : err({ code });
    },
    run: (ctx: CommandCtx, input: { reason: string }) => {
      const { registerId } = ctx.device;
      ctx.audit({
        action: 'drawer.opened',
        subjectKind: 'register',
        subjectId: registerId,
        reason: input.reason,
      });
      ctx.afterCommit(() => ctx.services.printing.kickDrawer(registerId));
      return ok({});
    },
  }),

  printTest: (ctx) => {
    if (!isConfigured(ctx)) return err({ code: 'printer.notConfigured' });
    const printer = registerPrinter(ctx.db, ctx.device.registerId);
    const bytes = testPage(printer, receiptTexts(ctx.db).printer);
    const request = { registerId: printer.registerId, documentId: null, copyNumber: 0, bytes };
    return ok({ jobId: queuePrint(ctx, request) });
  },
};

function isConfigured(ctx: QueryCtx): boolean {
  return registerPrinter(ctx.db, ctx.device.registerId).address !== null;
}

async function findTrouble(ctx: QueryCtx): Promise<Trouble | null> {
  const status = await ctx.services.printing.printerOf(ctx.device.registerId).status();
  return status.ok ? hindrance(status.value) : status.error.code;
}

type Trouble = NonNullable<ReturnType<typeof hindrance>>;

/** Another register's jobs are not this one's business. */
function findOwnJob(ctx: CommandCtx, id: string): PrintJobRow | null {
  const job = ctx.db.get(getPrintJob, { id });
  return job?.register_id === ctx.device.registerId ? job : null;
}

/** Bytes that are on their way cannot be called back, nor sent a second time. */
function isOver(job: PrintJobRow): boolean {
  return job.state === 'printed' || job.state === 'cancelled' || job.state === 'printing';
}

function noteJob(ctx: CommandCtx, action: string, job: PrintJobRow): void {
  const before = { jobId: job.id, state: job.state, errorCode: job.error_code };
  const subject = job.document_id
    ? { subjectKind: 'document', subjectId: job.document_id }
    : { subjectKind: 'printJob', subjectId: job.id };
  ctx.audit({ action, ...subject, before });
  ctx.changed('printer', job.id);
}

function toJob(row: PrintJobRow): JobView {
  return {
    id: row.id,
    documentId: row.document_id,
    documentNumber: row.fiscal_number,
    state: row.state,
    errorCode: row.error_code,
    attempts: row.attempts,
    createdAtMs: row.created_at_ms,
  };
}
