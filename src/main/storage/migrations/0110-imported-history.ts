const appendOnly = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;`;

/** What was sold before this program came: documents of a register of their own that sells nothing and has no journal.
 *  Their lines are kept small, since they come by the hundred thousand: what a line says of its goods stands once. */
export const sql = `
ALTER TABLE register ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));

-- The goods as they were called then; a product's later name or shelf changes nothing here.
CREATE TABLE imported_item (
  seq INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  name TEXT NOT NULL,
  sku TEXT,
  category_id TEXT,
  unit TEXT NOT NULL
) STRICT;
CREATE INDEX imported_item_product ON imported_item (product_id);

-- The source states neither tax nor cost nor discounts: what was asked is all there is.
CREATE TABLE imported_line (
  document_seq INTEGER NOT NULL REFERENCES document (seq),
  position INTEGER NOT NULL,
  item_seq INTEGER NOT NULL REFERENCES imported_item (seq),
  quantity_milli INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  payable_minor INTEGER NOT NULL,
  PRIMARY KEY (document_seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_line_item ON imported_line (item_seq, document_seq);
${['imported_item', 'imported_line'].map(appendOnly).join('\n')}

-- No entry of a chain may stand for a sale that this program did not see.
CREATE TRIGGER journal_not_imported BEFORE INSERT ON journal
WHEN (SELECT imported FROM register WHERE id = new.register_id) = 1
BEGIN SELECT RAISE(ABORT, 'imported history has no journal'); END;
`;
