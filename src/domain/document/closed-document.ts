import type { LineTax } from '../pricing/cart-types.ts';
import type { TaxContext } from '../tax/resolve-rates.ts';
import type { TaxMode, TaxRounding } from '../tax/tax-factors.ts';

export type DocumentKind = 'sale' | 'refund' | 'training';

/** An adjustment or a payment before the document is closed, which gives ids and places. */
export type DraftAdjustment = Omit<DocumentAdjustment, 'id' | 'position'>;
export type DraftPayment = Omit<DocumentPayment, 'id' | 'position'>;

/** One row of "why this line costs that". `lineDiscount` and `orderDiscount` lead from the line's gross to what is
 *  payable. `priceOverride` only explains: (asked − shelf price) × quantity, already inside the gross, and so part of no
 *  sum. `sourceId` tells discounts apart: the shares of one whole-sale discount have the same one. */
export interface DocumentAdjustment {
  readonly id: string;
  /** 0, 1, 2 … in the order of the array it stands in. */
  readonly position: number;
  readonly kind: 'priceOverride' | 'lineDiscount' | 'orderDiscount';
  readonly sourceId: string;
  readonly ppm: number | null;
  readonly amountMinor: number;
  readonly reason: string;
  readonly staffId: string | null;
  readonly approverId: string | null;
}

/** What the label or the GS1 code of this very item said. */
export interface LineTrace {
  /** The whole label of a scale. */
  readonly labelCode: string | null;
  readonly batch: string | null;
  readonly serial: string | null;
  readonly expiresOn: string | null;
  readonly bestBefore: string | null;
}

/** A line as sold, or (negative quantity and amounts) as taken back; everything about it is frozen. */
export interface DocumentLine {
  readonly id: string;
  /** 0, 1, 2 … in the order of the array it stands in. */
  readonly position: number;
  readonly productId: string;
  readonly name: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly categoryId: string | null;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly shelfPriceMinor: number;
  readonly grossMinor: number;
  readonly payableMinor: number;
  readonly netMinor: number;
  /** Of the whole line, signed as its quantity; null where no cost is known. */
  readonly costMinor: number | null;
  readonly taxCategoryId: string;
  readonly taxCategoryName: string;
  readonly note: string;
  /** On a refund: the sold line that comes back. */
  readonly originalLineId: string | null;
  /** Left out where nothing is known. */
  readonly trace?: LineTrace;
  readonly adjustments: readonly DocumentAdjustment[];
  readonly taxes: readonly LineTax[];
}

/** One tender. `amountMinor` is what it covers of the total; only cash has change and rounding. Always:
 *  tendered − change = amount + rounding, and Σ amount = the document's total. Negative where money is given back. */
export interface DocumentPayment {
  readonly id: string;
  /** 0, 1, 2 … in the order of the array it stands in. */
  readonly position: number;
  readonly kind: string;
  readonly label: string;
  readonly amountMinor: number;
  readonly tenderedMinor: number;
  readonly changeMinor: number;
  readonly roundingMinor: number;
  readonly reference: string | null;
  readonly originalPaymentId: string | null;
}

/** A closed document, whole: what the journal signs. Staff and customers are ids, so that a person can be forgotten and
 *  the chain still holds. Lines, adjustments, taxes and payments stand in their stored order, which is part of it. */
export interface ClosedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly registerId: string;
  readonly registerName: string;
  readonly fiscalNumber: string;
  readonly seriesNumber: number;
  readonly orderNumber: string;
  readonly cartId: string | null;
  readonly originalDocumentId: string | null;
  readonly deviceId: string;
  readonly staffId: string;
  readonly approverId: string | null;
  readonly customerId: string | null;
  readonly currency: string;
  readonly currencyExponent: number;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  /** Where the goods go, when that decided the taxes (R40); not there for the usual case, so that documents closed
   *  before there was such a choice keep their payload. */
  readonly taxContext?: Exclude<TaxContext, 'default'>;
  readonly closedAtMs: number;
  readonly zoneOffsetMinutes: number;
  readonly businessDay: string;
  readonly itemCount: number;
  readonly subtotalMinor: number;
  /** Σ line and order discounts: 0 or negative on a sale. */
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly roundingMinor: number;
  readonly changeMinor: number;
  /** Σ of the lines' costs; null as soon as one line's cost is unknown. */
  readonly costMinor: number | null;
  readonly reason: string;
  readonly lines: readonly DocumentLine[];
  readonly payments: readonly DocumentPayment[];
}
