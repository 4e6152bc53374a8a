import * as z from 'zod';
import { idSchema, minorSchema, quantityMilliSchema, textSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { reasonSchema } from './fields.ts';
import { cartSummary, completedSale, discountSchema, saleView, tenderSchema } from './sale-views.ts';
import { taxContextSchema } from './shop.contract.ts';

const cartErrors = ['sale.unknown', 'sale.closed', 'sale.otherDevice'] as const;
const lineErrors = [...cartErrors, 'sale.lineUnknown', 'sale.paymentsTaken', 'sale.amountTooLarge'] as const;
/** Without a saleId the device's open cart is used, or one is opened. */
const cartRef = { saleId: idSchema.nullable().default(null) };
const lineRef = { saleId: idSchema, lineId: idSchema };
const addErrors = [
  ...cartErrors,
  'sale.paymentsTaken',
  'sale.amountTooLarge',
  'sale.quantityRefused',
  'product.archived',
  'product.priceNeeded',
  'stock.notEnough',
  'barcode.labelFaulty',
] as const;
const changed = z.object({ sale: saleView, lineId: z.string() });

const sell = { access: 'sell', needsDevice: true } as const;

export const saleContract = {
  getOpen: query({
    ...sell,
    summary: "This device's open cart, if there is one, and how many are held",
    input: {},
    output: z.object({ sale: saleView.nullable(), heldCount: z.int() }),
  }),
  get: query({
    ...sell,
    summary: 'One cart',
    input: { saleId: idSchema },
    output: saleView,
    errors: ['sale.unknown'],
  }),
  listCarts: query({
    ...sell,
    summary: 'Held carts of the shop and open carts of other devices',
    input: {},
    output: z.array(cartSummary),
  }),
  scanBarcode: command({
    ...sell,
    approvable: true,
    summary:
      'Adds what the code names to the cart (one more of it if it is there already): barcodes, labels of scales, GS1 codes. Goods past their expiry date need acceptExpired and the permission sale.expired',
    input: {
      ...cartRef,
      barcode: z.string().min(1).max(4000),
      quantityMilli: quantityMilliSchema.optional(),
      acceptExpired: z.boolean().default(false),
    },
    output: changed,
    errors: [
      ...addErrors,
      'barcode.unknown',
      'barcode.tooLong',
      'barcode.badCharacters',
      'barcode.labelUnknown',
      'barcode.gs1Faulty',
      'sale.expired',
    ],
  }),
  addProduct: command({
    ...sell,
    approvable: true,
    summary:
      'Adds a product; a price given for a product that has none becomes its price (permission price.atScan)',
    input: {
      ...cartRef,
      productId: idSchema,
      quantityMilli: quantityMilliSchema.optional(),
      firstPriceMinor: minorSchema.refine((n) => n >= 0).optional(),
    },
    output: changed,
    errors: [...addErrors, 'product.unknown'],
  }),
  allowOversell: command({
    access: 'sale.oversell',
    needsDevice: true,
    approvable: true,
    summary: 'Lets this cart sell a product below zero although its stock policy blocks that',
    input: { ...cartRef, productId: idSchema },
    output: saleView,
    errors: [...cartErrors, 'product.unknown'],
  }),
  setQuantity: command({
    ...sell,
    summary: 'Sets how much of a line is sold',
    input: { ...lineRef, quantityMilli: quantityMilliSchema },
    output: changed,
    errors: [...lineErrors, 'sale.quantityRefused', 'stock.notEnough'],
  }),
  removeLine: command({
    ...sell,
    summary: 'Takes a line out of the cart',
    input: lineRef,
    output: saleView,
    errors: lineErrors,
  }),
  restoreLine: command({
    ...sell,
    summary: 'Undoes the removal of a line',
    input: lineRef,
    output: changed,
    errors: [...lineErrors, 'stock.notEnough'],
  }),
  setPrice: command({
    access: 'sale.override',
    needsDevice: true,
    approvable: true,
    summary: 'Asks another unit price for a line, with a reason',
    input: { ...lineRef, unitPriceMinor: minorSchema.refine((n) => n >= 0), reason: reasonSchema },
    output: changed,
    errors: lineErrors,
  }),
  setLineDiscount: command({
    access: 'sale.override',
    needsDevice: true,
    approvable: true,
    summary: 'Sets or clears the discount of a line',
    input: { ...lineRef, discount: discountSchema.nullable(), reason: reasonSchema },
    output: changed,
    errors: [...lineErrors, 'sale.discountTooLarge'],
  }),
  setDiscount: command({
    access: 'sale.override',
    needsDevice: true,
    approvable: true,
    summary: 'Sets or clears the discount of the whole sale',
    input: { saleId: idSchema, discount: discountSchema.nullable(), reason: reasonSchema },
    output: saleView,
    errors: [...cartErrors, 'sale.paymentsTaken', 'sale.discountTooLarge'],
  }),
  setLineNote: command({
    ...sell,
    summary: 'A note on a line, printed under it',
    input: { ...lineRef, note: textSchema(200) },
    output: changed,
    errors: [...lineErrors, 'payment.cardNumber'],
  }),
  setCustomer: command({
    ...sell,
    summary: 'Puts a customer on the cart, or takes them off',
    input: { ...cartRef, customerId: idSchema.nullable() },
    output: saleView,
    errors: [...cartErrors, 'customer.unknown'],
  }),
  answerAge: command({
    ...sell,
    summary: 'Answers whether the customer is old enough; if not, what needs the age leaves the cart',
    input: { saleId: idSchema, years: z.int().min(1).max(99), oldEnough: z.boolean() },
    output: saleView,
    errors: [...cartErrors, 'sale.paymentsTaken'],
  }),
  setTaxContext: command({
    ...sell,
    summary: 'Taxes the cart as goods taken away, or as usual, until something is paid',
    input: { ...cartRef, context: taxContextSchema },
    output: saleView,
    errors: [...cartErrors, 'sale.paymentsTaken'],
  }),
  setTraining: command({
    access: 'sale.training',
    needsDevice: true,
    approvable: true,
    summary: 'Turns the empty cart into a practice cart, or back',
    input: { ...cartRef, training: z.boolean() },
    output: saleView,
    errors: [...cartErrors, 'sale.paymentsTaken', 'sale.notEmpty'],
  }),
  hold: command({
    ...sell,
    summary: 'Puts the cart aside under a name; the next customer starts fresh',
    input: { saleId: idSchema, label: textSchema(80) },
    output: saleView,
    errors: [...cartErrors, 'sale.empty', 'payment.cardNumber'],
  }),
  recall: command({
    ...sell,
    summary: 'Brings a held cart back to this device; an open cart that has lines is held meanwhile',
    input: { saleId: idSchema },
    output: saleView,
    errors: ['sale.unknown', 'sale.closed', 'sale.otherDevice'],
  }),
  takeOver: command({
    access: 'sale.takeOver',
    needsDevice: true,
    approvable: true,
    summary: "Takes another device's open cart",
    input: { saleId: idSchema },
    output: saleView,
    errors: ['sale.unknown', 'sale.closed'],
  }),
  void: command({
    access: 'sale.void',
    needsDevice: true,
    approvable: true,
    summary: 'Gives a cart up before payment; it stays on record with its reason',
    input: { saleId: idSchema, reason: reasonSchema },
    output: saleView,
    errors: [...cartErrors, 'sale.paymentsTaken'],
  }),
  addPayment: command({
    ...sell,
    summary: 'Notes one tender of a split payment; the sale closes with sale.complete',
    input: {
      saleId: idSchema,
      kind: tenderSchema,
      label: textSchema(40).default(''),
      amountMinor: minorSchema.refine((n) => n > 0),
      reference: textSchema(80).nullable().default(null),
    },
    output: saleView,
    errors: [
      ...cartErrors,
      'sale.empty',
      'sale.ageUnconfirmed',
      'payment.exceedsDue',
      'payment.cardNumber',
      'payment.referenceNeeded',
      'payment.nothingDue',
    ],
  }),
  previewPayment: query({
    ...sell,
    summary: 'What would be left to pay, and the change, if this were paid now; stores nothing',
    input: { saleId: idSchema, kind: tenderSchema, amountMinor: minorSchema.refine((n) => n >= 0) },
    output: z.object({
      /** 0: this payment settles the sale. In cash, what is asked for after cash rounding. */
      remainingMinor: z.int(),
      changeMinor: z.int(),
      roundingMinor: z.int(),
    }),
    errors: [...cartErrors, 'payment.exceedsDue'],
  }),
  removePayment: command({
    ...sell,
    summary: 'Takes back a noted tender before the sale is closed',
    input: { saleId: idSchema, paymentId: idSchema },
    output: saleView,
    errors: [...cartErrors, 'payment.unknown'],
  }),
  complete: command({
    ...sell,
    summary:
      'Closes the sale for good: document, numbers, stock, payments and journal in one transaction. A last tender may be given along',
    input: {
      saleId: idSchema,
      /** The total the customer was shown; another total is refused, so nobody pays an amount they did not see. */
      expectedTotalMinor: minorSchema,
      payment: z
        .strictObject({
          kind: tenderSchema,
          label: textSchema(40).default(''),
          amountMinor: minorSchema.refine((n) => n >= 0),
          reference: textSchema(80).nullable().default(null),
        })
        .nullable()
        .default(null),
    },
    output: completedSale,
    errors: [
      ...cartErrors,
      'register.inDoubt',
      'sale.empty',
      'sale.ageUnconfirmed',
      'version.conflict',
      'stock.notEnough',
      'payment.exceedsDue',
      'payment.notComplete',
      'payment.cardNumber',
      'payment.referenceNeeded',
    ],
  }),
};
