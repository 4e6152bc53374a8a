import { join } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { MadeBackup } from '../../jobs/make-backup.ts';
import type { OpenedBackup } from '../../jobs/open-backup.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { answering, type BackupResult } from '../../storage/backup-fault.ts';
import type { BackupKey } from '../../storage/backup-key.ts';
import { getSummary, markProven } from './backup.sql.ts';
import { readName } from './backup-names.ts';
import {
  assertUsable,
  chosenFolder,
  pinKeyCheck,
  readKey,
  setChosenFolder,
  writeKey,
} from './backup-settings.ts';
import { type BackupView, listBackups, notedHeads } from './list-backups.ts';
import { isStale } from './next-duty.ts';

interface Pick {
  readonly file: string;
  readonly folder?: string | undefined;
  readonly passphrase?: string | undefined;
}

/** A backup opened apart: where it lay, and what was found in it. */
interface Found {
  readonly backup: BackupView;
  readonly opened: OpenedBackup;
}

type Restored = CallAnswer<'backup.restore'>;

const make = staged({
  prepare: async (ctx) => ok(await ctx.services.backups.make('hand')),
  run: (ctx, _input: object, made: BackupResult<MadeBackup>) => {
    const { backups } = ctx.services;
    ctx.changed('backup');
    if (!made.ok) {
      // On record although the command is refused: the screens warn of it.
      ctx.evenIfRefused((db) => backups.record(db, 'hand', made));
      const { code } = made.error;
      return code === 'backup.diskFull' || code === 'backup.folderUnusable'
        ? err({ code, data: made.error.data ?? {} })
        : err({ code: 'backup.damaged' as const });
    }
    backups.record(ctx.db, 'hand', made);
    const { file, folder, encrypted, bytes, facts } = made.value;
    audit(ctx, 'backup.made', { file, folder, encrypted, documents: facts.documents, heads: facts.heads });
    return ok({
      file,
      folder,
      kind: 'hand' as const,
      atMs: ctx.nowMs,
      bytes,
      encrypted,
      documents: facts.documents,
      provenAtMs: null,
    });
  },
});

const setUp = staged({
  // The passphrase must not be remembered, not even as a hash.
  secret: true,
  prepare: async (_ctx, input: { folder: string | null; passphrase?: string | null | undefined }) => {
    const { folder, passphrase } = input;
    const usable = await answering(() => (folder === null ? undefined : assertUsable(folder)));
    if (!usable.ok) return err({ code: usable.error.code as 'backup.folderUnusable' | 'backup.diskFull' });
    return ok(passphrase ? await runInWorker('makeBackupKey', { passphrase }) : null);
  },
  run: (ctx, { folder, passphrase }, key: BackupKey | null) => {
    const before = { folder: chosenFolder(ctx.db), encrypted: readKey(ctx.dataDir) !== null };
    setChosenFolder(ctx.db, folder);
    const after = { folder, encrypted: passphrase === undefined ? before.encrypted : key !== null };
    ctx.audit({ action: 'backup.setUp', subjectKind: 'shop', subjectId: 'backup', before, after });
    ctx.changed('backup');
    if (passphrase !== undefined) writeKey(ctx.dataDir, key);
    return ok(after);
  },
});

const rehearse = staged({
  secret: true,
  prepare: (ctx, input: Pick) => open(ctx, input, { thorough: true, keep: false }),
  run: (ctx, _input, { backup, opened }: Found) => {
    const { file, folder } = backup;
    ctx.db.run(markProven, { file, folder, now_ms: ctx.nowMs });
    audit(ctx, 'backup.proven', { file, folder, documents: opened.facts.documents });
    ctx.changed('backup');
    return ok(viewContents(ctx, opened));
  },
});

const restore = staged({
  secret: true,
  prepare: (ctx, input: Pick) => open(ctx, input, { thorough: true, keep: true }),
  run: (ctx, { file }, found: Found) => {
    // Into the shop that is put aside: its own log ends with why.
    audit(ctx, 'backup.restoring', { file, documents: found.opened.facts.documents });
    return ok({ found, commandId: ctx.commandId });
  },
  finish: async (ctx, { found, commandId }): Promise<Restored> => {
    const restored = await ctx.services.restore({
      staged: found.opened.database as string,
      file: found.backup.file,
      facts: found.opened.facts,
      pinsWork: pinsWork(ctx, found.opened),
      commandId,
      staff: { id: ctx.staff.id, name: ctx.staff.name },
      deviceId: ctx.at?.id ?? null,
    });
    ctx.caller.setSession(null);
    return restored;
  },
});

export const backupHandlers: FeatureHandlers<'backup'> = {
  status: (ctx) => {
    const summary = ctx.db.get(getSummary, {});
    const provenAtMs = summary?.proven_at_ms ?? null;
    return ok({
      madeAtMs: summary?.made_at_ms ?? null,
      provenAtMs,
      stale: isStale(provenAtMs, ctx.nowMs),
      errorCode: summary?.error_code ?? null,
    });
  },
  list: async (ctx, { folder }) => {
    const backups = await answering(() => listBackups(ctx.db, ctx.dataDir, folder));
    if (!backups.ok) return err({ code: 'backup.folderUnusable', data: backups.error.data ?? {} });
    return ok({
      folder: chosenFolder(ctx.db),
      encrypted: readKey(ctx.dataDir) !== null,
      backups: backups.value,
    });
  },
  setUp,
  make,
  preview: async (ctx, input) => {
    const found = await open(ctx, input, { thorough: false, keep: false });
    return found.ok ? ok(viewContents(ctx, found.value.opened)) : found;
  },
  rehearse,
  restore,
};

/** Finds the file among those of the folder (a name is never taken as a path) and opens it apart. */
async function open(
  ctx: QueryCtx,
  { file, folder, passphrase }: Pick,
  how: { readonly thorough: boolean; readonly keep: boolean },
): Promise<BackupResult<Found>> {
  const listed = await answering(() => listBackups(ctx.db, ctx.dataDir, folder));
  if (!listed.ok) return listed;
  const backup = listed.value.find((one) => one.file === file);
  if (!backup) return err({ code: 'backup.unknown', data: { file } });
  const opened = await ctx.services.backups.inLine(() =>
    runInWorker('openBackup', {
      dataDir: ctx.dataDir,
      source: join(backup.folder, file),
      storedKey: readKey(ctx.dataDir),
      passphrase: passphrase ?? null,
      sealNeeded: readName(file) !== null,
      notedHeads: notedHeads(ctx.db, backup),
      ...how,
    }),
  );
  return opened.ok ? ok({ backup, opened: opened.value }) : opened;
}

function viewContents(ctx: QueryCtx, opened: OpenedBackup): CallAnswer<'backup.preview'> {
  const { facts, bytes, encrypted, version } = opened;
  return {
    shopName: facts.shopName,
    currency: facts.currency,
    currencyExponent: facts.currencyExponent,
    documents: facts.documents,
    sales: facts.sales,
    lastSaleAtMs: facts.lastSaleAtMs,
    products: facts.products,
    bytes,
    encrypted,
    version,
    heads: facts.heads.map(({ prefix, count, hash, receipts }) => ({ prefix, count, hash, receipts })),
    pinsWork: pinsWork(ctx, opened),
  };
}

function pinsWork(ctx: QueryCtx, { pinKeyCheck: noted }: OpenedBackup): boolean {
  return noted === pinKeyCheck(ctx.dataDir);
}

function audit(ctx: CommandCtx, action: string, after: Readonly<Record<string, unknown>>): void {
  ctx.audit({ action, subjectKind: 'shop', subjectId: 'backup', after });
}
