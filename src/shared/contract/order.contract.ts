import * as z from 'zod';
import { businessDaySchema, idSchema, minorSchema, textSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { lineTrace, pageFields, reasonSchema } from './fields.ts';
import { TENDERS, taxSummaryRow } from './sale-views.ts';
import { staffRef } from './session.contract.ts';
import { taxContextSchema } from './shop.contract.ts';

/** How an order was paid; unknown of imported history, whose source does not say. */
export const ORDER_TENDERS = [...TENDERS, 'unknown'] as const;
const orderTender = z.enum(ORDER_TENDERS);

/** Derived, never stored: documents do not change. */
const orderState = z.enum([
  'paid',
  'partlyRefunded',
  'refunded',
  'refund',
  'training',
  'voided',
  'open',
  'held',
]);

export const orderSummary = z.object({
  /** Document id, or the cart's id for carts that never became a document. */
  id: z.string(),
  kind: z.enum(['sale', 'refund', 'training', 'cart']),
  state: orderState,
  number: z.string(),
  orderNumber: z.string(),
  atMs: z.int(),
  zoneOffsetMinutes: z.int(),
  businessDay: z.string(),
  staff: staffRef,
  customerName: z.string().nullable(),
  registerName: z.string(),
  /** From another system's books: outside this shop's journal, never refunded here. */
  imported: z.boolean(),
  itemCount: z.int(),
  totalMinor: z.int(),
  tenders: z.array(orderTender),
});

/** "Why this cent": how a line's figure came about, step by step. */
const explanationStep = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

const orderLine = z.object({
  id: z.string(),
  productId: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string(),
  quantityMilli: z.int(),
  unitPriceMinor: z.int(),
  shelfPriceMinor: z.int().nullable(),
  grossMinor: z.int(),
  payableMinor: z.int(),
  netMinor: z.int(),
  note: z.string(),
  /** What the label or GS1 code of this very item said; null where nothing is known. */
  trace: lineTrace.nullable(),
  adjustments: z.array(
    z.object({
      kind: z.string(),
      amountMinor: z.int(),
      ppm: z.int().nullable(),
      reason: z.string(),
      staffName: z.string().nullable(),
      approverName: z.string().nullable(),
    }),
  ),
  taxes: z.array(taxSummaryRow),
  explanation: z.array(explanationStep),
});

const orderPayment = z.object({
  id: z.string(),
  kind: orderTender,
  label: z.string(),
  amountMinor: z.int(),
  tenderedMinor: z.int(),
  changeMinor: z.int(),
  roundingMinor: z.int(),
  reference: z.string().nullable(),
});

const timelineEntry = z.object({
  atMs: z.int(),
  kind: z.string(),
  staffName: z.string().nullable(),
  approverName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

export const orderView = orderSummary.extend({
  currency: z.string(),
  currencyExponent: z.int(),
  taxMode: z.enum(['included', 'excluded']),
  taxContext: taxContextSchema,
  customerId: z.string().nullable(),
  reason: z.string().nullable(),
  lines: z.array(orderLine),
  payments: z.array(orderPayment),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  taxMinor: z.int(),
  roundingMinor: z.int(),
  changeMinor: z.int(),
  taxSummary: z.array(taxSummaryRow),
  original: z.object({ id: z.string(), number: z.string() }).nullable(),
  refunds: z.array(z.object({ id: z.string(), number: z.string(), totalMinor: z.int(), atMs: z.int() })),
  copiesPrinted: z.int(),
  journal: z.object({ seq: z.int(), hash: z.string(), suite: z.string() }).nullable(),
  timeline: z.array(timelineEntry),
});

export const receiptWidthSchema = z.union([z.literal(58), z.literal(80)]);

export const orderContract = {
  list: query({
    summary: 'Closed documents and voided carts, newest first, filtered',
    access: 'orders.view',
    input: {
      ...pageFields,
      /** Words, a number, or the code on a printed receipt. */
      text: z.string().max(500).default(''),
      fromDay: businessDaySchema.nullable().default(null),
      toDay: businessDaySchema.nullable().default(null),
      state: orderState.nullable().default(null),
      staffId: idSchema.nullable().default(null),
      customerId: idSchema.nullable().default(null),
      productId: idSchema.nullable().default(null),
      tender: orderTender.nullable().default(null),
      minTotalMinor: minorSchema.nullable().default(null),
      maxTotalMinor: minorSchema.nullable().default(null),
    },
    output: z.object({ rows: z.array(orderSummary), total: z.int(), sumMinor: z.int() }),
  }),
  get: query({
    summary: 'One document with lines, payments, explanation and timeline',
    access: 'orders.view',
    input: { id: idSchema },
    output: orderView,
    errors: ['order.unknown'],
  }),
  findByNumber: query({
    summary: 'The document a receipt number or the code on a printed receipt names',
    access: 'orders.view',
    input: { number: z.string().min(1).max(500) },
    output: z.object({ id: z.string() }),
    errors: ['order.unknown'],
  }),
  refund: command({
    summary:
      'Gives the whole sale back: a refund document to the original tenders, with stock back where wanted',
    access: 'refund',
    needsDevice: true,
    approvable: true,
    input: {
      id: idSchema,
      reason: reasonSchema,
      /** What happens to the goods: back on the shelf, or not sellable. */
      disposition: z.enum(['resell', 'damaged']).default('resell'),
      /** A reference of the terminal for each non-cash payment given back, by payment id. */
      references: z.record(z.string(), textSchema(80)).default({}),
    },
    output: z.object({
      documentId: z.string(),
      fiscalNumber: z.string(),
      totalMinor: z.int(),
      payments: z.array(orderPayment),
    }),
    errors: [
      'register.inDoubt',
      'order.unknown',
      'order.alreadyRefunded',
      'order.notRefundable',
      'order.imported',
      'payment.cardNumber',
    ],
  }),
  getReceiptSvg: query({
    summary: 'The receipt as a picture for the screen',
    access: 'orders.view',
    input: { id: idSchema, widthMm: receiptWidthSchema.default(80) },
    output: z.object({ svg: z.string() }),
    errors: ['order.unknown'],
  }),
  getReceiptPdf: command({
    summary: 'The receipt as a PDF; every one after the first is marked as a copy',
    access: 'orders.view',
    input: { id: idSchema, paper: z.enum(['58mm', '80mm', 'A4']).default('80mm') },
    output: z.object({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      dataBase64: z.string(),
    }),
    errors: ['order.unknown'],
  }),
  issueReceiptSvg: command({
    summary:
      "The receipt as a picture for the system's printer; every one after the first is marked as a copy",
    access: 'orders.view',
    input: { id: idSchema, widthMm: receiptWidthSchema.default(80) },
    output: z.object({ svg: z.string(), copyNumber: z.int() }),
    errors: ['order.unknown'],
  }),
  printReceipt: command({
    summary: "Queues the receipt on this register's printer; every one after the first is marked as a copy",
    access: 'orders.view',
    needsDevice: true,
    input: { id: idSchema },
    output: z.object({ jobId: z.string() }),
    errors: ['order.unknown', 'printer.notConfigured'],
  }),
};
