import type { Fraction } from '../../shared/values/allocate.ts';
import { add, type Minor } from '../../shared/values/money.ts';
import { ONE_MILLI } from '../../shared/values/quantity.ts';
import { WHOLE_PPM } from '../../shared/values/tax-rate.ts';
import { type TaxMode, type TaxRounding, taxShares } from '../tax/tax-factors.ts';
import type { LineAdjustment, LineTax, PricedLine } from './cart-types.ts';

/** A value before rounding, in minor units, in lowest terms; decimal texts, since JSON has no big integers. */
export type ExactMinor = { readonly numerator: string; readonly denominator: string };

/** One step of "why this cent": codes and numbers, the words are the screen's. `exact` is the value before rounding
 *  (half away from zero), `resultMinor` the booked amount. A shared amount (order discount, tax of a document) may
 *  differ from the rounded value by the unit the largest remainder gave or took. */
export type ExplainStep =
  | {
      readonly code: 'unitTimesQuantity';
      readonly unitPriceMinor: Minor;
      readonly quantityMilli: number;
      readonly exact: ExactMinor;
      readonly resultMinor: Minor;
    }
  | {
      readonly code: 'lineDiscountPercent';
      readonly ppm: number;
      readonly basisMinor: Minor;
      readonly exact: ExactMinor;
      readonly resultMinor: Minor;
    }
  | { readonly code: 'lineDiscountAmount'; readonly basisMinor: Minor; readonly resultMinor: Minor }
  | {
      readonly code: 'orderDiscountShare';
      readonly ppm: number | null;
      readonly orderAmountMinor: Minor;
      readonly orderBasisMinor: Minor;
      readonly basisMinor: Minor;
      readonly exact: ExactMinor;
      readonly resultMinor: Minor;
    }
  | { readonly code: 'afterDiscounts'; readonly resultMinor: Minor }
  | {
      readonly code: 'tax';
      readonly rateId: string;
      readonly name: string;
      readonly ratePpm: number;
      readonly compound: boolean;
      readonly mode: TaxMode;
      readonly rounding: TaxRounding;
      readonly baseMinor: Minor;
      readonly exact: ExactMinor;
      readonly resultMinor: Minor;
    }
  | { readonly code: 'net'; readonly resultMinor: Minor }
  | { readonly code: 'payable'; readonly resultMinor: Minor };

/** Every step from unit price to payable amount of a sold line, in the order of R2.
 *  @param line    as priced, not a refund line (those are shares of what was paid, R18)
 *  @param policy  of the document the line stands in
 *  @returns the steps; the last one is the line's payable amount. Errors: none. */
export function explainLine(
  line: PricedLine,
  policy: { readonly taxMode: TaxMode; readonly taxRounding: TaxRounding },
): ExplainStep[] {
  const { unitPriceMinor, quantityMilli, grossBeforeMinor } = line;
  const after = line.adjustments.reduce(
    (amount, adjustment) => add(amount, adjustment.amountMinor),
    grossBeforeMinor,
  );
  return [
    {
      code: 'unitTimesQuantity',
      unitPriceMinor,
      quantityMilli,
      exact: exactly(BigInt(unitPriceMinor) * BigInt(quantityMilli), BigInt(ONE_MILLI)),
      resultMinor: grossBeforeMinor,
    },
    ...line.adjustments.map(explainAdjustment),
    { code: 'afterDiscounts', resultMinor: after },
    ...explainTaxes(line.taxes, after, policy),
    { code: 'net', resultMinor: line.netMinor },
    { code: 'payable', resultMinor: line.payableMinor },
  ];
}

function explainAdjustment(adjustment: LineAdjustment): ExplainStep {
  const { ppm, basisMinor, amountMinor: resultMinor } = adjustment;
  if (adjustment.kind === 'orderDiscount') {
    const { orderAmountMinor, orderBasisMinor } = adjustment;
    const share = BigInt(orderAmountMinor) * BigInt(basisMinor);
    const exact = exactly(share, BigInt(orderBasisMinor));
    return {
      code: 'orderDiscountShare',
      ppm,
      orderAmountMinor,
      orderBasisMinor,
      basisMinor,
      exact,
      resultMinor,
    };
  }
  if (ppm === null) return { code: 'lineDiscountAmount', basisMinor, resultMinor };
  const exact = exactly(-BigInt(basisMinor) * BigInt(Math.min(ppm, WHOLE_PPM)), BigInt(WHOLE_PPM));
  return { code: 'lineDiscountPercent', ppm, basisMinor, exact, resultMinor };
}

function explainTaxes(
  taxes: readonly LineTax[],
  amountMinor: Minor,
  policy: { readonly taxMode: TaxMode; readonly taxRounding: TaxRounding },
): ExplainStep[] {
  const shares = taxShares(taxes, policy.taxMode);
  return taxes.map((tax, index) => ({
    code: 'tax',
    rateId: tax.rateId,
    name: tax.name,
    ratePpm: tax.ratePpm,
    compound: tax.compound,
    mode: policy.taxMode,
    rounding: policy.taxRounding,
    baseMinor: tax.baseMinor,
    exact: shareOf(amountMinor, shares[index]!),
    resultMinor: tax.amountMinor,
  }));
}

function shareOf(amountMinor: Minor, share: Fraction): ExactMinor {
  return exactly(BigInt(amountMinor) * share.numerator, share.denominator);
}

function exactly(numerator: bigint, denominator: bigint): ExactMinor {
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: String(numerator / divisor), denominator: String(denominator / divisor) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y) [x, y] = [y, x % y];
  return x;
}
