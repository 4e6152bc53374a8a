import type { CommandCtx } from '../../context.ts';
import { insertPrintJob } from './print-job.sql.ts';

export interface PrintRequest {
  readonly registerId: string;
  readonly documentId: string | null;
  /** 0 for an original and for what is no receipt. */
  readonly copyNumber: number;
  readonly bytes: Uint8Array;
}

/** What queueing needs of its surroundings: a command's context, or the small transaction after a sale. */
export type QueueingCtx = Pick<CommandCtx, 'db' | 'nowMs' | 'newId' | 'afterCommit'> & {
  readonly services: Pick<CommandCtx['services'], 'printing'>;
};

/** Puts a print job in line in the running transaction; it starts after the commit. @returns the job's id. */
export function queuePrint(ctx: QueueingCtx, request: PrintRequest): string {
  const id = ctx.newId();
  ctx.db.runOne(insertPrintJob, {
    id,
    register_id: request.registerId,
    document_id: request.documentId,
    copy_number: request.copyNumber,
    payload: request.bytes,
    now_ms: ctx.nowMs,
  });
  ctx.afterCommit(() => ctx.services.printing.run(id));
  return id;
}
