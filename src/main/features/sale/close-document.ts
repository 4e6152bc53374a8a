import { cashMovesOf } from '../../../domain/document/cash-moves.ts';
import { findImbalance } from '../../../domain/document/check-document.ts';
import type {
  ClosedDocument,
  DocumentKind,
  DocumentLine,
  DraftAdjustment,
  DraftPayment,
  LineTrace,
} from '../../../domain/document/closed-document.ts';
import { genesisHead, type JournalEntry, nextEntry } from '../../../domain/journal/chain.ts';
import type { DocumentTotals, PricedLine } from '../../../domain/pricing/cart-types.ts';
import type { TaxContext } from '../../../domain/tax/resolve-rates.ts';
import type { TaxMode, TaxRounding } from '../../../domain/tax/tax-factors.ts';
import type { CommandCtx } from '../../context.ts';
import { getJournalHead, insertJournal } from '../../journal/document.sql.ts';
import { storeDocument } from '../../journal/document-rows.ts';
import { sha256Hex } from '../../journal/sha256-hex.ts';
import { signDocument } from '../../journal/sign-document.ts';
import { moveStock } from '../stock/move-stock.ts';
import { insertCashMovement } from './cash-movement.sql.ts';
import { takeNextNumber } from './register-numbers.ts';
import { dayOf, readRegisterFacts, readShopFacts, type ShopFacts, signingFacts } from './shop-facts.ts';

/** A line of a document about to close: the priced line and the facts to freeze beside it. Amounts and quantity are
 *  those of `priced`: negative on a refund. */
export interface DraftLine {
  readonly priced: PricedLine;
  readonly productId: string;
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly categoryId: string | null;
  readonly unit: string;
  readonly shelfPriceMinor: number;
  /** Of the whole line, signed as its quantity; null where unknown. */
  readonly costMinor: number | null;
  readonly taxCategoryId: string;
  readonly taxCategoryName: string;
  readonly note: string;
  /** The rows of `priced.adjustments`, in that order, with who and why; a price override's row may stand before them. */
  readonly adjustments: readonly DraftAdjustment[];
  readonly originalLineId: string | null;
  readonly trace?: LineTrace;
  /** Whether the goods move: sold goods leave, returned ones come back on the shelf unless they are damaged. */
  readonly disposition: 'sold' | 'resell' | 'damaged';
}

/** Everything about a document but what closing gives it: ids, number, instant, day, register, people, journal entry.
 *  `priced` and each line's part of it come from priceCart or refundLines, so totals are never stated twice. */
export interface DocumentDraft {
  readonly kind: DocumentKind;
  readonly orderNumber: string;
  readonly cartId: string | null;
  readonly originalDocumentId: string | null;
  readonly customerId: string | null;
  /** The shop's for a sale, the original's for a refund. */
  readonly currency: string;
  readonly currencyExponent: number;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  readonly taxContext: TaxContext;
  readonly totals: DocumentTotals;
  readonly lines: readonly DraftLine[];
  /** See DocumentPayment for the signs. */
  readonly payments: readonly DraftPayment[];
  readonly reason: string;
}

export interface ClosedResult {
  readonly document: ClosedDocument;
  readonly journalHash: string;
}

/** Closes a document for good, inside the caller's transaction: takes the number of its series, stores every row, moves
 *  stock and cash, appends the journal, signs and tells the outbox. Practice documents have a number and a journal entry of their
 *  own and move nothing. Auditing is the caller's, who knows what was asked for.
 *  @throws Error when the draft does not add up: a bug, and nothing is stored. */
export function closeDocument(ctx: CommandCtx, draft: DocumentDraft): ClosedResult {
  const shop = readShopFacts(ctx.db);
  const document = numberDocument(ctx, draft, shop);
  const imbalance = findImbalance(document);
  if (imbalance) throw new Error(`the document does not add up: ${imbalance}`);
  storeDocument(ctx.db, document);
  const { seq, hash: journalHash } = appendJournal(ctx, document, shop);
  sign(ctx, document, seq, shop);
  const { id: documentId, kind: documentKind, fiscalNumber, totalMinor } = document;
  ctx.emit({ kind: 'document.closed', documentId, documentKind, fiscalNumber, totalMinor, journalHash });
  if (document.kind !== 'training') moveGoods(ctx, document, draft);
  moveCash(ctx, document);
  ctx.changed('order', documentId);
  return { document, journalHash };
}

