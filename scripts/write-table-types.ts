/** Writes src/main/storage/tables.ts from a freshly migrated database.
 *  node scripts/write-table-types.ts */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/main/storage/open-database.ts';
import { tableTypes } from './table-types/table-types.ts';

const folder = mkdtempSync(join(tmpdir(), 'tillwise-tables-'));
const { db } = openDatabase(folder);
writeFileSync(join(import.meta.dirname, '../src/main/storage/tables.ts'), tableTypes(db.handle));
db.close();
rmSync(folder, { recursive: true });
