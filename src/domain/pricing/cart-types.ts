import type { CurrencyCode } from '../../shared/values/currency.ts';
import type { Minor } from '../../shared/values/money.ts';
import type { QuantityMilli } from '../../shared/values/quantity.ts';
import type { TaxMode, TaxRounding, TaxRule } from '../tax/tax-factors.ts';

/** A discount as rung up: a percentage (100 % = 1 000 000 ppm) or an amount in minor units, both ≥ 0. */
export type Discount =
  | { readonly kind: 'percent'; readonly ppm: number }
  | { readonly kind: 'amount'; readonly amountMinor: Minor };

export type CartLine = {
  readonly lineId: string;
  readonly unitPriceMinor: Minor;
  /** Negative only for returned goods. */
  readonly quantityMilli: QuantityMilli;
  /** Weighed or measured: one item, however much of it. */
  readonly measured: boolean;
  /** In the order they were given. */
  readonly discounts: readonly Discount[];
  readonly taxes: readonly TaxRule[];
};

export type PriceCartInput = {
  readonly currency: CurrencyCode;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  readonly lines: readonly CartLine[];
  readonly orderDiscounts: readonly Discount[];
};

/** One row of "why": what a discount took from a line. `amountMinor` is negative on a sold line.
 *  `sourceIndex` is the discount's place in the line's (or the cart's) list; `ppm` is null for an amount.
 *  `basisMinor` is the line's amount just before it. For an order discount `orderAmountMinor` is the whole discount
 *  and `orderBasisMinor` the sum of the amounts it was shared over. */
export type LineAdjustment =
  | {
      readonly kind: 'lineDiscount';
      readonly sourceIndex: number;
      readonly amountMinor: Minor;
      readonly ppm: number | null;
      readonly basisMinor: Minor;
    }
  | {
      readonly kind: 'orderDiscount';
      readonly sourceIndex: number;
      readonly amountMinor: Minor;
      readonly ppm: number | null;
      readonly basisMinor: Minor;
      readonly orderAmountMinor: Minor;
      readonly orderBasisMinor: Minor;
    };

/** `baseMinor` is the net, for a compound tax with the lower taxes on it. */
export type LineTax = TaxRule & { readonly baseMinor: Minor; readonly amountMinor: Minor };

export type PricedLine = {
  readonly lineId: string;
  readonly unitPriceMinor: Minor;
  readonly quantityMilli: QuantityMilli;
  readonly measured: boolean;
  /** Unit price × quantity, rounded once. */
  readonly grossBeforeMinor: Minor;
  readonly adjustments: readonly LineAdjustment[];
  /** What the line adds to the total: net + taxes, in either mode. */
  readonly payableMinor: Minor;
  readonly netMinor: Minor;
  readonly taxes: readonly LineTax[];
};

export type RateSummary = {
  readonly rateId: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly baseMinor: Minor;
  readonly taxMinor: Minor;
};

/** Tax included: subtotal + discount = total. Tax excluded: subtotal + discount + tax = total. */
export type DocumentTotals = {
  /** Σ grossBeforeMinor. */
  readonly subtotalMinor: Minor;
  /** Σ adjustments: 0 or negative on a sale. */
  readonly discountMinor: Minor;
  readonly taxMinor: Minor;
  readonly totalMinor: Minor;
  /** By rate, in the order rates first appear. */
  readonly taxSummary: readonly RateSummary[];
  /** Pieces handed over or taken back: a measured line is one, whatever it weighs. */
  readonly itemCount: number;
};

export type PricedCart = DocumentTotals & {
  readonly currency: CurrencyCode;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  readonly lines: readonly PricedLine[];
};
