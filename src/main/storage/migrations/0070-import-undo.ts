/** What a dry run would change, the undo of an applied import, and the columns of lists that come again. */
export const sql = `
ALTER TABLE import_run ADD COLUMN changes_json TEXT;
ALTER TABLE import_run ADD COLUMN undo_json TEXT;

CREATE TABLE import_not_undone (
  run_id TEXT NOT NULL REFERENCES import_run (id),
  row_number INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (run_id, row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  signature TEXT PRIMARY KEY,
  mapping_json TEXT NOT NULL,
  default_tax_category_id TEXT NOT NULL,
  default_unit TEXT NOT NULL,
  used_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
