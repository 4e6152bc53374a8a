import type { ClosedDocument } from '../../domain/document/closed-document.ts';
import {
  issueReceipt,
  type ReceiptOrder,
  type RegisterChain,
  type SigningDevice,
} from '../../domain/rksv/issue-receipt.ts';
import { keyIdOf } from '../../domain/rksv/key-id.ts';
import { EMPTY_LEDGER, type Ledger } from '../../domain/rksv/ledger.ts';
import { receiptOf } from '../../domain/rksv/receipt-of-document.ts';
import { NO_SUMS } from '../../domain/rksv/tax-sums.ts';
import type { WritableDb } from '../storage/sql.ts';
import type { SignedReceiptTable, SigningChainTable } from '../storage/tables.ts';
import { nodeCrypto } from './node-crypto.ts';
import {
  getCurrentChain,
  getCurrentKey,
  getLastReceipt,
  insertChain,
  insertKey,
  insertReceipt,
} from './signing.sql.ts';
import type { SigningKeys } from './signing-keys.ts';

const DIGITS = 6;

/** What signing needs of the command it runs in. */
export interface SigningCtx {
  readonly db: WritableDb;
  readonly keys: SigningKeys;
  newId(): string;
}

/** The shop and the register as they stand when a chain or a key is made. */
export interface SigningFacts {
  readonly registerId: string;
  readonly prefix: string;
  readonly shopMark: string;
  readonly taxNumber: string;
}

/** What the log of activities should say about it. */
export type SigningEvent = 'journal.chainRestarted' | 'journal.signingFailed' | 'journal.signingRepaired';

interface OpenChain {
  readonly row: Pick<SigningChainTable, 'id' | 'cash_box_id'>;
  readonly state: RegisterChain;
}

type ReceiptKindOf = SignedReceiptTable['kind'];

/** Signs a document in the running transaction. A register's first document is led by the start receipt of its chain;
 *  while its key cannot be used, receipts carry the published words instead of a signature, and a signed zero receipt
 *  for all of them comes before the next signed one.
 *  @param journalSeq  of the document's entry in the register's own chain */
export function signDocument(
  ctx: SigningCtx,
  document: ClosedDocument,
  journalSeq: number,
  facts: SigningFacts,
): readonly SigningEvent[] {
  const moment = { atMs: document.closedAtMs, issuedAt: receiptOf(document).issuedAt };
  const known = ctx.db.get(getCurrentChain, { register_id: facts.registerId });
  const found = known && openChain(ctx, known);
  const begun = found ?? beginChain(ctx, facts, (known?.edition ?? 0) + 1, journalSeq, moment);
  const device = currentDevice(ctx, begun.row.id);
  const wasOut = begun.state.ledger.zeroReceiptDue;
  const chain = wasOut ? collect(ctx, begun, device, moment) : begun;
  const isOut = chain.state.ledger.zeroReceiptDue;
  const used = isOut ? { ...device, signEs256: null } : device;
  const order = receiptOf(document);
  const { signed } = append(ctx, chain, used, {
    order,
    kind: 'document',
    documentId: document.id,
  });
  return [
    ...(known && !found ? (['journal.chainRestarted'] as const) : []),
    ...(wasOut && !isOut ? (['journal.signingRepaired'] as const) : []),
    ...(signed || wasOut ? [] : (['journal.signingFailed'] as const)),
  ];
}

/** A new signing key for a register whose own cannot be used; ends the time without signatures at once.
 *  @returns null where the register has no chain, or its chain cannot be opened: its next document begins another */
export function renewKey(
  ctx: SigningCtx,
  facts: SigningFacts,
  moment: { readonly atMs: number; readonly issuedAt: string },
): { readonly keyId: string } | null {
  const known = ctx.db.get(getCurrentChain, { register_id: facts.registerId });
  const chain = known && openChain(ctx, known);
  if (!chain) return null;
  const last = ctx.db.get(getCurrentKey, { chain_id: chain.row.id });
  const keyId = addKey(ctx, facts, chain.row.id, (last?.number ?? 0) + 1, moment.atMs);
  if (chain.state.ledger.zeroReceiptDue) collect(ctx, chain, currentDevice(ctx, chain.row.id), moment);
  return { keyId };
}

