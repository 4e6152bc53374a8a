/** The shop itself, who works in it and from which devices, and the memory every command relies on. */
export const sql = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE command_result (
  id TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  actor TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  result_json TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX command_result_at ON command_result (at_ms);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  payload_json TEXT NOT NULL,
  hlc TEXT NOT NULL,
  device_id TEXT,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  shop_uuid TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  currency TEXT NOT NULL,
  currency_exponent INTEGER NOT NULL CHECK (currency_exponent BETWEEN 0 AND 4),
  time_zone TEXT NOT NULL,
  day_cut_off_minutes INTEGER NOT NULL,
  tax_number TEXT NOT NULL,
  tax_mode TEXT NOT NULL CHECK (tax_mode IN ('included', 'excluded')),
  tax_rounding TEXT NOT NULL CHECK (tax_rounding IN ('line', 'document')),
  cash_step_minor INTEGER NOT NULL CHECK (cash_step_minor > 0),
  receipt_footer TEXT NOT NULL,
  logo_png BLOB,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE register (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE CHECK (instr(prefix, '_') = 0),
  printer_host TEXT,
  printer_port INTEGER NOT NULL,
  paper_width_mm INTEGER NOT NULL CHECK (paper_width_mm IN (58, 80)),
  printer_encoding TEXT NOT NULL,
  print_automatically INTEGER NOT NULL CHECK (print_automatically IN (0, 1)),
  has_drawer INTEGER NOT NULL CHECK (has_drawer IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_series (
  register_id TEXT NOT NULL REFERENCES register (id),
  series TEXT NOT NULL CHECK (series IN ('sale', 'refund', 'training', 'order')),
  last_number INTEGER NOT NULL CHECK (last_number >= 0),
  PRIMARY KEY (register_id, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  username TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'cashier')),
  password_hash TEXT NOT NULL,
  recovery_hash TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_pin (
  staff_id TEXT PRIMARY KEY REFERENCES staff (id),
  salt TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  set_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('window', 'browser', 'program')),
  register_id TEXT NOT NULL REFERENCES register (id),
  token_hash TEXT NOT NULL UNIQUE,
  scanner_json TEXT,
  enrolled_at_ms INTEGER NOT NULL,
  enrolled_by TEXT NOT NULL REFERENCES staff (id),
  last_seen_at_ms INTEGER,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  device_id TEXT REFERENCES device (id),
  started_at_ms INTEGER NOT NULL,
  last_seen_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX session_staff ON session (staff_id) WHERE ended_at_ms IS NULL;

CREATE TABLE throttle (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  wait_ms INTEGER NOT NULL,
  last_failure_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  approver_id TEXT NOT NULL REFERENCES staff (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  device_id TEXT NOT NULL REFERENCES device (id),
  permission TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  used_at_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at_ms INTEGER NOT NULL,
  action TEXT NOT NULL,
  staff_id TEXT,
  approver_id TEXT,
  device_id TEXT,
  register_id TEXT,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject_id, seq);
CREATE INDEX audit_action ON audit (action, seq);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;
