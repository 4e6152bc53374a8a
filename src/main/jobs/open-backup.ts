import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SigningKeys } from '../journal/signing-keys.ts';
import { verifyShop } from '../journal/verify-shop.ts';
import { ownBackupFolder } from '../storage/backup.ts';
import {
  type BackupFacts,
  checkStructure,
  compareWithNotes,
  readFacts,
  readHeadsNote,
} from '../storage/backup-facts.ts';
import { answering, BackupFault, type BackupResult } from '../storage/backup-fault.ts';
import { type BackupOpening, unpack } from '../storage/backup-file.ts';
import type { Connection } from '../storage/connection.ts';
import { DATABASE_FILE, openDatabase } from '../storage/open-database.ts';
import { getMeta } from '../storage/system.sql.ts';
import { OPENED_PREFIX } from './opened-prefix.ts';

export interface OpeningOrder extends BackupOpening {
  readonly dataDir: string;
  /** What the shop wrote down of this file when it was made: where its journals end; null where nothing is on record. */
  readonly notedHeads: string | null;
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
  return answering(() => {
    const own = ownBackupFolder(order.dataDir);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const bytes = statSync(order.source).size;
    const place = mkdtempSync(join(own, OPENED_PREFIX));
    let kept = false;
    try {
      const { encrypted } = unpack(order, join(place, DATABASE_FILE));
      const found = inspect(place, order);
      kept = order.keep;
      return { ...found, bytes, encrypted, database: kept ? join(place, DATABASE_FILE) : null };
    } finally {
      if (!kept) rmSync(place, { recursive: true, force: true });
    }
  });
}

function inspect(place: string, { dataDir, thorough, notedHeads }: OpeningOrder) {
  const { db, migratedFrom: version } = openDatabase(place);
  try {
    checkStructure(db);
    const facts = readFacts(db);
    compareWithNotes(facts, [readHeadsNote(db), notedHeads]);
    if (thorough) checkJournals(db, facts, dataDir);
    return { facts, version, pinKeyCheck: db.get(getMeta, { key: 'pinKeyCheck' })?.value ?? null };
  } finally {
    db.close();
  }
}

/** Keys are not in a backup: those of this data folder open the turnovers where they are of the same shop. */
function checkJournals(db: Connection, facts: BackupFacts, dataDir: string): void {
  for (const verdict of verifyShop(db, { keys: new SigningKeys(dataDir) })) {
    const { prefix, fault, headHash } = verdict;
    if (fault)
      throw new BackupFault('backup.damaged', `the journal of ${prefix} does not hold: ${fault.code}`);
    const head = facts.heads.find(({ registerId }) => registerId === verdict.registerId);
    if (head && head.count > 0 && headHash !== head.hash)
      throw new BackupFault('backup.damaged', `the journal of ${prefix} ends otherwise`);
  }
}
