import { type ReadSql, select } from '../../storage/sql.ts';
import type { AuditTable } from '../../storage/tables.ts';

export type AuditRow = Pick<
  AuditTable,
  'id' | 'at_ms' | 'action' | 'subject_kind' | 'subject_id' | 'before_json' | 'after_json' | 'reason'
> & {
  staff_name: string | null;
  approver_name: string | null;
  device_name: string | null;
  register_name: string | null;
};

/** `action` is the beginning of one: 'sale.' finds all that was done to carts. */
export type AuditFilter = 'action' | 'staff' | 'subject';

export type AuditParams = {
  action: string;
  action_end: string;
  staff_id: string | null;
  subject_id: string;
  limit: number;
  offset: number;
};

const conditions: Readonly<Record<AuditFilter, string>> = {
  action: 'a.action >= :action AND a.action < :action_end',
  staff: '(a.staff_id = :staff_id OR a.approver_id = :staff_id)',
  subject: 'a.subject_id = :subject_id',
};

function where(filters: readonly AuditFilter[]): string {
  return filters.length > 0 ? `WHERE ${filters.map((filter) => conditions[filter]).join(' AND ')}` : '';
}

const columns = `a.id, a.at_ms, a.action, a.subject_kind, a.subject_id, a.before_json, a.after_json, a.reason,
  s.name AS staff_name, p.name AS approver_name, d.name AS device_name, r.name AS register_name`;

type Statements = {
  readonly list: ReadSql<AuditParams, AuditRow>;
  readonly count: ReadSql<AuditParams, { n: number }>;
};

function declare(filters: readonly AuditFilter[]): Statements {
  return {
    list: select<AuditParams, AuditRow>(
      `SELECT ${columns} FROM audit a
         LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN staff p ON p.id = a.approver_id
         LEFT JOIN device d ON d.id = a.device_id LEFT JOIN register r ON r.id = a.register_id
       ${where(filters)} ORDER BY a.seq DESC LIMIT :limit OFFSET :offset`,
    ),
    count: select<AuditParams, { n: number }>(`SELECT count(*) AS n FROM audit a ${where(filters)}`),
  };
}

const declared = new Map<string, Statements>();

/** One pair of statements for each combination of filters, so that each gets the index it needs. */
export function auditStatements(filters: readonly AuditFilter[]): Statements {
  const key = filters.join();
  const known = declared.get(key) ?? declare(filters);
  declared.set(key, known);
  return known;
}
