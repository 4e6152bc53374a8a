import { setImmediate as turn } from 'node:timers/promises';
import {
  type BadEntry,
  type ChainHead,
  genesisHead,
  type JournalEntry,
  verifyChain,
} from '../../domain/journal/chain.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { countDocuments, getShopUuid, type JournalRow, listJournal } from './document.sql.ts';
import { findDocument } from './document-rows.ts';
import { sha256Hex } from './sha256-hex.ts';

/** Some milliseconds of work; between two lots calls are answered. */
const AT_A_TIME = 20;

export type JournalFault = BadEntry | { readonly fault: 'documentsNotInJournal'; readonly documents: number };

/** Recomputes a register's journal from the documents as they are stored now.
 *  @returns its head, or the first entry that does not hold and why; also documents that no entry names. */
export async function verifyJournal(
  db: ReadableDb,
  registerId: string,
): Promise<Result<ChainHead, JournalFault>> {
  let head = genesisHead(registerId, readShopUuid(db), sha256Hex);
  for (;;) {
    const entries = readEntries(db, registerId, head.count);
    // In the same turn as the count: nothing was closed in between.
    if (entries.length === 0) return countAgainst(db, registerId, head);
    const verified = verifyChain({
      registerId,
      genesis: head,
      entries,
      rebuild: (documentId) => findDocument(db, documentId),
      sha256: sha256Hex,
    });
    if (!verified.ok) return verified;
    head = verified.value;
    await turn();
  }
}

function countAgainst(db: ReadableDb, registerId: string, head: ChainHead): Result<ChainHead, JournalFault> {
  const documents = db.get(countDocuments, { register_id: registerId })?.n ?? 0;
  return documents === head.count
    ? ok(head)
    : err({ fault: 'documentsNotInJournal', documents: documents - head.count });
}

function readShopUuid(db: ReadableDb): string {
  const shop = db.get(getShopUuid, {});
  if (!shop) throw new Error('there is no shop');
  return shop.shop_uuid;
}

function readEntries(db: ReadableDb, registerId: string, afterSeq: number): JournalEntry[] {
  return db.all(listJournal, { register_id: registerId, after_seq: afterSeq, limit: AT_A_TIME }).map(toEntry);
}

function toEntry(row: JournalRow): JournalEntry {
  return {
    registerId: row.register_id,
    seq: row.seq,
    documentId: row.document_id,
    suite: row.suite,
    payloadVersion: row.payload_version,
    payload: row.payload,
    previousHash: row.previous_hash,
    hash: row.hash,
    atMs: row.at_ms,
  };
}