/** @returns null where its key cannot be opened any more */
function openChain({ db, keys }: SigningCtx, row: SigningChainTable): OpenChain | null {
  const aesKey = keys.aesKey({ id: row.id, wrapped: row.wrapped_aes_key });
  if (!aesKey) return null;
  const last = db.get(getLastReceipt, { chain_id: row.id });
  const ledger: Ledger = last
    ? {
        receiptCount: last.seq,
        turnoverCents: BigInt(last.turnover_cents),
        zeroReceiptDue: last.signed === 0,
      }
    : EMPTY_LEDGER;
  return { row, state: { registerId: row.cash_box_id, aesKey, lastJws: last?.jws ?? null, ledger } };
}

/** A chain's name in the format is the register's prefix; one that follows a lost key gets a number behind it, because a
 *  name and a receipt number must never meet twice. */
function beginChain(
  ctx: SigningCtx,
  facts: SigningFacts,
  edition: number,
  journalSeq: number,
  moment: { readonly atMs: number; readonly issuedAt: string },
): OpenChain {
  const id = ctx.newId();
  const { aesKey, wrapped } = ctx.keys.makeAesKey(id);
  const row = { id, cash_box_id: edition === 1 ? facts.prefix : `${facts.prefix}.${edition}` };
  ctx.db.runOne(insertChain, {
    ...row,
    register_id: facts.registerId,
    edition,
    first_journal_seq: journalSeq,
    wrapped_aes_key: wrapped,
    created_at_ms: moment.atMs,
  });
  addKey(ctx, facts, id, 1, moment.atMs);
  const empty = { registerId: row.cash_box_id, aesKey, lastJws: null, ledger: EMPTY_LEDGER };
  return appendZero(ctx, { row, state: empty }, currentDevice(ctx, id), 'start', moment);
}

function addKey(ctx: SigningCtx, facts: SigningFacts, chainId: string, number: number, atMs: number): string {
  const id = keyIdOf(facts.taxNumber, facts.shopMark, `K${chainId.slice(-12)}${number}`);
  const { publicKey, wrapped } = ctx.keys.makeSigningKey(id);
  ctx.db.runOne(insertKey, {
    id,
    chain_id: chainId,
    number,
    public_key: publicKey,
    wrapped_private_key: wrapped,
    created_at_ms: atMs,
  });
  return id;
}

function currentDevice({ db, keys }: SigningCtx, chainId: string): SigningDevice {
  const row = db.get(getCurrentKey, { chain_id: chainId });
  if (!row) throw new Error(`the chain ${chainId} has no key`);
  return { keyId: row.id, signEs256: keys.signer({ id: row.id, wrapped: row.wrapped_private_key }) };
}

/** The signed zero receipt that stands for those without a signature; the chain as it was where it cannot be had yet. */
function collect(
  ctx: SigningCtx,
  chain: OpenChain,
  device: SigningDevice,
  moment: { readonly atMs: number; readonly issuedAt: string },
): OpenChain {
  return device.signEs256 === null ? chain : appendZero(ctx, chain, device, 'collective', moment);
}

function appendZero(
  ctx: SigningCtx,
  chain: OpenChain,
  device: SigningDevice,
  kind: ReceiptKindOf,
  { issuedAt }: { readonly issuedAt: string },
): OpenChain {
  const number = String(chain.state.ledger.receiptCount + 1).padStart(DIGITS, '0');
  const order: ReceiptOrder = {
    receiptNumber: `${chain.row.cash_box_id}-Z${number}`,
    issuedAt,
    kind: 'counted',
    sums: NO_SUMS,
  };
  return append(ctx, chain, device, { order, kind, documentId: null }).chain;
}

function append(
  { db }: SigningCtx,
  { row, state }: OpenChain,
  device: SigningDevice,
  receipt: {
    readonly order: ReceiptOrder;
    readonly kind: ReceiptKindOf;
    readonly documentId: string | null;
  },
): { readonly chain: OpenChain; readonly signed: boolean } {
  const issued = issueReceipt(state, receipt.order, device, nodeCrypto);
  if (!issued.ok) throw new Error(`the receipt ${receipt.order.receiptNumber} is refused: ${issued.error}`);
  const { jws, chain } = issued.value;
  const signed = device.signEs256 !== null;
  db.runOne(insertReceipt, {
    chain_id: row.id,
    seq: chain.ledger.receiptCount,
    kind: receipt.kind,
    document_id: receipt.documentId,
    receipt_number: receipt.order.receiptNumber,
    signed: signed ? 1 : 0,
    turnover_cents: chain.ledger.turnoverCents.toString(),
    jws,
  });
  return { chain: { row, state: chain }, signed };
}
