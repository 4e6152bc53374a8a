/**
 * Everything that stands on one receipt, as decided by the sale: nothing here is computed again when it
 * is printed (R7: amount shown = charged = printed = stored). All `…Minor` are integer minor units of
 * `currency` and carry the sign they print with (a refund's amounts are negative).
 */
export interface ReceiptModel {
  readonly kind: 'sale' | 'refund' | 'void' | 'training';
  /** Made while practising: marked in the header, in the footer and in every section, whatever the kind. */
  readonly training: boolean;
  /** A copy of what another system sold: said at the head and the foot. */
  readonly imported?: boolean;
  /** 0 is the original; n > 0 is marked COPY n (R39). */
  readonly copyNumber: number;
  /** BCP 47, e.g. `en-GB`; decides how numbers, dates and money are written. */
  readonly locale: string;
  /** ISO 4217 code and the number of digits after the point of its minor unit (JPY 0, EUR 2, KWD 3). */
  readonly currency: { readonly code: string; readonly exponent: number };
  readonly shop: ReceiptShop;
  readonly registerName: string;
  readonly staffName: string;
  readonly customerName?: string;
  readonly orderNumber?: string;
  readonly fiscalNumber?: string;
  /** Of the document that this refund gives back. */
  readonly originalNumber?: string;
  readonly soldAtMs: number;
  /** Minutes east of UTC at the shop when it was sold. */
  readonly zoneOffsetMinutes: number;
  readonly lines: readonly ReceiptLine[];
  readonly totals: ReceiptTotals;
  readonly taxTable: readonly ReceiptTaxRow[];
  /** Why these taxes, where it was not the usual (R40). */
  readonly taxContext?: 'takeaway';
  /** Said under the tax table when prices contain the tax. */
  readonly pricesIncludeTax: boolean;
  readonly payments: readonly ReceiptPayment[];
  readonly changeMinor: number;
  /** What a customer's scanner reads back, e.g. the document's number. Empty or missing: no code. */
  readonly qrText?: string;
  /** Stands under the code where the receipt could not be signed. */
  readonly signatureNote?: string;
}

export interface ReceiptShop {
  readonly name: string;
  /** One entry a printed line. */
  readonly address: readonly string[];
  readonly phone?: string;
  readonly taxNumber?: string;
  /** May hold line breaks. */
  readonly footer?: string;
  /** A PNG, base64 without a `data:` head; at most as wide as the paper (384 dots on 58 mm, 576 on 80 mm). */
  readonly logoPngBase64?: string;
}

export interface ReceiptLine {
  readonly name: string;
  /** 1000 = one unit. */
  readonly quantityMilli: number;
  /** `each` prints no unit word. */
  readonly unit: string;
  readonly unitPriceMinor: number;
  readonly adjustments: readonly ReceiptAdjustment[];
  /** What this line costs after its adjustments; the printed right column of lines adds up to the subtotal. */
  readonly payableMinor: number;
  readonly note?: string;
  /** Letter of its row in the tax table. */
  readonly taxMark?: string;
}

/** `code` names a text of the catalogue; `text` is printed as it is and wins. */
export interface ReceiptAdjustment {
  readonly code: ReceiptAdjustmentCode;
  readonly text?: string;
  readonly amountMinor: number;
}

export type ReceiptAdjustmentCode = 'discount' | 'promotion' | 'priceOverride' | 'orderDiscount' | 'deposit';

export interface ReceiptTotals {
  readonly subtotalMinor: number;
  /** Discounts on the whole sale, already shared out over the lines' tax. */
  readonly adjustments: readonly ReceiptAdjustment[];
  /** Added on top of the prices; 0 when prices contain the tax. */
  readonly taxAddedMinor: number;
  readonly totalMinor: number;
  /** Rounding of the cash part (R8); 0 prints nothing. */
  readonly roundingMinor: number;
}

export interface ReceiptTaxRow {
  readonly mark: string;
  readonly name: string;
  /** 20 % = 200000. */
  readonly ratePpm: number;
  readonly baseMinor: number;
  readonly taxMinor: number;
}

export interface ReceiptPayment {
  readonly label: string;
  readonly amountMinor: number;
  readonly reference?: string;
}
