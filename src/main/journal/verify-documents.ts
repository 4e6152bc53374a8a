import { cashMovesOf } from '../../domain/document/cash-moves.ts';
import type { ClosedDocument } from '../../domain/document/closed-document.ts';
import { type ChainHead, genesisHead, type JournalEntry, verifyChain } from '../../domain/journal/chain.ts';
import type { JournalFault } from '../../shared/reference/journal-faults.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { countStrays, findBesideJournal, findMissingNumbers, listCashOf } from './check.sql.ts';
import { getShopUuid, type JournalRow, listJournal } from './document.sql.ts';
import { findDocument } from './document-rows.ts';
import type { NotedHeads } from './noted-heads.ts';
import { sha256Hex } from './sha256-hex.ts';

const AT_A_TIME = 100;

/** What does not hold: where in the register's own chain it stands, and which document it is. */
export interface BadDocument {
  readonly seq: number;
  readonly documentId: string | null;
  readonly fault: JournalFault;
}

/** Recomputes a register's own chain from the documents as their rows say today, and looks for what stands beside it.
 *  @param step  after every entry; throws to stop */
export function verifyDocuments(
  db: ReadableDb,
  registerId: string,
  noted: NotedHeads,
  step: () => void,
): Result<ChainHead, BadDocument> {
  let head = genesisHead(registerId, readShopUuid(db), sha256Hex);
  for (;;) {
    const rows = db.all(listJournal, { register_id: registerId, after_seq: head.count, limit: AT_A_TIME });
    if (rows.length === 0) return findBeside(db, registerId, head, noted);
    for (const row of rows) {
      const next = verifyEntry(db, registerId, head, toEntry(row), noted);
      if (!next.ok) return next;
      head = next.value;
      step();
    }
  }
}

function verifyEntry(
  db: ReadableDb,
  registerId: string,
  genesis: ChainHead,
  entry: JournalEntry,
  noted: NotedHeads,
): Result<ChainHead, BadDocument> {
  const changed = err({ seq: entry.seq, documentId: entry.documentId, fault: 'documentChanged' } as const);
  let document: ClosedDocument | null;
  let verified: ReturnType<typeof verifyChain>;
  try {
    document = findDocument(db, entry.documentId);
    const rebuild = () => document;
    verified = verifyChain({ registerId, genesis, entries: [entry], rebuild, sha256: sha256Hex });
  } catch {
    // What was written by another hand may be no document at all.
    return changed;
  }
  if (!verified.ok) return verified;
  const fault = document && findAroundDocument(db, document);
  const known = noted.entries.get(entry.seq);
  if (fault) return err({ seq: entry.seq, documentId: entry.documentId, fault });
  return known === undefined || known === entry.hash
    ? verified
    : err({ seq: entry.seq, documentId: entry.documentId, fault: 'notedHeadWrong' });
}

/** Rows that the chain does not cover and that follow from the document. */
function findAroundDocument(db: ReadableDb, document: ClosedDocument): JournalFault | null {
  const key = { document_id: document.id };
  if (db.get(countStrays, key)?.n !== 0) return 'strayRows';
  const stored = db.all(listCashOf, key).map((row) => JSON.stringify(row));
  const expected = cashMovesOf(document).map((move) =>
    JSON.stringify({
      register_id: document.registerId,
      business_day: document.businessDay,
      at_ms: document.closedAtMs,
      kind: move.kind,
      amount_minor: move.amountMinor,
      payment_id: move.paymentId,
    }),
  );
  const same = stored.length === expected.length && expected.every((row, at) => row === stored[at]);
  return same ? null : 'cashDiffers';
}

/** Behind the last entry: documents that no entry names, numbers that no document has, heads noted further on. */
function findBeside(
  db: ReadableDb,
  registerId: string,
  head: ChainHead,
  noted: NotedHeads,
): Result<ChainHead, BadDocument> {
  const key = { register_id: registerId };
  const seq = head.count + 1;
  const beside = db.get(findBesideJournal, key);
  if (beside) return err({ seq, documentId: beside.id, fault: 'documentNotInJournal' });
  if (Math.max(0, ...noted.entries.keys()) > head.count)
    return err({ seq, documentId: null, fault: 'entriesMissing' });
  return db.get(findMissingNumbers, key) ? err({ seq, documentId: null, fault: 'numbersMissing' }) : ok(head);
}

function readShopUuid(db: ReadableDb): string {
  const shop = db.get(getShopUuid, {});
  if (!shop) throw new Error('there is no shop');
  return shop.shop_uuid;
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
