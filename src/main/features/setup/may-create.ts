import { timingSafeEqual } from 'node:crypto';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { QueryCtx } from '../../context.ts';

/** Only while there is no shop, and from elsewhere only with the one-time code. */
export function mayCreate(
  ctx: QueryCtx,
  code: string | undefined,
): Result<null, AppError<'setup.alreadyDone' | 'setup.codeNeeded'>> {
  if (ctx.services.shopExists()) return err({ code: 'setup.alreadyDone' });
  return isLetIn(ctx, code) ? ok(null) : err({ code: 'setup.codeNeeded' });
}

/** Whoever sits at this machine, or brings the one-time code printed where the program was started. */
export function isLetIn(ctx: QueryCtx, code: string | undefined): boolean {
  if (ctx.caller.local) return true;
  const expected = Buffer.from(ctx.services.setupCode ?? '');
  const given = Buffer.from(code?.trim() ?? '');
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}
