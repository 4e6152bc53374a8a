const appendOnly = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;`;

/** The second signature on every document: one chain of signed receipts a register, its keys, and where documents from
 *  before this change end. Keys are wrapped under a file beside the database that is in no backup. */
export const sql = `
CREATE TABLE signing_chain (
  id TEXT PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register (id),
  edition INTEGER NOT NULL CHECK (edition > 0),
  cash_box_id TEXT NOT NULL UNIQUE CHECK (instr(cash_box_id, '_') = 0),
  first_journal_seq INTEGER NOT NULL CHECK (first_journal_seq > 0),
  wrapped_aes_key BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL,
  UNIQUE (register_id, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key (
  id TEXT PRIMARY KEY,
  chain_id TEXT NOT NULL REFERENCES signing_chain (id),
  number INTEGER NOT NULL CHECK (number > 0),
  public_key BLOB NOT NULL,
  wrapped_private_key BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL,
  UNIQUE (chain_id, number)
) STRICT, WITHOUT ROWID;

-- signed is 0 where the signing device was out of order; turnover_cents is the sum after this receipt, all its digits.
CREATE TABLE signed_receipt (
  chain_id TEXT NOT NULL REFERENCES signing_chain (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'document', 'collective')),
  document_id TEXT UNIQUE REFERENCES document (id),
  receipt_number TEXT NOT NULL,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  turnover_cents TEXT NOT NULL,
  jws TEXT NOT NULL,
  PRIMARY KEY (chain_id, seq),
  UNIQUE (chain_id, receipt_number),
  CHECK ((kind = 'document') = (document_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Entries that a register's journal had before its documents were signed: those stand on its own chain alone.
CREATE TABLE unsigned_history (
  register_id TEXT PRIMARY KEY REFERENCES register (id),
  journal_count INTEGER NOT NULL CHECK (journal_count > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO unsigned_history (register_id, journal_count)
  SELECT register_id, max(seq) FROM journal GROUP BY register_id;

-- Checking a document looks its cash up again.
CREATE INDEX cash_movement_document ON cash_movement (document_id) WHERE document_id IS NOT NULL;
${['signing_chain', 'signing_key', 'signed_receipt', 'unsigned_history'].map(appendOnly).join('\n')}
`;
