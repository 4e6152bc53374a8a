import { err, ok, type Result } from '../../shared/result.ts';
import { add, MAX_INPUT_MINOR, type Minor, multiplyRatio, subtract, sum } from '../../shared/values/money.ts';
import { ONE_MILLI } from '../../shared/values/quantity.ts';
import { splitTax } from '../tax/split-tax.ts';
import type { TaxMode } from '../tax/tax-factors.ts';
import { bookTaxes } from './book-taxes.ts';
import type { CartLine, PriceCartInput, PricedCart, PricedLine } from './cart-types.ts';
import { applyLineDiscounts, applyOrderDiscounts, type DiscountedLine } from './discounts.ts';
import { totalLines } from './document-totals.ts';

/** Prices a whole cart, in the order of R2: line price → line discounts → order discounts shared over lines → tax.
 *  Pure, and the only way any amount of a sale comes about (R7). Every figure is rounded once, half away from zero,
 *  from figures that are shown, so that each can be recomputed from the receipt. A cart with all quantities negated
 *  gives exactly the negated amounts.
 *  Always true: Σ payable = total; Σ line taxes = the summary; net + taxes = payable; 0 ≤ discount ≤ line.
 *  @throws RangeError for what `checkCartRange` refuses, negative discounts, and a rate twice on one line. */
export function priceCart(input: PriceCartInput): PricedCart {
  const discounted = applyOrderDiscounts(input.lines.map(discountLine), input.orderDiscounts);
  const taxable = discounted.map(({ amountMinor }, index) => ({
    amountMinor,
    taxes: taxesOf(input.lines[index]!),
  }));
  const taxes = splitTax(taxable, input.taxMode, input.taxRounding);
  const lines = input.lines.map((line, index) =>
    finishLine(line, discounted[index]!, { amounts: taxes[index]!, mode: input.taxMode }),
  );
  const { currency, taxMode, taxRounding } = input;
  return { currency, taxMode, taxRounding, lines, ...totalLines(lines) };
}

/** Whether a cart's amounts stay where sums are exact, before it is priced: each line and the sum of all lines, signs
 *  aside, at most 10^13 minor units. Errors: `amount.outOfRange` with the first line that breaks it. */
export function checkCartRange(
  lines: readonly Pick<CartLine, 'lineId' | 'unitPriceMinor' | 'quantityMilli'>[],
): Result<null, { readonly code: 'amount.outOfRange'; readonly lineId: string }> {
  const limit = BigInt(MAX_INPUT_MINOR) * BigInt(ONE_MILLI);
  let used = 0n;
  for (const line of lines) {
    const exact = BigInt(line.unitPriceMinor) * BigInt(line.quantityMilli);
    used += exact < 0n ? -exact : exact;
    if (used > limit) return err({ code: 'amount.outOfRange', lineId: line.lineId });
  }
  return ok(null);
}

/** Unit price × quantity in minor units, rounded once. */
export function lineGross(line: Pick<CartLine, 'unitPriceMinor' | 'quantityMilli'>): Minor {
  return multiplyRatio(line.unitPriceMinor, line.quantityMilli, ONE_MILLI, 'half-away-from-zero');
}

function discountLine(line: CartLine): DiscountedLine {
  return applyLineDiscounts(lineGross(line), line.discounts);
}

function taxesOf(line: CartLine): CartLine['taxes'] {
  const ids = new Set(line.taxes.map((tax) => tax.rateId));
  if (ids.size !== line.taxes.length) throw new RangeError(`a tax rate twice on line ${line.lineId}`);
  return line.taxes;
}

function finishLine(
  line: CartLine,
  { amountMinor, adjustments }: DiscountedLine,
  tax: { readonly amounts: readonly Minor[]; readonly mode: TaxMode },
): PricedLine {
  const taxMinor = sum(tax.amounts);
  const netMinor = tax.mode === 'included' ? subtract(amountMinor, taxMinor) : amountMinor;
  return {
    lineId: line.lineId,
    unitPriceMinor: line.unitPriceMinor,
    quantityMilli: line.quantityMilli,
    measured: line.measured,
    grossBeforeMinor: lineGross(line),
    adjustments,
    payableMinor: add(netMinor, taxMinor),
    netMinor,
    taxes: bookTaxes(line.taxes, tax.amounts, netMinor),
  };
}
