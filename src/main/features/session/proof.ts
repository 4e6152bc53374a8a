import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { keyed } from './slow-hash.ts';

/** What came of a try to prove who one is; `settle` writes it down inside the command. */
export interface Proof {
  readonly subjects: readonly string[];
  readonly passed: boolean;
  /** Over 0: too many tries, nothing was looked at. */
  readonly waitMs: number;
}

/** The device, or where there is none the address. */
export function callerSubject(ctx: QueryCtx): string {
  return ctx.at ? `device:${ctx.at.id}` : `address:${ctx.caller.address}`;
}

export function personSubject(staffId: string): string {
  return `person:${staffId}`;
}

/** A name nobody has is throttled like one somebody has. Kept keyed: people type passwords into the wrong field. */
export function unknownNameSubject(ctx: QueryCtx, username: string): string {
  return `name:${keyed(ctx.dataDir, username)}`;
}

/** Makes one try if the throttle allows it. */
export async function prove(
  ctx: QueryCtx,
  subjects: readonly string[],
  check: () => Promise<boolean>,
): Promise<Proof> {
  const waitMs = ctx.services.throttle.begin(subjects);
  return { subjects, waitMs, passed: waitMs === 0 && (await check()) };
}

/** Counts the try (kept even though the command is refused) and answers for it. */
export function settle(
  ctx: CommandCtx,
  proof: Proof,
): Result<null, AppError<'auth.throttled' | 'auth.badCredentials'>> {
  const { throttle } = ctx.services;
  if (proof.waitMs > 0) return err({ code: 'auth.throttled', data: { waitMs: proof.waitMs } });
  if (proof.passed) {
    ctx.evenIfRefused((db) => throttle.succeeded(db, proof.subjects));
    return ok(null);
  }
  ctx.evenIfRefused((db) => throttle.failed(db, proof.subjects, ctx.nowMs));
  return err({ code: 'auth.badCredentials' });
}
