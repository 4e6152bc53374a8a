import { allocate } from '../../shared/values/allocate.ts';
import {
  absolute,
  add,
  larger,
  type Minor,
  minor,
  multiplyRatio,
  negate,
  smaller,
  sum,
  ZERO,
} from '../../shared/values/money.ts';
import { WHOLE_PPM } from '../../shared/values/tax-rate.ts';
import type { CartLine, Discount, LineAdjustment } from './cart-types.ts';

/** A line on its way through the discounts; `amountMinor` is what is left of it. */
export type DiscountedLine = { readonly amountMinor: Minor; readonly adjustments: readonly LineAdjustment[] };

/** Takes a line's own discounts off, in order, each rounded half away from zero and never past zero (R2, R6).
 *  @param grossMinor  unit price × quantity; a negative one is discounted as the mirror of the positive
 *  @throws RangeError for a negative discount. */
export function applyLineDiscounts(grossMinor: Minor, discounts: CartLine['discounts']): DiscountedLine {
  let amountMinor = grossMinor;
  const adjustments = discounts.map((discount, sourceIndex): LineAdjustment => {
    const basisMinor = amountMinor;
    const size = discountSize(discount, absolute(basisMinor));
    const taken = basisMinor < 0 ? size : negate(size);
    amountMinor = add(basisMinor, taken);
    return { kind: 'lineDiscount', sourceIndex, amountMinor: taken, ppm: ppmOf(discount), basisMinor };
  });
  return { amountMinor, adjustments };
}

/** Shares discounts on the whole sale over its lines by largest remainder, in proportion to what is left of each (R6).
 *  They lower the lines sold and never bring the document below zero; in a document of returned lines only, the
 *  mirror of a sale, they lower what is given back by the same cents.
 *  @throws RangeError for a negative discount. */
export function applyOrderDiscounts(
  lines: readonly DiscountedLine[],
  discounts: readonly Discount[],
): readonly DiscountedLine[] {
  return discounts.reduce(shareDiscount, lines);
}

function shareDiscount(
  lines: readonly DiscountedLine[],
  discount: Discount,
  sourceIndex: number,
): readonly DiscountedLine[] {
  const sign = lines.some((line) => line.amountMinor > 0) ? 1 : -1;
  const weights = lines.map((line) => larger(ZERO, minor(line.amountMinor * sign)));
  const basis = sum(weights);
  const room = larger(ZERO, minor(sum(lines.map((line) => line.amountMinor)) * sign));
  const size = smaller(discountSize(discount, basis), room);
  if (basis === 0) return lines;
  const shares = allocate(size, weights);
  const towardsZero = (value: Minor) => minor(value * -sign);
  return lines.map((line, index) => {
    if (weights[index] === 0) return line;
    const amountMinor = towardsZero(shares[index]!);
    const adjustment: LineAdjustment = {
      kind: 'orderDiscount',
      sourceIndex,
      amountMinor,
      ppm: ppmOf(discount),
      basisMinor: line.amountMinor,
      orderAmountMinor: towardsZero(size),
      orderBasisMinor: minor(basis * sign),
    };
    return {
      amountMinor: add(line.amountMinor, amountMinor),
      adjustments: [...line.adjustments, adjustment],
    };
  });
}

/** Minor units, 0 to `basis`; 100 % is the cap. */
function discountSize(discount: Discount, basis: Minor): Minor {
  const size = discount.kind === 'percent' ? discount.ppm : discount.amountMinor;
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a discount: ${size}`);
  if (discount.kind === 'amount') return smaller(discount.amountMinor, basis);
  return multiplyRatio(basis, Math.min(size, WHOLE_PPM), WHOLE_PPM, 'half-away-from-zero');
}

function ppmOf(discount: Discount): number | null {
  return discount.kind === 'percent' ? discount.ppm : null;
}
