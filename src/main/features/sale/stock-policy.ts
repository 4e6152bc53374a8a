import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CartLineRow } from './cart.sql.ts';

type StockLine = Pick<
  CartLineRow,
  'product_id' | 'name' | 'quantity_milli' | 'negative_stock' | 'on_hand_milli' | 'tracked' | 'oversold'
>;

/** Products of which the cart holds more than is there, over all their lines together, with what is on hand (R25);
 *  what is not tracked is never short. The counter may sell them all the same unless the product says `block`. */
export function findShortages(lines: readonly StockLine[]): Map<string, number> {
  const wanted = sumByProduct(lines);
  const short = lines.filter(
    (line) => line.tracked === 1 && wanted.get(line.product_id)! > line.on_hand_milli,
  );
  return new Map(short.map((line) => [line.product_id, line.on_hand_milli]));
}

/** Refuses what a product with the policy `block` does not have on hand, unless that was allowed for this cart.
 *  @param productId  looks at this product alone; all of them when left out */
export function checkStock(
  lines: readonly StockLine[],
  productId?: string,
): Result<null, AppError<'stock.notEnough'>> {
  const short = findShortages(lines);
  const blocked = lines.find(
    (line) =>
      line.negative_stock === 'block' &&
      line.oversold === 0 &&
      short.has(line.product_id) &&
      (productId ?? line.product_id) === line.product_id,
  );
  if (!blocked) return ok(null);
  const { product_id, name, on_hand_milli: onHandMilli } = blocked;
  return err({ code: 'stock.notEnough', data: { onHandMilli, productId: product_id, name } });
}

function sumByProduct(lines: readonly StockLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.product_id, (sums.get(line.product_id) ?? 0) + line.quantity_milli);
  return sums;
}
