declare const taxRateBrand: unique symbol;

/** A rate in parts per million: 20 % = 200 000, 8.875 % = 88 750. */
export type TaxRatePpm = number & { readonly [taxRateBrand]: 'TaxRatePpm' };

/** The whole: 100 %. No tax rate and no percentage discount is above it. */
export const WHOLE_PPM = 1_000_000;

/** @throws RangeError for what is not an integer of 0 to 1 000 000. */
export function taxRatePpm(value: number): TaxRatePpm {
  if (!Number.isSafeInteger(value) || value < 0 || value > WHOLE_PPM) {
    throw new RangeError(`not a rate in parts per million: ${value}`);
  }
  return (value === 0 ? 0 : value) as TaxRatePpm;
}
