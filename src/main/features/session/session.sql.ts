import type { Role } from '../../../shared/contract/permissions.ts';
import { modify, select } from '../../storage/sql.ts';

export interface PersonRow {
  id: string;
  name: string;
  username: string;
  role: Role;
  password_hash: string;
  recovery_hash: string | null;
  active: number;
  pin_salt: string | null;
  pin_hash: string | null;
}

const PERSON = `SELECT s.id, s.name, s.username, s.role, s.password_hash, s.recovery_hash, s.active,
    p.salt AS pin_salt, p.pin_hash
  FROM staff s LEFT JOIN staff_pin p ON p.staff_id = s.id`;

export const findPerson = select<{ id: string }, PersonRow>(`${PERSON} WHERE s.id = :id`);

export const findPersonByUsername = select<{ username: string }, PersonRow>(
  `${PERSON} WHERE s.username = :username`,
);

export const listActivePeople = select<Record<string, never>, PersonRow>(
  `${PERSON} WHERE s.active = 1 ORDER BY s.name, s.id`,
);

export const insertSession = modify<{
  token_hash: string;
  staff_id: string;
  device_id: string | null;
  now_ms: number;
}>(
  `INSERT INTO session (token_hash, staff_id, device_id, started_at_ms, last_seen_at_ms)
   VALUES (:token_hash, :staff_id, :device_id, :now_ms, :now_ms)`,
);

export const endSession = modify<{ token_hash: string; now_ms: number }>(
  'UPDATE session SET ended_at_ms = :now_ms WHERE token_hash = :token_hash AND ended_at_ms IS NULL',
);

export const endSessionsOfStaff = modify<{ staff_id: string; except_hash: string; now_ms: number }>(
  `UPDATE session SET ended_at_ms = :now_ms
   WHERE staff_id = :staff_id AND token_hash <> :except_hash AND ended_at_ms IS NULL`,
);

export const endSessionsOfDevice = modify<{ device_id: string; now_ms: number }>(
  'UPDATE session SET ended_at_ms = :now_ms WHERE device_id = :device_id AND ended_at_ms IS NULL',
);

export const bindSession = modify<{ token_hash: string; device_id: string }>(
  'UPDATE session SET device_id = :device_id WHERE token_hash = :token_hash',
);

export const insertApproval = modify<{
  id: string;
  approver_id: string;
  staff_id: string;
  device_id: string;
  permission: string;
  created_at_ms: number;
  expires_at_ms: number;
}>(
  `INSERT INTO approval (id, approver_id, staff_id, device_id, permission, created_at_ms, expires_at_ms)
   VALUES (:id, :approver_id, :staff_id, :device_id, :permission, :created_at_ms, :expires_at_ms)`,
);

export const setRecoveredPassword = modify<{ id: string; password_hash: string; recovery_hash: string }>(
  `UPDATE staff SET password_hash = :password_hash, recovery_hash = :recovery_hash, version = version + 1
   WHERE id = :id`,
);

export interface ShopFactsRow {
  name: string;
  currency: string;
  currency_exponent: number;
  language: string;
  country: string;
  time_zone: string;
  tax_mode: 'included' | 'excluded';
  demo: number;
}

export const findShopFacts = select<Record<string, never>, ShopFactsRow>(
  'SELECT name, currency, currency_exponent, language, country, time_zone, tax_mode, demo FROM shop WHERE id = 1',
);

export const findDeviceById = select<
  { id: string },
  { id: string; name: string; register_id: string; register_name: string }
>(
  `SELECT d.id, d.name, d.register_id, r.name AS register_name
   FROM device d JOIN register r ON r.id = d.register_id WHERE d.id = :id`,
);
