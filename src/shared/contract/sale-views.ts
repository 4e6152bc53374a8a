import * as z from 'zod';
import { minorSchema } from '../values/schemas.ts';
import { lineTrace } from './fields.ts';
import { unitSchema } from './product.contract.ts';
import { staffRef } from './session.contract.ts';
import { taxContextSchema } from './shop.contract.ts';

export const discountSchema = z.union([
  z.strictObject({ kind: z.literal('percent'), ppm: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('amount'), amountMinor: minorSchema.refine((n) => n > 0) }),
]);
export const TENDERS = ['cash', 'card', 'bankTransfer', 'voucher', 'other'] as const;
export const tenderSchema = z.enum(TENDERS);

const discountView = z.object({
  id: z.string(),
  kind: z.enum(['percent', 'amount']),
  ppm: z.int().nullable(),
  amountMinor: z.int(),
  reason: z.string(),
});

const saleLineView = z.object({
  id: z.string(),
  productId: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: unitSchema,
  quantityMilli: z.int(),
  unitPriceMinor: z.int(),
  /** The shelf price when it differs from what is asked (an override), else null. */
  shelfPriceMinor: z.int().nullable(),
  grossMinor: z.int(),
  payableMinor: z.int(),
  discounts: z.array(discountView),
  note: z.string(),
  /** What the label or GS1 code of this very item said; null where nothing is known. */
  trace: lineTrace.nullable(),
  imageId: z.string().nullable(),
  /** Facts worth a word at the counter. */
  notices: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('stockShort'), onHandMilli: z.int() }),
      z.object({ kind: z.literal('priceChanged'), newPriceMinor: z.int().nullable() }),
      z.object({ kind: z.literal('expired'), day: z.string() }),
      z.object({ kind: z.literal('pastBestBefore'), day: z.string() }),
      z.object({ kind: z.literal('labelDoubtful') }),
    ]),
  ),
});

export const taxSummaryRow = z.object({
  rateId: z.string(),
  jurisdiction: z.string(),
  name: z.string(),
  ratePpm: z.int(),
  baseMinor: z.int(),
  taxMinor: z.int(),
});

export const tenderedView = z.object({
  id: z.string(),
  kind: tenderSchema,
  label: z.string(),
  amountMinor: z.int(),
  reference: z.string().nullable(),
});

/** Everything the till shows of one cart; every call that changes a cart answers with the whole fresh view. */
export const saleView = z.object({
  id: z.string(),
  orderNumber: z.string(),
  kind: z.enum(['sale', 'training']),
  state: z.enum(['open', 'held', 'voided', 'closed']),
  label: z.string(),
  staff: staffRef,
  deviceId: z.string(),
  deviceName: z.string(),
  customer: z
    .object({
      id: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      lastVisitAtMs: z.int().nullable(),
    })
    .nullable(),
  currency: z.string(),
  currencyExponent: z.int(),
  taxMode: z.enum(['included', 'excluded']),
  taxContext: taxContextSchema,
  lines: z.array(saleLineView),
  discounts: z.array(discountView),
  itemCount: z.int(),
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  taxSummary: z.array(taxSummaryRow),
  payments: z.array(tenderedView),
  paidMinor: z.int(),
  remainingMinor: z.int(),
  /** What is asked in cash for the rest, after cash rounding. */
  cashDueMinor: z.int(),
  quickCashMinor: z.array(z.int()),
  /** What must be asked before the cart goes on: sale.answerAge. Null: nothing. */
  ageCheck: z
    .object({
      years: z.int(),
      bornOnOrBefore: z.string(),
      lines: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
  version: z.int(),
});

export const cartSummary = z.object({
  id: z.string(),
  orderNumber: z.string(),
  label: z.string(),
  state: z.enum(['open', 'held']),
  staffName: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  customerName: z.string().nullable(),
  itemCount: z.int(),
  totalMinor: z.int(),
  updatedAtMs: z.int(),
});

/** What the drawer, the screen and the printer need straight after a sale. */
export const completedSale = z.object({
  documentId: z.string(),
  fiscalNumber: z.string(),
  totalMinor: z.int(),
  roundingMinor: z.int(),
  tenderedMinor: z.int(),
  changeMinor: z.int(),
  training: z.boolean(),
});
