import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyJournal } from '../journal/verify-journal.ts';
import { ownBackupFolder } from '../storage/backup.ts';
import { type BackupFacts, checkStructure, readFacts } from '../storage/backup-facts.ts';
import { answering, BackupFault, type BackupResult } from '../storage/backup-fault.ts';
import { type BackupOpening, unpack } from '../storage/backup-file.ts';
import type { Connection } from '../storage/connection.ts';
import { DATABASE_FILE, openDatabase } from '../storage/open-database.ts';
import { getMeta } from '../storage/system.sql.ts';
import { OPENED_PREFIX } from './opened-prefix.ts';

export interface OpeningOrder extends BackupOpening {
  readonly dataDir: string;
  /** Also recompute every journal from its documents, as a restore does. */
  readonly thorough: boolean;
  /** Leave the opened database for a restore to take. */
  readonly keep: boolean;
}

export interface OpenedBackup {
  readonly facts: BackupFacts;
  readonly bytes: number;
  readonly encrypted: boolean;
  /** Schema it was written with. */
  readonly version: number;
  /** Fingerprint of the key file that its PINs need; null in what is older than that note. */
  readonly pinKeyCheck: string | null;
  /** Where it lies, where it was to be kept. */
  readonly database: string | null;
}

/** Restores a backup into a folder of its own and starts on it as on a shop: upgrade, structure, counts, journals. */
export function openBackup(order: OpeningOrder): Promise<BackupResult<OpenedBackup>> {
  return answering(async () => {
    const own = ownBackupFolder(order.dataDir);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const bytes = statSync(order.source).size;
    const place = mkdtempSync(join(own, OPENED_PREFIX));
    let kept = false;
    try {
      const { encrypted } = unpack(order, join(place, DATABASE_FILE));
      const found = await inspect(place, order.thorough);
      kept = order.keep;
      return { ...found, bytes, encrypted, database: kept ? join(place, DATABASE_FILE) : null };
    } finally {
      if (!kept) rmSync(place, { recursive: true, force: true });
    }
  });
}

async function inspect(place: string, thorough: boolean) {
  const { db, migratedFrom: version } = openDatabase(place);
  try {
    checkStructure(db);
    const facts = readFacts(db);
    if (thorough) await checkJournals(db, facts);
    return { facts, version, pinKeyCheck: db.get(getMeta, { key: 'pinKeyCheck' })?.value ?? null };
  } finally {
    db.close();
  }
}

async function checkJournals(db: Connection, facts: BackupFacts): Promise<void> {
  for (const head of facts.heads) {
    const verified = await verifyJournal(db, head.registerId);
    if (!verified.ok)
      throw new BackupFault(
        'backup.damaged',
        `the journal of ${head.prefix} does not hold: ${verified.error.fault}`,
      );
    if (head.count > 0 && verified.value.hash !== head.hash)
      throw new BackupFault('backup.damaged', `the journal of ${head.prefix} ends otherwise`);
  }
}
