import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { readHeadNote } from '../../journal/head-note.ts';
import { notePlace } from '../../storage/folder-place.ts';
import { replaceRegisters } from '../backup/new-registers.ts';

type Refusal = AppError<'register.numbersUsed' | 'auth.approvalNeeded' | 'auth.forbidden'>;

/** Answers the doubt. New numbers are always right, so whoever sells may choose them; to go on with the old ones, somebody
 *  has to answer for it that no other copy does. With no doubt left, nothing happens. */
export function settleDoubt(
  ctx: CommandCtx,
  { answer }: CallParsedInput<'register.settleDoubt'>,
): Result<CallAnswer<'register.settleDoubt'>, Refusal> {
  const { numbers } = ctx.services;
  const { doubt } = numbers;
  if (!doubt) return ok({ registers: [] });
  if (answer === 'sameNumbers') {
    if (doubt.kind === 'salesMissing') return err({ code: 'register.numbersUsed', data: { ...doubt } });
    const allowed = ctx.require('settings.manage');
    if (!allowed.ok) return allowed;
  }
  const registers = answer === 'newNumbers' ? startAnew(ctx, doubt.kind) : [];
  notePlace(ctx.db, ctx.dataDir);
  ctx.audit({
    action: 'register.doubtSettled',
    subjectKind: 'shop',
    subjectId: 'registers',
    before: doubt,
    after: { answer, registers },
  });
  ctx.afterCommit(() => numbers.settled());
  for (const topic of ['shop', 'sale'] as const) ctx.changed(topic);
  return ok({ registers });
}

function startAnew(ctx: CommandCtx, reason: string): CallAnswer<'register.settleDoubt'>['registers'] {
  // A copy has the note of the shop it was made of: how far that went on since, nobody here knows.
  const known = reason === 'copied' ? {} : (readHeadNote(ctx.dataDir)?.numbers ?? {});
  const replaced = replaceRegisters({
    db: ctx.db,
    taken: [],
    lastKnown: (registerId) => known[registerId] ?? {},
    clock: ctx.clock,
    staffId: ctx.staff.id,
    reason: reason === 'copied' ? 'the data folder was copied' : 'documents are missing',
  });
  return replaced.map(({ name, oldPrefix, newPrefix }) => ({ name, oldPrefix, newPrefix }));
}
