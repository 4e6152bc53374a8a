import type { Role } from '../../../shared/contract/permissions.ts';
import { modify, select } from '../../storage/sql.ts';

export interface StaffRow {
  id: string;
  name: string;
  username: string;
  role: Role;
  active: number;
  has_pin: number;
  version: number;
  password_hash: string;
}

const STAFF = `SELECT s.id, s.name, s.username, s.role, s.active, s.version, s.password_hash,
    EXISTS (SELECT 1 FROM staff_pin p WHERE p.staff_id = s.id) AS has_pin
  FROM staff s`;

export const listStaff = select<Record<string, never>, StaffRow>(
  `${STAFF} ORDER BY s.active DESC, s.name, s.id`,
);

export const findStaff = select<{ id: string }, StaffRow>(`${STAFF} WHERE s.id = :id`);

export const findUsername = select<{ username: string }, { id: string }>(
  'SELECT id FROM staff WHERE username = :username',
);

export const countOtherOwners = select<{ id: string }, { n: number }>(
  "SELECT count(*) AS n FROM staff WHERE role = 'owner' AND active = 1 AND id <> :id",
);

export const insertStaff = modify<{
  id: string;
  name: string;
  username: string;
  role: Role;
  password_hash: string;
  recovery_hash: string | null;
  now_ms: number;
}>(
  `INSERT INTO staff (id, name, username, role, password_hash, recovery_hash, active, created_at_ms, version)
   VALUES (:id, :name, :username, :role, :password_hash, :recovery_hash, 1, :now_ms, 1)`,
);

export const insertHistoryStaff = modify<{ id: string; name: string; username: string; now_ms: number }>(
  `INSERT INTO staff (id, name, username, role, password_hash, recovery_hash, active, created_at_ms, version)
   VALUES (:id, :name, :username, 'cashier', '', NULL, 0, :now_ms, 1)`,
);

export const updateStaff = modify<{ id: string; name: string; role: Role; active: number; version: number }>(
  `UPDATE staff SET name = :name, role = :role, active = :active, version = version + 1
   WHERE id = :id AND version = :version`,
);

export const setPasswordHash = modify<{ id: string; password_hash: string }>(
  'UPDATE staff SET password_hash = :password_hash, version = version + 1 WHERE id = :id',
);

export const savePin = modify<{ staff_id: string; salt: string; pin_hash: string; now_ms: number }>(
  `INSERT INTO staff_pin (staff_id, salt, pin_hash, set_at_ms) VALUES (:staff_id, :salt, :pin_hash, :now_ms)
   ON CONFLICT (staff_id) DO UPDATE SET salt = :salt, pin_hash = :pin_hash, set_at_ms = :now_ms`,
);

export const deletePin = modify<{ staff_id: string }>('DELETE FROM staff_pin WHERE staff_id = :staff_id');
