import type { CallAnswer, CallError, CallName, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { type SaleView, viewSale } from './cart-view.ts';
import { noteChange } from './find-cart.ts';

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
