import * as shopAndStaff from './0010-shop-and-staff.ts';
import * as catalogue from './0020-catalogue.ts';
import * as sales from './0030-sales.ts';
import * as imports from './0040-imports.ts';
import * as backups from './0050-backups.ts';
import * as wholeCatalogue from './0060-whole-catalogue.ts';
import * as importUndo from './0070-import-undo.ts';
import * as search from './0080-search.ts';
import * as codes from './0090-codes.ts';
import * as signedReceipts from './0100-signed-receipts.ts';
import * as importedHistory from './0110-imported-history.ts';
import * as oversold from './0120-oversold.ts';

export interface Migration {
  /** Numbered by tens; the file's PRAGMA user_version once it ran. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** In order, never edited once released. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 10, name: 'shop-and-staff', sql: shopAndStaff.sql },
  { number: 20, name: 'catalogue', sql: catalogue.sql },
  { number: 30, name: 'sales', sql: sales.sql },
  { number: 40, name: 'imports', sql: imports.sql },
  { number: 50, name: 'backups', sql: backups.sql },
  { number: 60, name: 'whole-catalogue', sql: wholeCatalogue.sql },
  { number: 70, name: 'import-undo', sql: importUndo.sql },
  { number: 80, name: 'search', sql: search.sql },
  { number: 90, name: 'codes', sql: codes.sql },
  { number: 100, name: 'signed-receipts', sql: signedReceipts.sql },
  { number: 110, name: 'imported-history', sql: importedHistory.sql },
  { number: 120, name: 'oversold', sql: oversold.sql },
];
