import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepAs, ownBackupFolder, syncFolderOf, writeSnapshot } from '../storage/backup.ts';
import { encryptFile } from '../storage/backup-encryption.ts';
import {
  type BackupFacts,
  checkStructure,
  compareWithShop,
  noteHeads,
  readFacts,
} from '../storage/backup-facts.ts';
import { answering, BackupFault, type BackupResult } from '../storage/backup-fault.ts';
import { seal, unpack } from '../storage/backup-file.ts';
import type { BackupKey } from '../storage/backup-key.ts';
import type { Connection } from '../storage/connection.ts';
import { DATABASE_FILE } from '../storage/open-database.ts';
import { openReadOnly, openToWrite } from '../storage/staging-database.ts';

export interface BackupOrder {
  readonly dataDir: string;
  readonly folder: string;
  readonly file: string;
  /** Null: not encrypted. */
  readonly key: BackupKey | null;
}

export interface MadeBackup {
  readonly file: string;
  readonly folder: string;
  readonly encrypted: boolean;
  readonly bytes: number;
  /** Of the database inside, hex. */
  readonly sha256: string;
  readonly facts: BackupFacts;
}

/** Copies, keeps under its own name, and only then reads back what lies on the disk: what differs is thrown away. */
export function makeBackup(order: BackupOrder): Promise<BackupResult<MadeBackup>> {
  return answering(() => {
    const target = join(order.folder, order.file);
    const own = ownBackupFolder(order.dataDir);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    if (existsSync(target)) throw new BackupFault('backup.folderUnusable', `${order.file} is there already`);
    // Before it is encrypted, the copy stays where the shop itself lies.
    const snapshot = join(order.key ? own : order.folder, `${order.file}${order.key ? '.plain' : ''}.part`);
    const shop = openReadOnly(join(order.dataDir, DATABASE_FILE));
    try {
      const before = readFacts(shop);
      writeSnapshot(shop, snapshot);
      noteEnds(snapshot);
      const sha256 = seal(snapshot);
      if (order.key) encrypt(snapshot, target, order.key);
      else keepAs(snapshot, target);
      return keepIfGood({ order, target, sha256, before, shop });
    } finally {
      shop.close();
      for (const left of [snapshot, `${target}.part`]) rmSync(left, { force: true });
    }
  });
}

function noteEnds(snapshot: string): void {
  const copy = openToWrite(snapshot);
  try {
    noteHeads(copy);
  } finally {
    copy.close();
  }
}

/** The seal goes in too, so that decrypting gives a file that proves itself. */
function encrypt(snapshot: string, target: string, key: BackupKey): void {
  encryptFile(snapshot, `${target}.part`, key);
  keepAs(`${target}.part`, target);
}

interface Written {
  readonly order: BackupOrder;
  readonly target: string;
  readonly sha256: string;
  readonly before: BackupFacts;
  readonly shop: Connection;
}

function keepIfGood(written: Written): MadeBackup {
  const { order, target, sha256 } = written;
  try {
    const facts = readBack(written);
    const encrypted = order.key !== null;
    return { file: order.file, folder: order.folder, encrypted, bytes: statSync(target).size, sha256, facts };
  } catch (error) {
    rmSync(target, { force: true });
    syncFolderOf(target);
    throw error;
  }
}

function readBack({ order, target, sha256, before, shop }: Written): BackupFacts {
  const check = join(ownBackupFolder(order.dataDir), `${order.file}.check.part`);
  try {
    const opening = { source: target, storedKey: order.key, passphrase: null, sealNeeded: true };
    if (unpack(opening, check).sha256 !== sha256)
      throw new BackupFault('backup.damaged', 'read back otherwise');
    const copy = openReadOnly(check);
    try {
      checkStructure(copy);
      const facts = readFacts(copy);
      compareWithShop(facts, before, shop);
      return facts;
    } finally {
      copy.close();
    }
  } finally {
    rmSync(check, { force: true });
  }
}