function numberDocument(ctx: CommandCtx, draft: DocumentDraft, shop: ShopFacts): ClosedDocument {
  const register = readRegisterFacts(ctx.db, ctx.device.registerId);
  const taken = takeNextNumber(ctx.db, register, draft.kind);
  const { totals } = draft;
  return {
    id: ctx.newId(),
    kind: draft.kind,
    registerId: register.id,
    registerName: register.name,
    fiscalNumber: taken.text,
    seriesNumber: taken.number,
    orderNumber: draft.orderNumber,
    cartId: draft.cartId,
    originalDocumentId: draft.originalDocumentId,
    deviceId: ctx.device.id,
    staffId: ctx.staff.id,
    approverId: ctx.approver?.id ?? null,
    customerId: draft.customerId,
    currency: draft.currency,
    currencyExponent: draft.currencyExponent,
    taxMode: draft.taxMode,
    taxRounding: draft.taxRounding,
    ...(draft.taxContext === 'default' ? {} : { taxContext: draft.taxContext }),
    closedAtMs: ctx.nowMs,
    ...dayOf(shop, ctx.nowMs),
    itemCount: totals.itemCount,
    subtotalMinor: totals.subtotalMinor,
    discountMinor: totals.discountMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
    roundingMinor: sumOf(draft.payments.map((payment) => payment.roundingMinor)),
    changeMinor: sumOf(draft.payments.map((payment) => payment.changeMinor)),
    costMinor: costOf(draft.lines),
    reason: draft.reason,
    lines: draft.lines.map((line, position) => freezeLine(ctx, line, position)),
    payments: draft.payments.map((payment, position) => ({ ...payment, id: ctx.newId(), position })),
  };
}

function freezeLine(ctx: CommandCtx, line: DraftLine, position: number): DocumentLine {
  const { priced } = line;
  return {
    id: ctx.newId(),
    position,
    productId: line.productId,
    name: line.name,
    sku: line.sku,
    barcode: line.barcode,
    categoryId: line.categoryId,
    unit: line.unit,
    quantityMilli: priced.quantityMilli,
    unitPriceMinor: priced.unitPriceMinor,
    shelfPriceMinor: line.shelfPriceMinor,
    grossMinor: priced.grossBeforeMinor,
    payableMinor: priced.payableMinor,
    netMinor: priced.netMinor,
    costMinor: line.costMinor,
    taxCategoryId: line.taxCategoryId,
    taxCategoryName: line.taxCategoryName,
    note: line.note,
    originalLineId: line.originalLineId,
    ...(line.trace ? { trace: line.trace } : {}),
    adjustments: line.adjustments.map((row, at) => ({ ...row, id: ctx.newId(), position: at })),
    // The order in which the rows are read again.
    taxes: priced.taxes.toSorted((a, b) => a.sequence - b.sequence || (a.rateId < b.rateId ? -1 : 1)),
  };
}

/** One movement a line, at most (R25): sold goods leave, what comes back fit for sale returns. */
function moveGoods(ctx: CommandCtx, document: ClosedDocument, draft: DocumentDraft): void {
  document.lines.forEach((line, index) => {
    if (draft.lines[index]!.disposition === 'damaged') return;
    moveStock(ctx, {
      productId: line.productId,
      kind: document.kind === 'refund' ? 'refund' : 'sale',
      quantityMilli: -line.quantityMilli,
      reason: document.kind === 'refund' ? 'refund' : 'sale',
      documentId: document.id,
      documentLineId: line.id,
    });
  });
  ctx.changed('stock');
}

function moveCash(ctx: CommandCtx, document: ClosedDocument): void {
  for (const { kind, amountMinor, paymentId } of cashMovesOf(document))
    ctx.db.runOne(insertCashMovement, {
      id: ctx.newId(),
      register_id: document.registerId,
      business_day: document.businessDay,
      at_ms: document.closedAtMs,
      kind,
      amount_minor: amountMinor,
      document_id: document.id,
      payment_id: paymentId,
      staff_id: document.staffId,
      reason: document.reason,
    });
}

/** The second signature, in the published format: see docs/journal-format.md. */
function sign(ctx: CommandCtx, document: ClosedDocument, journalSeq: number, shop: ShopFacts): void {
  const { registerId } = document;
  const events = signDocument(
    { db: ctx.db, keys: ctx.services.signing, newId: () => ctx.newId() },
    document,
    journalSeq,
    signingFacts(ctx.db, registerId, shop),
  );
  for (const action of events) ctx.audit({ action, subjectKind: 'register', subjectId: registerId });
}

function appendJournal(ctx: CommandCtx, document: ClosedDocument, shop: ShopFacts): JournalEntry {
  const last = ctx.db.get(getJournalHead, { register_id: document.registerId });
  const head = last
    ? { count: last.seq, hash: last.hash }
    : genesisHead(document.registerId, shop.shopUuid, sha256Hex);
  const entry = nextEntry(head, document, sha256Hex);
  ctx.db.runOne(insertJournal, {
    register_id: entry.registerId,
    seq: entry.seq,
    document_id: entry.documentId,
    suite: entry.suite,
    payload_version: entry.payloadVersion,
    payload: entry.payload,
    previous_hash: entry.previousHash,
    hash: entry.hash,
    at_ms: entry.atMs,
  });
  return entry;
}

function costOf(lines: readonly DraftLine[]): number | null {
  const costs = lines.map((line) => line.costMinor);
  return costs.includes(null) ? null : sumOf(costs.map((cost) => cost ?? 0));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
