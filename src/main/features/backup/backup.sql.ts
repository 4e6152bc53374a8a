import { modify, select } from '../../storage/sql.ts';
import type { BackupRunTable } from '../../storage/tables.ts';

type None = Record<string, never>;

export const getShopForBackup = select<None, { shop_uuid: string; time_zone: string }>(
  'SELECT shop_uuid, time_zone FROM shop WHERE id = 1',
);

const COLUMNS = `id, at_ms, kind, file, folder, encrypted, bytes, sha256, documents, heads_json, outbox_seq, verified,
  proven_at_ms, error_code`;

export const insertRun = modify<BackupRunTable>(
  `INSERT INTO backup_run (${COLUMNS}) VALUES (${COLUMNS.replace(/(\w+)/g, ':$1')}) ON CONFLICT (id) DO NOTHING`,
);

export const listRuns = select<None, BackupRunTable>(
  `SELECT ${COLUMNS} FROM backup_run ORDER BY at_ms DESC, id DESC`,
);

export const markProven = modify<{ file: string; folder: string; now_ms: number }>(
  `UPDATE backup_run SET proven_at_ms = :now_ms WHERE file = :file AND folder = :folder AND error_code IS NULL`,
);

/** The newest attempt, and when one last went well and was last proven. */
export const getSummary = select<
  None,
  {
    made_at_ms: number | null;
    proven_at_ms: number | null;
    outbox_seq: number | null;
    error_code: string | null;
  }
>(
  `SELECT (SELECT max(at_ms) FROM backup_run WHERE error_code IS NULL) AS made_at_ms,
     (SELECT max(proven_at_ms) FROM backup_run) AS proven_at_ms,
     (SELECT max(outbox_seq) FROM backup_run WHERE error_code IS NULL) AS outbox_seq,
     (SELECT error_code FROM backup_run ORDER BY at_ms DESC, id DESC LIMIT 1) AS error_code`,
);

export const getLastAuto = select<None, { at_ms: number | null }>(
  `SELECT max(at_ms) AS at_ms FROM backup_run WHERE kind = 'auto'`,
);

export const getLastChange = select<None, { seq: number | null }>('SELECT max(seq) AS seq FROM outbox');

export const getLastSeen = select<None, { at_ms: number | null }>(
  'SELECT max(last_seen_at_ms) AS at_ms FROM session WHERE ended_at_ms IS NULL',
);

// What a restore writes into the backup before the shop goes on with it.

export const listRegistersInUse = select<None, { id: string; name: string; prefix: string }>(
  'SELECT id, name, prefix FROM register WHERE retired_at_ms IS NULL ORDER BY created_at_ms, id',
);

export const listPrefixes = select<None, { prefix: string }>('SELECT prefix FROM register');

export const copyRegister = modify<{ id: string; old_id: string; prefix: string; now_ms: number }>(
  `INSERT INTO register (id, name, prefix, printer_host, printer_port, paper_width_mm, printer_encoding,
     print_automatically, has_drawer, created_at_ms, version)
   SELECT :id, name, :prefix, printer_host, printer_port, paper_width_mm, printer_encoding, print_automatically,
     has_drawer, :now_ms, 1
   FROM register WHERE id = :old_id`,
);

export const copySeries = modify<{ id: string; old_id: string }>(
  `INSERT INTO number_series (register_id, series, last_number)
   SELECT :id, series, 0 FROM number_series WHERE register_id = :old_id`,
);

export const retireRegister = modify<{ id: string; now_ms: number }>(
  'UPDATE register SET retired_at_ms = :now_ms, version = version + 1 WHERE id = :id',
);

export const rebindDevices = modify<{ id: string; old_id: string }>(
  'UPDATE device SET register_id = :id WHERE register_id = :old_id',
);

export const listCartsToRenumber = select<{ register_id: string }, { id: string }>(
  `SELECT id FROM cart WHERE register_id = :register_id AND state IN ('open', 'held') ORDER BY created_at_ms, id`,
);

export const renumberCart = modify<{ id: string; register_id: string; order_number: string }>(
  'UPDATE cart SET register_id = :register_id, order_number = :order_number WHERE id = :id',
);

export const endAllSessions = modify<{ now_ms: number }>(
  'UPDATE session SET ended_at_ms = :now_ms WHERE ended_at_ms IS NULL',
);

export const cancelWaitingPrints = modify<{ now_ms: number }>(
  `UPDATE print_job SET state = 'cancelled', updated_at_ms = :now_ms WHERE state IN ('queued', 'printing')`,
);

export const removePins = modify<None>('DELETE FROM staff_pin');

export const findDeviceByToken = select<{ token_hash: string }, { id: string }>(
  'SELECT id FROM device WHERE token_hash = :token_hash',
);

export const getDeviceToCarry = select<
  { id: string },
  { id: string; name: string; kind: string; token_hash: string; scanner_json: string | null }
>('SELECT id, name, kind, token_hash, scanner_json FROM device WHERE id = :id');

export const insertCarriedDevice = modify<{
  id: string;
  name: string;
  kind: string;
  token_hash: string;
  scanner_json: string | null;
  register_id: string;
  now_ms: number;
}>(
  `INSERT INTO device (id, name, kind, register_id, token_hash, scanner_json, enrolled_at_ms, enrolled_by,
     last_seen_at_ms, active)
   SELECT :id, :name, :kind, :register_id, :token_hash, :scanner_json, :now_ms, s.id, NULL, 1
   FROM staff s WHERE s.role = 'owner' ORDER BY s.active DESC, s.created_at_ms LIMIT 1`,
);
