import * as z from 'zod';
import { command, query } from './call.ts';

/** A name as it stands in the folder: never a path. */
const fileSchema = z.string().regex(/^[^/\\\0]{1,200}$/);
const folderSchema = z.string().min(1).max(1000);
const passphraseSchema = z.string().min(8).max(200);

/** Which backup: of the chosen folder or Tillwise's own, unless another folder is named. */
const pickFields = {
  file: fileSchema,
  folder: folderSchema.optional(),
  /** Needed for an encrypted one, unless it was made with the passphrase set here. */
  passphrase: z.string().min(1).max(200).optional(),
};

const backupView = z.object({
  file: z.string(),
  folder: z.string(),
  /** 'aside': what was moved away before an upgrade, a restore or the end of a demo. */
  kind: z.enum(['auto', 'hand', 'aside']),
  atMs: z.int(),
  bytes: z.int(),
  encrypted: z.boolean(),
  /** Closed documents in it; null where nothing is on record here. */
  documents: z.int().nullable(),
  /** When it was last opened, checked and its journal recomputed. */
  provenAtMs: z.int().nullable(),
});

const contents = z.object({
  shopName: z.string(),
  currency: z.string(),
  currencyExponent: z.int(),
  documents: z.int(),
  sales: z.int(),
  lastSaleAtMs: z.int().nullable(),
  products: z.int(),
  bytes: z.int(),
  encrypted: z.boolean(),
  /** The schema it was written with; this program brings it up to date. */
  version: z.int(),
  /** One a register: how many entries its journal has and the hash of the last. */
  heads: z.array(
    z.object({
      prefix: z.string(),
      count: z.int(),
      hash: z.string(),
      /** Where its signed receipts end; null where none was signed. */
      receipts: z.object({ cashBoxId: z.string(), count: z.int(), chainValue: z.string() }).nullable(),
    }),
  ),
  /** Whether people's PINs will work here after a restore; passwords always do. */
  pinsWork: z.boolean(),
});

const OPENING = [
  'backup.unknown',
  'backup.damaged',
  'backup.foreign',
  'backup.newer',
  'backup.passphraseNeeded',
  'backup.wrongPassphrase',
  'backup.folderUnusable',
  'backup.diskFull',
] as const;

export const backupContract = {
  status: query({
    summary: 'When a backup was last made and last proven to open',
    access: 'signedIn',
    input: {},
    output: z.object({
      madeAtMs: z.int().nullable(),
      provenAtMs: z.int().nullable(),
      /** Never proven, or longer ago than eight days. */
      stale: z.boolean(),
      /** Why the newest attempt failed; null when it did not. */
      errorCode: z.string().nullable(),
    }),
  }),
  list: query({
    summary: 'Where backups go, and those that are there, newest first',
    access: 'backup.manage',
    input: { folder: folderSchema.optional() },
    output: z.object({
      /** The chosen folder; null: the data folder's own. */
      folder: z.string().nullable(),
      encrypted: z.boolean(),
      backups: z.array(backupView),
    }),
    errors: ['backup.folderUnusable'],
  }),
  setUp: command({
    summary: 'Chooses where backups go and whether new ones are encrypted',
    access: 'backup.manage',
    input: {
      folder: folderSchema.nullable(),
      /** Left out: as before. Null: new backups are not encrypted. It is not stored and cannot be found again. */
      passphrase: passphraseSchema.nullable().optional(),
    },
    output: z.object({ folder: z.string().nullable(), encrypted: z.boolean() }),
    errors: ['backup.folderUnusable', 'backup.diskFull'],
  }),
  make: command({
    summary: 'Makes a backup now, beside whatever is being sold, and checks it',
    access: 'backup.manage',
    input: {},
    output: backupView,
    errors: ['backup.folderUnusable', 'backup.diskFull', 'backup.damaged'],
  }),
  preview: query({
    summary: 'What a backup holds; nothing is changed',
    access: 'backup.manage',
    input: pickFields,
    output: contents,
    errors: OPENING,
  }),
  rehearse: command({
    summary: 'Restores a backup into a place apart and recomputes its journal; the shop is not touched',
    access: 'backup.manage',
    input: pickFields,
    output: contents,
    errors: OPENING,
  }),
  restore: command({
    summary:
      'Puts the shop aside and goes on with a backup, under new registers and number series; signs everyone out',
    access: 'backup.manage',
    input: pickFields,
    output: z.object({
      shopName: z.string(),
      documents: z.int(),
      /** The shop as it was, in Tillwise's own backup folder. */
      putAsideAs: z.string(),
      registers: z.array(z.object({ name: z.string(), oldPrefix: z.string(), newPrefix: z.string() })),
      pinsWork: z.boolean(),
    }),
    errors: OPENING,
  }),
};
