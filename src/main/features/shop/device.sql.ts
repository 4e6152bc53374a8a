import { modify, select } from '../../storage/sql.ts';

export interface DeviceRow {
  id: string;
  name: string;
  kind: 'window' | 'browser' | 'program';
  register_id: string;
  register_name: string;
  scanner_json: string | null;
  enrolled_at_ms: number;
  last_seen_at_ms: number | null;
  active: number;
}

const DEVICES = `SELECT d.id, d.name, d.kind, d.register_id, r.name AS register_name, d.scanner_json, d.enrolled_at_ms,
    d.last_seen_at_ms, d.active
  FROM device d JOIN register r ON r.id = d.register_id`;

export const listDevices = select<Record<string, never>, DeviceRow>(
  `${DEVICES} ORDER BY d.active DESC, d.enrolled_at_ms, d.id`,
);

export const findDevice = select<{ id: string }, DeviceRow>(`${DEVICES} WHERE d.id = :id`);

export const insertDevice = modify<{
  id: string;
  name: string;
  kind: string;
  register_id: string;
  token_hash: string;
  enrolled_by: string;
  now_ms: number;
}>(
  `INSERT INTO device (id, name, kind, register_id, token_hash, scanner_json, enrolled_at_ms, enrolled_by,
     last_seen_at_ms, active)
   VALUES (:id, :name, :kind, :register_id, :token_hash, NULL, :now_ms, :enrolled_by, NULL, 1)`,
);

export const revokeDevice = modify<{ id: string }>('UPDATE device SET active = 0 WHERE id = :id');

export const setScannerOf = modify<{ id: string; scanner_json: string }>(
  'UPDATE device SET scanner_json = :scanner_json WHERE id = :id',
);
