import { localTime } from '../../../domain/rksv/receipt-of-document.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { renewKey as makeKey } from '../../journal/sign-document.ts';
import { dayOf, readShopFacts, signingFacts } from '../sale/shop-facts.ts';
import { drawHeadsPdf, printHeads, readHeads } from './heads.ts';
import { findRegister } from './journal.sql.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {
  verify: async ({ services }) => {
    const registers = await services.journalCheck.run();
    return ok({ ok: registers.every(({ fault }) => fault === null), registers: [...registers] });
  },
  heads: ({ db, services }) => ok({ registers: readHeads(db), check: services.journalCheck.view() }),
  startCheck: ({ afterCommit, services: { journalCheck } }) => {
    afterCommit(() => journalCheck.start());
    return ok({ ...journalCheck.view(), state: 'running' as const });
  },
  stopCheck: ({ afterCommit, services: { journalCheck } }) => {
    afterCommit(() => journalCheck.stop());
    return ok(journalCheck.view());
  },
  export: exportRegister,
  printHeads,
  getHeadsPdf: drawHeadsPdf,
  renewKey,
};

async function exportRegister(
  { db, dataDir }: QueryCtx,
  { registerId }: CallParsedInput<'journal.export'>,
): Promise<
  Result<
    CallAnswer<'journal.export'>,
    AppError<'register.unknown' | 'journal.noReceipts' | 'journal.keyMissing'>
  >
> {
  if (!db.get(findRegister, { id: registerId })) return err({ code: 'register.unknown' });
  const chains = await runInWorker('exportJournal', { dataDir, registerId });
  if (chains.length === 0) return err({ code: 'journal.noReceipts' });
  const files = chains.flatMap(({ cashBoxId, exportText, keysText }) =>
    keysText === null
      ? []
      : [
          { fileName: `dep-export-${cashBoxId}.json`, text: exportText },
          { fileName: `crypto-${cashBoxId}.json`, text: keysText },
        ],
  );
  return files.length < 2 * chains.length ? err({ code: 'journal.keyMissing' }) : ok({ files });
}

function renewKey(
  ctx: CommandCtx,
  { registerId }: CallParsedInput<'journal.renewKey'>,
): Result<
  CallAnswer<'journal.renewKey'>,
  AppError<'register.unknown' | 'journal.keyMissing' | 'register.inDoubt'>
> {
  const numbers = ctx.services.numbers.check();
  if (!numbers.ok) return numbers;
  if (!ctx.db.get(findRegister, { id: registerId })) return err({ code: 'register.unknown' });
  const shop = readShopFacts(ctx.db);
  const { zoneOffsetMinutes } = dayOf(shop, ctx.nowMs);
  const made = makeKey(
    { db: ctx.db, keys: ctx.services.signing, newId: () => ctx.newId() },
    signingFacts(ctx.db, registerId, shop),
    { atMs: ctx.nowMs, issuedAt: localTime(ctx.nowMs, zoneOffsetMinutes) },
  );
  if (!made) return err({ code: 'journal.keyMissing' });
  ctx.audit({ action: 'journal.keyRenewed', subjectKind: 'register', subjectId: registerId, after: made });
  ctx.changed('journal');
  return ok(made);
}
