import type { ClosedDocument } from '../../domain/document/closed-document.ts';
import { chainValueAfter } from '../../domain/rksv/chain-value.ts';
import type { VerifyEs256 } from '../../domain/rksv/crypto.ts';
import { ReceiptCheck, type Walk } from '../../domain/rksv/receipt-check.ts';
import { receiptOf } from '../../domain/rksv/receipt-of-document.ts';
import { areZero, listSums } from '../../domain/rksv/tax-sums.ts';
import { kindOf } from '../../domain/rksv/turnover.ts';
import type { JournalFault } from '../../shared/reference/journal-faults.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReadableDb } from '../storage/sql.ts';
import type { SignedReceiptTable, SigningChainTable } from '../storage/tables.ts';
import { findEntryAt } from './check.sql.ts';
import { findDocument } from './document-rows.ts';
import { nodeCrypto } from './node-crypto.ts';
import { type NotedHeads, receiptHeadKey } from './noted-heads.ts';
import { getUnsignedHistory, listChains, listKeys, listReceipts } from './signing.sql.ts';
import type { SigningKeys } from './signing-keys.ts';

const AT_A_TIME = 100;

/** A register's receipts, all of its chains together; the head is that of the chain that grows. */
export interface VerifiedReceipts {
  readonly receipts: number;
  readonly head: { readonly cashBoxId: string; readonly count: number; readonly chainValue: string } | null;
  /** Written while the signing device was out of order. */
  readonly unsigned: number;
  /** False where a chain's key is not at hand: its encrypted turnovers were not compared. */
  readonly turnoverChecked: boolean;
}

export interface BadReceipt {
  /** In the register's own chain: the document, or the one after a receipt that has none. */
  readonly seq: number;
  readonly documentId: string | null;
  readonly receiptNumber: string | null;
  readonly fault: JournalFault;
}

type ReceiptRow = SignedReceiptTable & { readonly journal_seq: number | null };

interface Checking {
  readonly db: ReadableDb;
  readonly registerId: string;
  readonly keys: SigningKeys;
  readonly noted: NotedHeads;
  readonly step: () => void;
}

const NOTHING: VerifiedReceipts = { receipts: 0, head: null, unsigned: 0, turnoverChecked: true };

/** Checks every signed receipt of a register: form, signature, chain, counter, and that it says what its document says.
 *  @param journalCount  entries of the register's own chain; each of them from the first signed one on needs a receipt */
export function verifyReceipts(
  checking: Checking,
  journalCount: number,
): Result<VerifiedReceipts, BadReceipt> {
  const { db, registerId } = checking;
  const key = { register_id: registerId };
  let nextSeq = (db.get(getUnsignedHistory, key)?.journal_count ?? 0) + 1;
  let sum = NOTHING;
  for (const [index, chain] of db.all(listChains, key).entries()) {
    if (chain.edition !== index + 1 || chain.first_journal_seq !== nextSeq)
      return missing(db, registerId, nextSeq);
    const verified = verifyChainOfReceipts(checking, chain);
    if (!verified.ok) return verified;
    nextSeq = verified.value.nextSeq;
    sum = add(sum, verified.value);
  }
  return nextSeq <= journalCount ? missing(db, registerId, nextSeq) : ok(sum);
}

function add(sum: VerifiedReceipts, chain: VerifiedReceipts): VerifiedReceipts {
  return {
    receipts: sum.receipts + chain.receipts,
    head: chain.head,
    unsigned: sum.unsigned + chain.unsigned,
    turnoverChecked: sum.turnoverChecked && chain.turnoverChecked,
  };
}

function missing(db: ReadableDb, registerId: string, seq: number): Result<never, BadReceipt> {
  const documentId = db.get(findEntryAt, { register_id: registerId, seq })?.document_id ?? null;
  return err({ seq, documentId, receiptNumber: null, fault: 'receiptMissing' });
}

