import type { HandedOver } from '../../../domain/document/payment-rows.ts';
import type { Settlement } from '../../../domain/tender/settle.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { refuseUnconfirmed } from './age-check.ts';
import { closeCart } from './cart.sql.ts';
import { auditCart } from './cart-lines.ts';
import { checkAmount, checkWords, type TenderInput } from './cart-payments.ts';
import { type ClosedResult, closeDocument } from './close-document.ts';
import { findOwnCart, noteChange } from './find-cart.ts';
import { cashStillDue, type LoadedCart, loadCart, priceLoaded, settlePayments } from './load-cart.ts';
import type { Answer, Input } from './sale-answers.ts';
import { draftSale } from './sale-draft.ts';
import { checkStock } from './stock-policy.ts';

type PaymentRefusal = AppError<
  'payment.exceedsDue' | 'payment.notComplete' | 'payment.cardNumber' | 'payment.referenceNeeded'
>;

/** Closes a sale for good: everything it leaves behind in this one transaction, or nothing at all. The customer pays the
 *  total they were shown or is shown the new one first. */
export function completeSale(ctx: CommandCtx, input: Input<'sale.complete'>): Answer<'sale.complete'> {
  const sure = ctx.services.numbers.check();
  if (!sure.ok) return sure;
  const cart = findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const loaded = loadCart(ctx, cart.value);
  if (loaded.lines.length === 0) return err({ code: 'sale.empty' });
  const oldEnough = refuseUnconfirmed(cart.value, loaded.lines);
  if (!oldEnough.ok) return oldEnough;
  const priced = priceLoaded(loaded);
  const { totalMinor } = priced;
  if (totalMinor !== input.expectedTotalMinor) return err({ code: 'version.conflict', data: { totalMinor } });
  const stocked = loaded.cart.kind === 'training' ? ok(null) : checkStock(loaded.lines);
  if (!stocked.ok) return stocked;
  const paid = settleWith(loaded, totalMinor, input.payment);
  if (!paid.ok) return paid;
  const closed = closeDocument(ctx, draftSale(loaded, priced, paid.value));
  endSale(ctx, loaded, closed);
  return ok(completed(closed, paid.value.settlement));
}

interface Paid {
  readonly tenders: readonly HandedOver[];
  readonly settlement: Settlement;
}

/** The tenders noted so far with the last one, if they pay the whole total (R8–R10). */
function settleWith(
  { payments, shop }: LoadedCart,
  totalMinor: number,
  last: TenderInput | null,
): Result<Paid, PaymentRefusal> {
  const before = settlePayments(shop, totalMinor, payments);
  if (!before) return err({ code: 'payment.exceedsDue', data: { remainingMinor: 0 } });
  const added = last && checkLast(before, last);
  if (added && !added.ok) return added;
  const tenders = payments.map(toHandedOver);
  if (last && needed(before, last)) tenders.push({ ...last, reference: last.reference || null });
  const rows = tenders.map(({ kind, amountMinor }) => ({
    kind: kind as TenderInput['kind'],
    amount_minor: amountMinor,
  }));
  const settlement = settlePayments(shop, totalMinor, rows);
  if (settlement?.complete) return ok({ tenders, settlement });
  const { remainingMinor } = settlement ?? before;
  const cashDueMinor = cashStillDue(settlement ?? before, settlement ? rows : payments);
  return err({ code: 'payment.notComplete', data: { remainingMinor, cashDueMinor } });
}

function checkLast(before: Settlement, last: TenderInput): Result<null, PaymentRefusal> {
  if (!needed(before, last)) return ok(null);
  const said = checkWords(last);
  if (!said.ok) return said;
  if (before.complete) return err({ code: 'payment.exceedsDue', data: { remainingMinor: 0 } });
  return checkAmount(last, before.remainingMinor);
}

/** A tender of nothing counts only as cash for a due that rounds to nothing. */
function needed(before: Settlement, last: TenderInput): boolean {
  return last.amountMinor > 0 || (last.kind === 'cash' && !before.complete);
}

function toHandedOver(row: LoadedCart['payments'][number]): HandedOver {
  return { kind: row.kind, label: row.label, amountMinor: row.amount_minor, reference: row.reference };
}

function endSale(ctx: CommandCtx, { cart }: LoadedCart, { document }: ClosedResult): void {
  ctx.db.runOne(closeCart, { id: cart.id });
  noteChange(ctx, cart.id);
  const { id: documentId, kind, fiscalNumber, totalMinor } = document;
  ctx.afterCommit(() => ctx.services.documentClosed(document));
  auditCart(ctx, cart, 'sale.closed', { after: { documentId, kind, fiscalNumber, totalMinor } });
}

function completed({ document }: ClosedResult, settlement: Settlement): CompletedSale {
  return {
    documentId: document.id,
    fiscalNumber: document.fiscalNumber,
    totalMinor: document.totalMinor,
    roundingMinor: document.roundingMinor,
    tenderedMinor: settlement.paidMinor,
    changeMinor: document.changeMinor,
    training: document.kind === 'training',
  };
}

type CompletedSale = Extract<Answer<'sale.complete'>, { ok: true }>['value'];
