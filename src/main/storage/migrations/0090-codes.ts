/** Labels of scales a shop prints, and what a label or a GS1 code says of the very item on a line. */
const trace = (table: string) => `
ALTER TABLE ${table} ADD COLUMN label_code TEXT;
ALTER TABLE ${table} ADD COLUMN batch TEXT;
ALTER TABLE ${table} ADD COLUMN serial TEXT;
ALTER TABLE ${table} ADD COLUMN expires_on TEXT;
ALTER TABLE ${table} ADD COLUMN best_before TEXT;`;

export const sql = `
CREATE TABLE label_template (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  pattern TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3),
  bad_check TEXT NOT NULL CHECK (bad_check IN ('refuse', 'warn')),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
${trace('cart_line')}
-- 1: a check digit of the label is wrong and its template lets that pass with a warning.
ALTER TABLE cart_line ADD COLUMN label_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (label_doubtful IN (0, 1));
${trace('document_line')}
`;
