import { fitPrintedPrice } from '../../../domain/codes/printed-price.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { MAX_QUANTITY_MILLI, ONE_MILLI } from '../../../shared/values/quantity.ts';
import type { Sellable } from '../product/sellable.ts';
import type { ScannedItem } from './read-goods.ts';

export interface LineAmounts {
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly shelfPriceMinor: number;
}

type AmountRefusal = AppError<
  'sale.quantityRefused' | 'sale.amountTooLarge' | 'product.priceNeeded' | 'barcode.labelFaulty'
>;

/** How much of a product at which price: as asked for, or as its label or code says. A printed price is what the line
 *  comes to, to the cent (R30).
 *  @param wantedMilli  asked for beside the code; with a measured item only one of it makes sense */
export function lineAmounts(
  product: Sellable,
  item: ScannedItem | null,
  wantedMilli: number | undefined,
): Result<LineAmounts, AmountRefusal> {
  const { id: productId, name, unit, priceMinor: shelf } = product;
  const measured = item !== null && (item.quantityMilli !== null || item.priceMinor !== null);
  if (measured && (wantedMilli ?? ONE_MILLI) !== ONE_MILLI)
    return err({ code: 'sale.quantityRefused', data: { unit } });
  const quantityMilli = item?.quantityMilli ?? wantedMilli ?? ONE_MILLI;
  if (quantityMilli > MAX_QUANTITY_MILLI) return err({ code: 'sale.amountTooLarge' });
  const whole = checkQuantity(unit, quantityMilli);
  if (!whole.ok) return whole;
  if (item && item.priceMinor !== null)
    return printedAmounts(product, { ...item, priceMinor: item.priceMinor });
  if (shelf === null) return err({ code: 'product.priceNeeded', data: { productId, name, quantityMilli } });
  return ok({ quantityMilli, unitPriceMinor: shelf, shelfPriceMinor: shelf });
}

/** Pieces are sold whole; everything that is weighed, measured or timed in thousandths (R1). */
export function checkQuantity(
  unit: string,
  quantityMilli: number,
): Result<null, AppError<'sale.quantityRefused'>> {
  const whole = quantityMilli % ONE_MILLI === 0;
  return unit === 'each' && !whole ? err({ code: 'sale.quantityRefused', data: { unit } }) : ok(null);
}

/** A piece with a price of its own, or so much of weighed goods as the price buys. */
function printedAmounts(
  { name, unit, priceMinor: shelf }: Sellable,
  item: ScannedItem & { readonly priceMinor: number },
): Result<LineAmounts, AmountRefusal> {
  if (unit === 'each' || (shelf === null && item.quantityMilli === null))
    return ok({
      quantityMilli: ONE_MILLI,
      unitPriceMinor: item.priceMinor,
      shelfPriceMinor: shelf ?? item.priceMinor,
    });
  const fit = fitPrintedPrice(item.priceMinor, shelf || item.priceMinor, item.quantityMilli);
  if (!fit)
    return err({ code: 'barcode.labelFaulty', data: { reason: 'price', name, label: item.priceReason } });
  return ok({ ...fit, shelfPriceMinor: shelf ?? fit.unitPriceMinor });
}
