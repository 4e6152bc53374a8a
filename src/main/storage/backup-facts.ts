import { createHash } from 'node:crypto';
import { chainValueAfter } from '../../domain/rksv/chain-value.ts';
import { findJournalHash, getCounts, getShopOfBackup, listHeads } from './backup-facts.sql.ts';
import { BackupFault } from './backup-fault.ts';
import type { Connection } from './connection.ts';
import type { ReadableDb } from './sql.ts';
import { getMeta, setMeta } from './system.sql.ts';

export interface JournalHead {
  readonly registerId: string;
  readonly prefix: string;
  /** Entries of its journal, and the hash of the last; '' while there is none. */
  readonly count: number;
  readonly hash: string;
  /** Where its signed receipts end; null where none was signed. */
  readonly receipts: {
    readonly cashBoxId: string;
    readonly count: number;
    readonly chainValue: string;
  } | null;
}

/** What a database holds: to show before a restore, and to compare. */
export interface BackupFacts {
  readonly shopName: string;
  readonly shopUuid: string;
  readonly currency: string;
  readonly currencyExponent: number;
  readonly documents: number;
  readonly sales: number;
  readonly lastSaleAtMs: number | null;
  readonly totalMinor: number;
  readonly products: number;
  readonly outboxSeq: number;
  readonly heads: readonly JournalHead[];
}

/** @throws BackupFault 'backup.foreign' when it holds no shop. */
export function readFacts(db: ReadableDb): BackupFacts {
  const shop = db.get(getShopOfBackup, {});
  const counts = db.get(getCounts, {});
  if (!shop || !counts) throw new BackupFault('backup.foreign', 'it holds no shop');
  return {
    shopName: shop.name,
    shopUuid: shop.shop_uuid,
    currency: shop.currency,
    currencyExponent: shop.currency_exponent,
    documents: counts.documents,
    sales: counts.sales,
    lastSaleAtMs: counts.last_sale_at_ms,
    totalMinor: counts.total_minor,
    products: counts.products,
    outboxSeq: counts.outbox_seq,
    heads: readHeads(db),
  };
}

/** Where every register's journal and signed receipts end now. */
export function readHeads(db: ReadableDb): readonly JournalHead[] {
  return db.all(listHeads, {}).map((row) => ({
    registerId: row.register_id,
    prefix: row.prefix,
    count: row.count,
    hash: row.hash ?? '',
    receipts:
      row.cash_box_id === null || row.receipts === null || row.jws === null
        ? null
        : {
            cashBoxId: row.cash_box_id,
            count: row.receipts,
            chainValue: chainValueAfter(row.jws, { sha256 }),
          },
  }));
}

const HEADS = 'journalHeads';

/** Writes into a fresh copy where its journals end, so that it says so itself, and is known by it later. */
export function noteHeads(copy: Connection): void {
  // One file, nothing beside it, ready to be sealed.
  copy.handle.pragma('journal_mode = DELETE');
  copy.run(setMeta, { key: HEADS, value: JSON.stringify(readFacts(copy).heads) });
}

/** The note that a backup was made with; null in an older one. */
export function readHeadsNote(db: ReadableDb): string | null {
  return db.get(getMeta, { key: HEADS })?.value ?? null;
}

/** @param notes  heads written down when the backup was made, in it and in the shop
 *  @throws BackupFault 'backup.damaged' when a journal does not end where it ended then */
export function compareWithNotes(facts: BackupFacts, notes: readonly (string | null)[]): void {
  for (const note of notes) {
    for (const noted of readNote(note)) {
      const head = facts.heads.find(({ registerId }) => registerId === noted.registerId);
      const same =
        head?.count === noted.count &&
        head.hash === noted.hash &&
        (!noted.receipts ||
          (head.receipts?.count === noted.receipts.count &&
            head.receipts.chainValue === noted.receipts.chainValue));
      if (!same)
        throw new BackupFault(
          'backup.damaged',
          `the journal of ${noted.prefix} does not end where it was noted`,
        );
    }
  }
}

function readNote(note: string | null): readonly (Omit<JournalHead, 'receipts'> & Partial<JournalHead>)[] {
  if (note === null) return [];
  try {
    const heads: unknown = JSON.parse(note);
    if (Array.isArray(heads)) return heads;
  } catch {
    // Falls through: what cannot be read was not written by us.
  }
  throw new BackupFault('backup.damaged', 'its note of where the journals end cannot be read');
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** @throws BackupFault 'backup.damaged' when SQLite finds its structure or its references broken. */
export function checkStructure(db: Connection): void {
  const answer = db.handle.pragma('integrity_check(1)', { simple: true });
  if (answer !== 'ok') throw new BackupFault('backup.damaged', `the integrity check says: ${String(answer)}`);
  const loose = db.handle.pragma('foreign_key_check') as unknown[];
  if (loose.length > 0) throw new BackupFault('backup.damaged', `${loose.length} references lead nowhere`);
}

/** The copy was taken at some moment between `before` and now: it has everything of then, and each journal in it ends in
 *  an entry that the shop has too.
 *  @throws BackupFault 'backup.damaged' naming the difference. */
export function compareWithShop(copy: BackupFacts, before: BackupFacts, shop: ReadableDb): void {
  const now = readFacts(shop);
  const between = (key: 'documents' | 'sales' | 'outboxSeq') =>
    before[key] <= copy[key] && copy[key] <= now[key];
  for (const key of ['documents', 'sales', 'outboxSeq'] as const)
    if (!between(key))
      throw new BackupFault(
        'backup.damaged',
        `${key}: ${copy[key]} in the backup, ${before[key]} in the shop`,
      );
  for (const head of before.heads) {
    const copied = copy.heads.find(({ registerId }) => registerId === head.registerId);
    if (!copied || copied.count < head.count || !isOfShop(copied, shop))
      throw new BackupFault('backup.damaged', `the journal of ${head.prefix} is not the shop's`);
  }
}

function isOfShop({ registerId, count, hash }: JournalHead, shop: ReadableDb): boolean {
  return count === 0 || shop.get(findJournalHash, { register_id: registerId, seq: count })?.hash === hash;
}
