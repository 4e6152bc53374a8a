import { ONE_MILLI } from '../../../shared/values/quantity.ts';

/** The most a line, and all lines together, may come to before discounts: 10^12 minor units (ten thousand million in a
 *  currency with cents). More is a typing mistake or a scanned barcode, and stays a tenth of what sums are exact for. */
export const MAX_CART_MINOR = 1_000_000_000_000;

/** Whether the lines' prices × quantities, exactly, stay within MAX_CART_MINOR in all. */
export function withinLimits(
  lines: readonly { readonly unit_price_minor: number; readonly quantity_milli: number }[],
): boolean {
  const exact = lines.reduce(
    (sum, line) => sum + BigInt(line.unit_price_minor) * BigInt(line.quantity_milli),
    0n,
  );
  return exact <= BigInt(MAX_CART_MINOR) * BigInt(ONE_MILLI);
}
