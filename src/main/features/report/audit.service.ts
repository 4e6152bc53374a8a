import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { type AuditFilter, type AuditRow, auditStatements } from './audit.sql.ts';

export const auditHandlers: FeatureHandlers<'audit'> = {
  list: (ctx, input) => {
    const { list, count } = auditStatements(filtersOf(input));
    const params = {
      action: input.action,
      action_end: `${input.action}\uffff`,
      staff_id: input.staffId,
      subject_id: input.subjectId,
      limit: input.limit,
      offset: input.offset,
    };
    return ok({ rows: ctx.db.all(list, params).map(toRow), total: ctx.db.get(count, params)?.n ?? 0 });
  },
};

function filtersOf(input: CallParsedInput<'audit.list'>): AuditFilter[] {
  const filters: AuditFilter[] = [];
  if (input.action !== '') filters.push('action');
  if (input.staffId !== null) filters.push('staff');
  if (input.subjectId !== '') filters.push('subject');
  return filters;
}

function toRow(row: AuditRow): CallAnswer<'audit.list'>['rows'][number] {
  return {
    id: row.id,
    atMs: row.at_ms,
    action: row.action,
    staffName: row.staff_name,
    approverName: row.approver_name,
    deviceName: row.device_name,
    registerName: row.register_name,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    reason: row.reason,
    before: row.before_json === null ? null : JSON.parse(row.before_json),
    after: row.after_json === null ? null : JSON.parse(row.after_json),
  };
}
