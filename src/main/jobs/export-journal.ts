import { join } from 'node:path';
import { type ExportedChain, exportChains } from '../journal/export-receipts.ts';
import { SigningKeys } from '../journal/signing-keys.ts';
import { DATABASE_FILE } from '../storage/open-database.ts';
import { openReadOnly } from '../storage/staging-database.ts';

/** Off the main thread: a year of receipts is tens of megabytes of text. */
export async function exportJournal({
  dataDir,
  registerId,
}: {
  readonly dataDir: string;
  readonly registerId: string;
}): Promise<readonly ExportedChain[]> {
  const db = openReadOnly(join(dataDir, DATABASE_FILE));
  try {
    return db.snapshot(() => exportChains(db, new SigningKeys(dataDir), registerId));
  } finally {
    db.close();
  }
}
