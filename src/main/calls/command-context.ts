import type { ChangeNotice } from '../../shared/contract/index.ts';
import { type Permission, roleAllows } from '../../shared/contract/permissions.ts';
import { err, ok } from '../../shared/result.ts';
import type { AuditEntry, CommandCtx, QueryCtx } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { type Approval, takeApproval } from '../features/session/lent-permission.ts';
import { nextHybridTime } from '../storage/hybrid-clock.ts';
import type { WritableDb } from '../storage/sql.ts';
import { insertAudit, insertOutbox } from '../storage/system.sql.ts';

/** What a command leaves for after its transaction. */
export interface Aftermath {
  readonly notices: ChangeNotice[];
  readonly work: (() => void)[];
  readonly kept: ((db: WritableDb) => void)[];
}

/** Widens a query's context to a command's: ids, events, audit, approval, and what runs after the commit. */
export function commandContext(
  base: QueryCtx,
  db: WritableDb,
  commandId: string,
  approval: Approval | null,
  aftermath: Aftermath,
): CommandCtx {
  let used: Approval | null = null;
  const holds = (permission: Permission): boolean => {
    if (base.who && roleAllows(base.who.role, permission)) return true;
    if (approval?.permission !== permission) return false;
    if (!used) {
      if (!takeApproval(db, base, approval)) return false;
      used = approval;
    }
    return true;
  };
  const ctx: CommandCtx = {
    nowMs: base.nowMs,
    clock: base.clock,
    caller: base.caller,
    dataDir: base.dataDir,
    services: base.services,
    who: base.who,
    at: base.at,
    // Not spread from `base`: that would read the guards `staff` and `device` now; they must speak only when asked.
    get staff() {
      return base.staff;
    },
    get device() {
      return base.device;
    },
    get approver() {
      return used?.approver ?? null;
    },
    db,
    commandId,
    allows: holds,
    newId: () => base.clock.newId(),
    require: (permission: Permission) =>
      holds(permission) ? ok(null) : err({ code: 'auth.approvalNeeded' as const, data: { permission } }),
    emit: (event: DomainEvent) => writeOutbox(ctx, event),
    audit: (entry: AuditEntry) => writeAudit(ctx, entry),
    changed: (topic: ChangeNotice['topic'], id?: string) =>
      void aftermath.notices.push({ topic, id: id ?? null }),
    afterCommit: (work: () => void) => void aftermath.work.push(work),
    evenIfRefused: (work: (db: WritableDb) => void) => void aftermath.kept.push(work),
  };
  return ctx;
}

function writeOutbox(ctx: CommandCtx, event: DomainEvent): void {
  const { kind, ...payload } = event;
  ctx.db.runOne(insertOutbox, {
    id: ctx.newId(),
    kind,
    payload_json: JSON.stringify(payload),
    hlc: nextHybridTime(ctx.db, ctx.nowMs),
    device_id: ctx.at?.id ?? null,
    at_ms: ctx.nowMs,
  });
}

function writeAudit(ctx: CommandCtx, entry: AuditEntry): void {
  ctx.db.runOne(insertAudit, {
    id: ctx.newId(),
    at_ms: ctx.nowMs,
    action: entry.action,
    staff_id: entry.staffId ?? ctx.who?.id ?? null,
    approver_id: ctx.approver?.id ?? null,
    device_id: ctx.at?.id ?? null,
    register_id: ctx.at?.registerId ?? null,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    before_json: entry.before === undefined ? null : JSON.stringify(entry.before),
    after_json: entry.after === undefined ? null : JSON.stringify(entry.after),
    reason: entry.reason ?? '',
  });
}
