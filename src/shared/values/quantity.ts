declare const quantityBrand: unique symbol;

/** A quantity in thousandths of its unit: 1 piece or 1 kg is 1000 (R1). Negative on returned lines only. */
export type QuantityMilli = number & { readonly [quantityBrand]: 'QuantityMilli' };

export const ONE_MILLI = 1000;

/** Ten million pieces, either sign: more on one line is a typing mistake or a scanned barcode. */
export const MAX_QUANTITY_MILLI = 10_000_000_000;

/** Brands a number as a quantity.
 *  @param value  thousandths, within ±MAX_QUANTITY_MILLI
 *  @throws RangeError for fractions, NaN, infinities and what is out of range. */
export function quantityMilli(value: number): QuantityMilli {
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_QUANTITY_MILLI) {
    throw new RangeError(`not a quantity in thousandths: ${value}`);
  }
  return (value === 0 ? 0 : value) as QuantityMilli;
}
