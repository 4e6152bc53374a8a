import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { looksLikeCardNumber } from '../../../shared/values/card-number.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { refuseUnconfirmed } from './age-check.ts';
import { deleteCartPayment, insertCartPayment, listCartPayments } from './cart.sql.ts';
import { MAX_CART_MINOR } from './cart-limits.ts';
import { auditCart } from './cart-lines.ts';
import { findOwnCart } from './find-cart.ts';
import { cashStillDue, loadCart, priceLoaded, settlePayments } from './load-cart.ts';
import { type Answer, answerSale, type Input } from './sale-answers.ts';

export type TenderInput = NonNullable<Input<'sale.complete'>['payment']>;

/** Notes one tender of several. Only cash may be more than what is left, since only cash gives change (R9). */
export function addPayment(ctx: CommandCtx, input: Input<'sale.addPayment'>): Answer<'sale.addPayment'> {
  const cart = findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const loaded = loadCart(ctx, cart.value);
  if (loaded.lines.length === 0) return err({ code: 'sale.empty' });
  const oldEnough = refuseUnconfirmed(cart.value, loaded.lines);
  if (!oldEnough.ok) return oldEnough;
  const said = checkWords(input);
  if (!said.ok) return said;
  const settlement = settlePayments(loaded.shop, priceLoaded(loaded).totalMinor, loaded.payments);
  if (!settlement || settlement.complete) return err({ code: 'payment.nothingDue' });
  const within = checkAmount(input, settlement.remainingMinor);
  if (!within.ok) return within;
  ctx.db.runOne(insertCartPayment, {
    id: ctx.newId(),
    cart_id: cart.value.id,
    kind: input.kind,
    label: input.label,
    amount_minor: input.amountMinor,
    reference: input.reference || null,
    at_ms: ctx.nowMs,
    staff_id: ctx.staff.id,
  });
  return answerSale(ctx, cart.value.id);
}

export function removePayment(
  ctx: CommandCtx,
  input: Input<'sale.removePayment'>,
): Answer<'sale.removePayment'> {
  const cart = findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const noted = ctx.db.all(listCartPayments, { cart_id: input.saleId });
  const payment = noted.find((row) => row.id === input.paymentId);
  if (!payment) return err({ code: 'payment.unknown' });
  ctx.db.runOne(deleteCartPayment, { id: payment.id, cart_id: input.saleId });
  const { kind, label, amount_minor: amountMinor, reference } = payment;
  auditCart(ctx, cart.value, 'sale.paymentRemoved', { before: { kind, label, amountMinor, reference } });
  return answerSale(ctx, input.saleId);
}

/** What a payment would leave, without noting it: the same settlement as when it is, so that the screen shows what will
 *  happen. */
export function previewPayment(
  ctx: QueryCtx,
  input: Input<'sale.previewPayment'>,
): Answer<'sale.previewPayment'> {
  const cart = findOwnCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const loaded = loadCart(ctx, cart.value);
  const { payments, shop } = loaded;
  const { totalMinor } = priceLoaded(loaded);
  const before = settlePayments(shop, totalMinor, payments);
  const remainingMinor = before?.remainingMinor ?? 0;
  const within = checkAmount(input, remainingMinor);
  if (!within.ok) return within;
  const counts = input.amountMinor > 0 || input.kind === 'cash';
  const tenders = counts ? [...payments, { kind: input.kind, amount_minor: input.amountMinor }] : payments;
  const after = settlePayments(shop, totalMinor, tenders);
  if (!after) return err({ code: 'payment.exceedsDue', data: { remainingMinor } });
  const { changeMinor, roundingMinor } = after;
  const leftMinor = input.kind === 'cash' ? cashStillDue(after, tenders) : after.remainingMinor;
  return ok({ remainingMinor: leftMinor, changeMinor, roundingMinor });
}

/** Tenders that leave a slip or a line in a bank's books are told by its number; no card number is ever stored (R12). */
export function checkWords(
  tender: Pick<TenderInput, 'kind' | 'label' | 'reference'>,
): Result<null, AppError<'payment.cardNumber' | 'payment.referenceNeeded'>> {
  if (looksLikeCardNumber(tender.label) || looksLikeCardNumber(tender.reference ?? ''))
    return err({ code: 'payment.cardNumber' });
  const needed = tender.kind === 'card' || tender.kind === 'bankTransfer';
  return needed && !tender.reference ? err({ code: 'payment.referenceNeeded' }) : ok(null);
}

/** Cash has a limit too: a barcode scanned into the amount is no banknote. */
export function checkAmount(
  tender: Pick<TenderInput, 'kind' | 'amountMinor'>,
  remainingMinor: number,
): Result<null, AppError<'payment.exceedsDue'>> {
  const most = tender.kind === 'cash' ? MAX_CART_MINOR : remainingMinor;
  return tender.amountMinor > most ? err({ code: 'payment.exceedsDue', data: { remainingMinor } }) : ok(null);
}
