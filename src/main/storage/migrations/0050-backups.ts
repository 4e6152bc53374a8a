/** Every backup that was tried, and registers that were replaced when one was restored. */
export const sql = `
CREATE TABLE backup_run (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('auto', 'hand')),
  file TEXT NOT NULL,
  folder TEXT NOT NULL,
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  documents INTEGER NOT NULL,
  heads_json TEXT NOT NULL,
  outbox_seq INTEGER NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  proven_at_ms INTEGER,
  error_code TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX backup_run_at ON backup_run (at_ms);

-- A replaced register keeps its documents and journal and takes no new ones.
ALTER TABLE register ADD COLUMN retired_at_ms INTEGER;
`;
