import type { CallAnswer, CallError, CallName, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { withinLimits } from './cart-limits.ts';
import { type SaleView, viewLoaded, viewSale } from './cart-view.ts';
import { noteChange } from './find-cart.ts';
import { type LoadedCart, loadCartById } from './load-cart.ts';
import { checkStock } from './stock-policy.ts';

export type Input<N extends CallName> = CallParsedInput<N>;
export type Answer<N extends CallName> = Result<CallAnswer<N>, AppError<CallError<N>>>;

/** Ends a change of a cart with the whole fresh view. */
export function answerSale(ctx: CommandCtx, cartId: string): Result<SaleView, never> {
  noteChange(ctx, cartId);
  return ok(viewSale(ctx, cartId));
}

/** As answerSale, naming the line that was touched. */
export function answerLine(
  ctx: CommandCtx,
  cartId: string,
  lineId: string,
): Result<{ sale: SaleView; lineId: string }, never> {
  noteChange(ctx, cartId);
  return ok({ sale: viewSale(ctx, cartId), lineId });
}

type TooLarge = AppError<'sale.amountTooLarge'>;
export type MoreRefusal = TooLarge | AppError<'stock.notEnough'>;
type LineAnswer<E extends AppError> = Result<{ sale: SaleView; lineId: string }, E>;

/** As answerLine, for a line that now costs something else: refused, and so undone, where the cart's amounts are no
 *  longer sane. */
export function answerPriced(ctx: CommandCtx, cartId: string, lineId: string): LineAnswer<TooLarge> {
  const loaded = changedCart(ctx, cartId);
  return loaded.ok ? ok({ sale: viewLoaded(ctx, loaded.value), lineId }) : loaded;
}

/** As answerPriced, after more of a product came into the cart: refused also where there is not enough of it. Practice
 *  needs no goods. */
export function answerMore(
  ctx: CommandCtx,
  cartId: string,
  line: { readonly id: string; readonly productId: string },
): LineAnswer<MoreRefusal> {
  const loaded = changedCart(ctx, cartId);
  if (!loaded.ok) return loaded;
  const { cart, lines } = loaded.value;
  const stocked = cart.kind === 'training' ? ok(null) : checkStock(lines, line.productId);
  return stocked.ok ? ok({ sale: viewLoaded(ctx, loaded.value), lineId: line.id }) : stocked;
}

function changedCart(ctx: CommandCtx, cartId: string): Result<LoadedCart, TooLarge> {
  noteChange(ctx, cartId);
  const loaded = loadCartById(ctx, cartId);
  return withinLimits(loaded.lines) ? ok(loaded) : err({ code: 'sale.amountTooLarge' });
}
