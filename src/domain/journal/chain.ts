import type { ChainFault } from '../../shared/reference/journal-faults.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ClosedDocument } from '../document/closed-document.ts';
import { documentPayload, PAYLOAD_VERSIONS, payloadVersionOf } from '../document/document-payload.ts';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. Handed in: the domain has no platform. */
export type Sha256 = (text: string) => string;

/** Tillwise's own chain, first edition: hash = SHA-256(previous hash + LF + canonical document), one chain a register. */
export const SUITE = 'TW1';

export interface JournalEntry {
  readonly registerId: string;
  /** 1, 2, 3 … within the register. */
  readonly seq: number;
  readonly documentId: string;
  readonly suite: string;
  readonly payloadVersion: number;
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly atMs: number;
}

export interface ChainHead {
  readonly count: number;
  readonly hash: string;
}

export interface BadEntry {
  readonly seq: number;
  readonly documentId: string;
  readonly fault: ChainFault;
}

/** Where a register's chain starts: bound to this register of this shop, so that no chain can pass for another. */
export function genesisHead(registerId: string, shopUuid: string, sha256: Sha256): ChainHead {
  return { count: 0, hash: sha256(registerId + shopUuid) };
}

/** The entry that follows `head`. */
export function nextEntry(head: ChainHead, document: ClosedDocument, sha256: Sha256): JournalEntry {
  const payload = documentPayload(document);
  return {
    registerId: document.registerId,
    seq: head.count + 1,
    documentId: document.id,
    suite: SUITE,
    payloadVersion: payloadVersionOf(document),
    payload,
    previousHash: head.hash,
    hash: linkHash(head.hash, payload, sha256),
    atMs: document.closedAtMs,
  };
}

/** Recomputes a register's chain from the stored documents.
 *  @param genesis   where it starts, or the head so far when a long journal is verified lot by lot
 *  @param entries   in order of seq, the first one after `genesis`
 *  @param rebuild   the document as its rows say today, or null when there is none
 *  @returns the head (to compare with one noted elsewhere: a chain cannot show that its tail was cut), or the first bad
 *  entry and why. */
export function verifyChain(input: {
  readonly registerId: string;
  readonly genesis: ChainHead;
  readonly entries: Iterable<JournalEntry>;
  readonly rebuild: (documentId: string) => ClosedDocument | null;
  readonly sha256: Sha256;
}): Result<ChainHead, BadEntry> {
  let head = input.genesis;
  for (const entry of input.entries) {
    const fault =
      findBrokenLink(entry, head, input) ?? findChangedDocument(entry, input.rebuild(entry.documentId));
    if (fault) return err({ seq: entry.seq, documentId: entry.documentId, fault });
    head = { count: entry.seq, hash: entry.hash };
  }
  return ok(head);
}

function findBrokenLink(
  entry: JournalEntry,
  head: ChainHead,
  { registerId, sha256 }: { readonly registerId: string; readonly sha256: Sha256 },
): ChainFault | null {
  if (entry.registerId !== registerId) return 'wrongRegister';
  if (entry.seq !== head.count + 1) return 'missingEntry';
  if (entry.suite !== SUITE || !PAYLOAD_VERSIONS.includes(entry.payloadVersion)) return 'unknownFormat';
  if (entry.previousHash !== head.hash) return 'wrongPreviousHash';
  return entry.hash === linkHash(head.hash, entry.payload, sha256) ? null : 'wrongHash';
}

function findChangedDocument(entry: JournalEntry, document: ClosedDocument | null): ChainFault | null {
  if (!document) return 'documentMissing';
  if (documentPayload(document) !== entry.payload) return 'documentChanged';
  if (payloadVersionOf(document) !== entry.payloadVersion) return 'unknownFormat';
  if (document.registerId !== entry.registerId) return 'wrongRegister';
  return document.closedAtMs === entry.atMs ? null : 'wrongTime';
}

function linkHash(previousHash: string, payload: string, sha256: Sha256): string {
  return sha256(`${previousHash}\n${payload}`);
}
