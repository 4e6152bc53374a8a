import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tableTypes } from '../../scripts/table-types/table-types.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';

it('the row types are those of the migrated schema (else: node scripts/write-table-types.ts)', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-tables-'));
  const { db } = openDatabase(dataDir);
  const file = join(import.meta.dirname, '../../src/main/storage/tables.ts');
  expect(readFileSync(file, 'utf8')).toBe(tableTypes(db.handle));
  db.close();
  rmSync(dataDir, { recursive: true });
});
