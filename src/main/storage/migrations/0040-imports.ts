/** Imports: the run itself, and what each product was before, so that cancel and crash bring it back. */
export const sql = `
CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL,
  total_bytes INTEGER NOT NULL,
  bytes_received INTEGER NOT NULL,
  error_code TEXT,
  inspection_json TEXT,
  options_json TEXT,
  counts_json TEXT,
  faults_json TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE import_before (
  run_id TEXT NOT NULL REFERENCES import_run (id),
  row_number INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  opening_milli INTEGER,
  PRIMARY KEY (run_id, row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_category (
  run_id TEXT NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  category_id TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
`;
