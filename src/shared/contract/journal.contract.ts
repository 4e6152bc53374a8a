import * as z from 'zod';
import { JOURNAL_FAULTS } from '../reference/journal-faults.ts';
import { idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';

/** Where a register's signed receipts end; null where none was signed yet. */
const receiptHead = z
  .object({
    /** The register's name in the published format. */
    cashBoxId: z.string(),
    count: z.int(),
    chainValue: z.string(),
  })
  .nullable();

const verdict = z.object({
  registerId: z.string(),
  registerName: z.string(),
  prefix: z.string(),
  /** How many documents hold, and the hash of the last: to compare with a head noted elsewhere. */
  documents: z.int(),
  headHash: z.string().nullable(),
  /** Null where something does not hold. */
  signed: z
    .object({
      receipts: z.int(),
      head: receiptHead,
      /** Written while the signing device was out of order. */
      unsigned: z.int(),
      /** False where the register's key is not at hand: its encrypted turnovers were not compared. */
      turnoverChecked: z.boolean(),
    })
    .nullable(),
  /** The first that does not hold; null when all do. */
  fault: z
    .object({
      code: z.enum(JOURNAL_FAULTS),
      /** Its place in the register's journal. */
      seq: z.int(),
      documentId: z.string().nullable(),
      documentNumber: z.string().nullable(),
    })
    .nullable(),
});

/** The last check that was asked for on a screen, or the one that runs. */
const check = z.object({
  state: z.enum(['none', 'running', 'done', 'stopped', 'failed']),
  /** Documents and receipts looked at, of all there are. */
  done: z.int(),
  total: z.int(),
  msLeft: z.int().nullable(),
  finishedAtMs: z.int().nullable(),
  /** Of a check that is done: whether all of it holds. */
  ok: z.boolean().nullable(),
  registers: z.array(verdict),
});

export const journalContract = {
  verify: query({
    summary:
      'Recomputes the journal and the signed receipts of every register from the stored documents and names the first that differs',
    access: 'audit.view',
    input: {},
    output: z.object({ ok: z.boolean(), registers: z.array(verdict) }),
  }),
  heads: query({
    summary: "Where every register's journal ends, and how the last check went",
    access: 'audit.view',
    input: {},
    output: z.object({
      registers: z.array(
        z.object({
          registerId: z.string(),
          registerName: z.string(),
          prefix: z.string(),
          /** Replaced when a backup was restored: it takes no new documents. */
          retired: z.boolean(),
          count: z.int(),
          /** Null while there is no document. */
          hash: z.string().nullable(),
          lastAtMs: z.int().nullable(),
          receipts: receiptHead,
          /** Documents from before receipts were signed. */
          beforeSigning: z.int(),
          /** The newest receipt could not be signed. */
          outOfOrder: z.boolean(),
        }),
      ),
      check,
    }),
  }),
  startCheck: command({
    summary: 'Starts recomputing everything, beside whatever is being sold; how it goes is in journal.heads',
    access: 'audit.view',
    input: {},
    output: check,
  }),
  stopCheck: command({
    summary: 'Stops the check that runs',
    access: 'audit.view',
    input: {},
    output: check,
  }),
  export: query({
    summary:
      "A register's signed receipts and keys in Austria's published formats; the key file is for the tax office alone",
    access: 'settings.manage',
    input: { registerId: idSchema },
    output: z.object({ files: z.array(z.object({ fileName: z.string(), text: z.string() })) }),
    errors: ['register.unknown', 'journal.noReceipts', 'journal.keyMissing'],
  }),
  printHeads: command({
    summary: 'Prints where every journal ends, on the printer of this register',
    access: 'audit.view',
    needsDevice: true,
    input: {},
    output: z.object({ jobId: z.string() }),
    errors: ['printer.notConfigured'],
  }),
  getHeadsPdf: query({
    summary: 'Where every journal ends, as a page to keep',
    access: 'audit.view',
    input: {},
    output: z.object({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      dataBase64: z.string(),
    }),
  }),
  renewKey: command({
    summary: 'Gives a register whose receipts could not be signed a new key',
    access: 'settings.manage',
    input: { registerId: idSchema },
    output: z.object({ keyId: z.string() }),
    errors: ['register.unknown', 'journal.keyMissing', 'register.inDoubt'],
  }),
};
