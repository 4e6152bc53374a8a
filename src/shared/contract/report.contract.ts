import * as z from 'zod';
import { businessDaySchema, idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { pageFields } from './fields.ts';

export const reportContract = {
  today: query({
    summary:
      'One business day: sales, receipts, refunds, tenders, tax, hours and what sold most; training is left out',
    access: 'reports.view',
    input: { businessDay: businessDaySchema.nullable().default(null) },
    output: z.object({
      businessDay: z.string(),
      isToday: z.boolean(),
      /** The latest day before this one on which anything was sold or given back. */
      previousTradingDay: z.string().nullable(),
      salesMinor: z.int(),
      receipts: z.int(),
      /** How many of the day's documents are imported history. */
      importedReceipts: z.int(),
      averageMinor: z.int(),
      refundsMinor: z.int(),
      refundReceipts: z.int(),
      netSalesMinor: z.int(),
      discountMinor: z.int(),
      taxMinor: z.int(),
      roundingMinor: z.int(),
      marginMinor: z.int().nullable(),
      marginPpm: z.int().nullable(),
      voidedCarts: z.int(),
      cashInDrawerMinor: z.int(),
      tenders: z.array(
        z.object({
          kind: z.string(),
          label: z.string(),
          inMinor: z.int(),
          outMinor: z.int(),
          count: z.int(),
        }),
      ),
      taxes: z.array(z.object({ name: z.string(), ratePpm: z.int(), baseMinor: z.int(), taxMinor: z.int() })),
      hours: z.array(z.object({ hour: z.int(), salesMinor: z.int(), receipts: z.int() })),
      topProducts: z.array(
        z.object({
          productId: z.string(),
          name: z.string(),
          categoryName: z.string().nullable(),
          quantityMilli: z.int(),
          unit: z.string(),
          amountMinor: z.int(),
        }),
      ),
      staff: z.array(z.object({ name: z.string(), salesMinor: z.int(), receipts: z.int() })),
    }),
  }),
};

export const auditContract = {
  list: query({
    summary: 'Who did what, when, approved by whom; newest first',
    access: 'audit.view',
    input: {
      ...pageFields,
      action: z.string().max(60).default(''),
      staffId: idSchema.nullable().default(null),
      subjectId: z.string().max(64).default(''),
    },
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          atMs: z.int(),
          action: z.string(),
          staffName: z.string().nullable(),
          approverName: z.string().nullable(),
          deviceName: z.string().nullable(),
          registerName: z.string().nullable(),
          subjectKind: z.string(),
          subjectId: z.string(),
          reason: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
      total: z.int(),
    }),
  }),
};

const printJob = z.object({
  id: z.string(),
  documentId: z.string().nullable(),
  documentNumber: z.string().nullable(),
  state: z.enum(['queued', 'printing', 'printed', 'failed', 'uncertain', 'cancelled']),
  errorCode: z.string().nullable(),
  attempts: z.int(),
  createdAtMs: z.int(),
});

export const printerContract = {
  getStatus: query({
    summary: "Whether this register's printer answers, and what it lacks",
    access: 'sell',
    needsDevice: true,
    input: {},
    output: z.object({ configured: z.boolean(), ready: z.boolean(), errorCode: z.string().nullable() }),
  }),
  listJobs: query({
    summary: "This register's print jobs that are not done, and the last few that are",
    access: 'sell',
    needsDevice: true,
    input: {},
    output: z.array(printJob),
  }),
  retryJob: command({
    summary: 'Prints a failed or uncertain job again',
    access: 'sell',
    needsDevice: true,
    input: { id: idSchema },
    output: printJob,
    errors: ['printer.jobUnknown', 'printer.jobDone'],
  }),
  cancelJob: command({
    summary: 'Gives a print job up; the receipt can be printed again from the order',
    access: 'sell',
    needsDevice: true,
    input: { id: idSchema },
    output: printJob,
    errors: ['printer.jobUnknown', 'printer.jobDone'],
  }),
  openDrawer: command({
    summary: 'Opens the cash drawer without a sale; logged',
    access: 'drawer.open',
    needsDevice: true,
    approvable: true,
    input: { reason: z.string().trim().min(1).max(200) },
    output: z.object({}),
    errors: ['printer.notConfigured', 'printer.offline', 'printer.stuck'],
  }),
  printTest: command({
    summary: 'Queues a test page',
    access: 'sell',
    needsDevice: true,
    input: {},
    output: z.object({ jobId: z.string() }),
    errors: ['printer.notConfigured'],
  }),
};
