import { findJournalHash, getCounts, getShopOfBackup, listHeads } from './backup-facts.sql.ts';
import { BackupFault } from './backup-fault.ts';
import type { Connection } from './connection.ts';
import type { ReadableDb } from './sql.ts';

export interface JournalHead {
  readonly registerId: string;
  readonly prefix: string;
  /** Entries of its journal, and the hash of the last; '' while there is none. */
  readonly count: number;
  readonly hash: string;
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
    heads: db.all(listHeads, {}).map((row) => ({
      registerId: row.register_id,
      prefix: row.prefix,
      count: row.count,
      hash: row.hash ?? '',
    })),
  };
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
