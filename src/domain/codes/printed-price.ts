import { minor, multiplyRatio, roundFraction } from '../../shared/values/money.ts';
import { MAX_QUANTITY_MILLI, ONE_MILLI } from '../../shared/values/quantity.ts';

export interface PricedQuantity {
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
}

/** How far the quantity is moved when no whole unit price gives the printed total: mostly a few grams, on half a ton up
 *  to 5 kg. */
const nearby = (quantity: number) => Math.min(5000, Math.max(200, Math.floor(quantity / 100)));

/** Quantity and unit price whose line total is exactly the printed price (R30). The shelf price stays whenever it can:
 *  quantity = price ÷ unit price. Where rounding would miss the label by a cent the unit price gives way by the least.
 *  @param totalMinor      printed price, minor units, ≥ 1
 *  @param shelfMinor      unit price, minor units, ≥ 1
 *  @param quantityMilli   as printed beside the price, or null to reckon it
 *  @returns null when nothing near comes to the price (a cent for two kilograms). */
export function fitPrintedPrice(
  totalMinor: number,
  shelfMinor: number,
  quantityMilli: number | null,
): PricedQuantity | null {
  const reckoned = Number(
    roundFraction(BigInt(totalMinor) * BigInt(ONE_MILLI), BigInt(shelfMinor), 'half-away-from-zero'),
  );
  const wanted = quantityMilli ?? reckoned;
  if (wanted > MAX_QUANTITY_MILLI) return null;
  if (lineTotal(shelfMinor, wanted) === totalMinor)
    return { quantityMilli: wanted, unitPriceMinor: shelfMinor };
  for (let away = 0; away <= nearby(wanted); away++) {
    for (const quantity of [wanted - away, wanted + away]) {
      const unitPriceMinor = quantity > 0 ? unitPriceFor(totalMinor, quantity) : null;
      if (unitPriceMinor !== null) return { quantityMilli: quantity, unitPriceMinor };
    }
  }
  return null;
}

function unitPriceFor(totalMinor: number, quantity: number): number | null {
  const price = roundFraction(
    BigInt(totalMinor) * BigInt(ONE_MILLI),
    BigInt(quantity),
    'half-away-from-zero',
  );
  return lineTotal(price, quantity) === totalMinor ? price : null;
}

function lineTotal(unitPriceMinor: number, quantity: number): number {
  return multiplyRatio(minor(unitPriceMinor), quantity, ONE_MILLI, 'half-away-from-zero');
}

/** A decimal printed without its sign, in another scale: 1234 with 3 decimals is 1234 thousandths, 12340 with 4 as well.
 *  @returns null where digits would be lost, or the result is too large to be exact. */
export function rescale(value: number, decimals: number, wanted: number): number | null {
  const exact =
    decimals <= wanted
      ? BigInt(value) * 10n ** BigInt(wanted - decimals)
      : divideExactly(BigInt(value), 10n ** BigInt(decimals - wanted));
  return exact === null || exact > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(exact);
}

function divideExactly(value: bigint, by: bigint): bigint | null {
  return value % by === 0n ? value / by : null;
}