function verifyChainOfReceipts(
  checking: Checking,
  chain: SigningChainTable,
): Result<VerifiedReceipts & { readonly nextSeq: number }, BadReceipt> {
  const { db, registerId, keys, noted, step } = checking;
  const aesKey = keys.aesKey({ id: chain.id, wrapped: chain.wrapped_aes_key });
  const check = new ReceiptCheck({ aesKey, verifiers: readVerifiers(db, chain.id) }, nodeCrypto);
  let walk: Walk | null = null;
  let nextSeq = chain.first_journal_seq;
  for (;;) {
    const count: number = walk?.ledger.receiptCount ?? 0;
    const place = { chain_id: chain.id, register_id: registerId, after_seq: count, limit: AT_A_TIME };
    const rows: ReceiptRow[] = db.all(listReceipts, place);
    if (rows.length === 0) break;
    for (const row of rows) {
      const seq = row.journal_seq ?? nextSeq;
      const bad = (fault: JournalFault) =>
        err({ seq, documentId: row.document_id, receiptNumber: row.receipt_number, fault });
      if (row.seq !== (walk?.ledger.receiptCount ?? 0) + 1) return bad('receiptMissing');
      const next: Result<Walk, JournalFault> = check.next(walk, row.jws);
      if (!next.ok) return bad(next.error);
      const fault = findRowFault(row, next.value, chain) ?? findPlaceFault(db, row, next.value, nextSeq);
      if (fault) return bad(fault);
      if (!isAsNoted(row, chain, noted)) return bad('headWrong');
      if (row.kind === 'document') nextSeq += 1;
      walk = next.value;
      step();
    }
  }
  return endOf(walk, chain, { noted, nextSeq, turnoverChecked: aesKey !== null });
}

function endOf(
  walk: Walk | null,
  chain: SigningChainTable,
  rest: { readonly noted: NotedHeads; readonly nextSeq: number; readonly turnoverChecked: boolean },
): Result<VerifiedReceipts & { readonly nextSeq: number }, BadReceipt> {
  const { noted, nextSeq, turnoverChecked } = rest;
  const cashBoxId = chain.cash_box_id;
  const bad = (fault: JournalFault) =>
    err({ seq: nextSeq, documentId: null, receiptNumber: null, fault } as const);
  if (!walk) return bad('startMissing');
  const count = walk.ledger.receiptCount;
  const isCut = [...noted.receipts.keys()].some((key) => {
    const [name, number] = key.split('_');
    return name === cashBoxId && Number(number) > count;
  });
  if (isCut) return bad('tailMissing');
  const head = { cashBoxId, count, chainValue: chainValueAfter(walk.lastJws, nodeCrypto) };
  return ok({ receipts: count, head, unsigned: walk.unsignedCount, turnoverChecked, nextSeq });
}

function readVerifiers(db: ReadableDb, chainId: string): ReadonlyMap<string, VerifyEs256> {
  const rows = db.all(listKeys, { chain_id: chainId });
  return new Map(
    rows.flatMap(({ id, public_key }) => {
      const verify = nodeCrypto.openEs256Key(public_key);
      return verify ? [[id, verify] as const] : [];
    }),
  );
}

/** What is kept beside the signed text says the same as the text. */
function findRowFault(row: ReceiptRow, walk: Walk, chain: SigningChainTable): JournalFault | null {
  const { last, ledger } = walk;
  const same =
    last.registerId === chain.cash_box_id &&
    last.receiptNumber === row.receipt_number &&
    ledger.turnoverCents.toString() === row.turnover_cents &&
    row.signed === (ledger.zeroReceiptDue ? 0 : 1) &&
    (row.kind === 'start') === (row.seq === 1) &&
    (row.kind === 'document') === (row.document_id !== null);
  return same ? null : 'receiptChanged';
}

function findPlaceFault(db: ReadableDb, row: ReceiptRow, walk: Walk, nextSeq: number): JournalFault | null {
  const { last } = walk;
  if (row.document_id === null)
    return areZero(last.sums) && kindOf(last.turnover) === 'counted' ? null : 'receiptChanged';
  if (row.journal_seq !== nextSeq) return 'receiptMissing';
  return saysTheSame(db, row.document_id, walk) ? null : 'receiptDiffers';
}

/** What was written by another hand may be no document at all: then it does not say the same. */
function saysTheSame(db: ReadableDb, documentId: string, walk: Walk): boolean {
  try {
    const document = findDocument(db, documentId);
    return document !== null && says(walk, document);
  } catch {
    return false;
  }
}

function says({ last }: Walk, document: ClosedDocument): boolean {
  const expected = receiptOf(document);
  return (
    last.receiptNumber === expected.receiptNumber &&
    last.issuedAt === expected.issuedAt &&
    kindOf(last.turnover) === expected.kind &&
    listSums(last.sums).every((cents, at) => cents === listSums(expected.sums)[at])
  );
}

function isAsNoted(row: ReceiptRow, chain: SigningChainTable, noted: NotedHeads): boolean {
  const known = noted.receipts.get(receiptHeadKey(chain.cash_box_id, row.seq));
  return known === undefined || chainValueAfter(row.jws, nodeCrypto) === known;
}
