import type { Permission, Role } from '../../../shared/contract/permissions.ts';
import { modify, select } from '../../storage/sql.ts';

export interface SessionRow {
  staff_id: string;
  name: string;
  role: Role;
  device_id: string | null;
  last_seen_at_ms: number;
}

/** A live session of an active person, by the hash of its token. */
export const findSession = select<{ token_hash: string; seen_after_ms: number }, SessionRow>(
  `SELECT s.staff_id, st.name, st.role, s.device_id, s.last_seen_at_ms
   FROM session s JOIN staff st ON st.id = s.staff_id
   WHERE s.token_hash = :token_hash AND s.ended_at_ms IS NULL AND s.last_seen_at_ms > :seen_after_ms AND st.active = 1`,
);

export const touchSession = modify<{ token_hash: string; now_ms: number }>(
  'UPDATE session SET last_seen_at_ms = :now_ms WHERE token_hash = :token_hash',
);

export interface DeviceRow {
  id: string;
  name: string;
  register_id: string;
  register_name: string;
}

export const findDevice = select<{ token_hash: string }, DeviceRow>(
  `SELECT d.id, d.name, d.register_id, r.name AS register_name
   FROM device d JOIN register r ON r.id = d.register_id
   WHERE d.token_hash = :token_hash AND d.active = 1`,
);

export const touchDevice = modify<{ id: string; now_ms: number }>(
  'UPDATE device SET last_seen_at_ms = :now_ms WHERE id = :id',
);

export const useApproval = modify<
  { id: string; staff_id: string; device_id: string; permission: string; now_ms: number },
  { approver_id: string }
>(
  `UPDATE approval SET used_at_ms = :now_ms
   WHERE id = :id AND staff_id = :staff_id AND device_id = :device_id AND permission = :permission
     AND used_at_ms IS NULL AND expires_at_ms > :now_ms AND created_at_ms <= :now_ms
   RETURNING approver_id`,
);

/** What an approval that can still be used lends, without using it. */
export const findApproval = select<
  { id: string; staff_id: string; device_id: string; now_ms: number },
  { approver_id: string; permission: Permission; name: string; role: Role }
>(
  `SELECT a.approver_id, a.permission, st.name, st.role FROM approval a JOIN staff st ON st.id = a.approver_id
   WHERE a.id = :id AND a.staff_id = :staff_id AND a.device_id = :device_id AND st.active = 1
     AND a.used_at_ms IS NULL AND a.expires_at_ms > :now_ms AND a.created_at_ms <= :now_ms`,
);
