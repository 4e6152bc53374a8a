import { roleAllows } from '../../../shared/contract/permissions.ts';
import type { QueryCtx } from '../../context.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { findApproval, useApproval } from './identity.sql.ts';

/** One permission, lent by a colleague's PIN to one act of one person at one device. */
export interface Approval {
  readonly id: string;
  readonly permission: string;
  readonly approver: { readonly id: string; readonly name: string };
}

/** The approval a caller presents, if it exists, is theirs, is for this device, can still be used and its
 *  giver may still lend it. */
export function presentApproval(
  db: ReadableDb,
  ctx: QueryCtx,
  approvalId: string | undefined,
): Approval | null {
  if (!approvalId || !ctx.who || !ctx.at) return null;
  const key = { id: approvalId, staff_id: ctx.who.id, device_id: ctx.at.id, now_ms: ctx.nowMs };
  const row = db.get(findApproval, key);
  if (!row || !roleAllows(row.role, row.permission)) return null;
  return { id: approvalId, permission: row.permission, approver: { id: row.approver_id, name: row.name } };
}

/** Uses it up, inside the act's own transaction. False when it was used meanwhile. */
export function takeApproval(db: WritableDb, ctx: QueryCtx, approval: Approval): boolean {
  const row = db.returning(useApproval, {
    id: approval.id,
    staff_id: ctx.staff.id,
    device_id: ctx.device.id,
    permission: approval.permission,
    now_ms: ctx.nowMs,
  });
  return row !== undefined;
}
