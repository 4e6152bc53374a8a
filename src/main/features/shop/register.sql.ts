import { modify, select } from '../../storage/sql.ts';

export interface RegisterRow {
  id: string;
  name: string;
  prefix: string;
  printer_host: string | null;
  printer_port: number;
  paper_width_mm: number;
  printer_encoding: string;
  print_automatically: number;
  has_drawer: number;
  version: number;
}

const COLUMNS =
  'id, name, prefix, printer_host, printer_port, paper_width_mm, printer_encoding, print_automatically, has_drawer, version';

export const listRegisters = select<Record<string, never>, RegisterRow>(
  `SELECT ${COLUMNS} FROM register WHERE retired_at_ms IS NULL ORDER BY created_at_ms, id`,
);

export const findRegister = select<{ id: string }, RegisterRow>(
  `SELECT ${COLUMNS} FROM register WHERE id = :id AND retired_at_ms IS NULL`,
);

export const findRegisterByPrefix = select<{ prefix: string }, { id: string }>(
  'SELECT id FROM register WHERE prefix = :prefix',
);

export const insertRegister = modify<
  { id: string; name: string; prefix: string; now_ms: number },
  RegisterRow
>(
  `INSERT INTO register (id, name, prefix, printer_host, printer_port, paper_width_mm, printer_encoding,
     print_automatically, has_drawer, created_at_ms, version)
   VALUES (:id, :name, :prefix, NULL, 9100, 80, 'multilingual', 1, 0, :now_ms, 1)
   RETURNING ${COLUMNS}`,
);

/** Retired from its first moment: no device is ever bound to it, so it takes no number and sells nothing. */
export const insertImportedRegister = modify<{ id: string; name: string; prefix: string; now_ms: number }>(
  `INSERT INTO register (id, name, prefix, printer_host, printer_port, paper_width_mm, printer_encoding,
     print_automatically, has_drawer, created_at_ms, version, retired_at_ms, imported)
   VALUES (:id, :name, :prefix, NULL, 9100, 80, 'multilingual', 0, 0, :now_ms, 1, :now_ms, 1)`,
);

export const insertNumberSeries = modify<{ register_id: string; series: string }>(
  'INSERT INTO number_series (register_id, series, last_number) VALUES (:register_id, :series, 0)',
);

export const updateRegister = modify<Omit<RegisterRow, 'prefix'> & { id: string }, RegisterRow>(
  `UPDATE register SET name = :name, printer_host = :printer_host, printer_port = :printer_port,
     paper_width_mm = :paper_width_mm, printer_encoding = :printer_encoding,
     print_automatically = :print_automatically, has_drawer = :has_drawer, version = version + 1
   WHERE id = :id AND version = :version
   RETURNING ${COLUMNS}`,
);
