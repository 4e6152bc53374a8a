import type { ProductRow } from './product-filters.ts';

export type StockState = 'none' | 'ok' | 'low' | 'out' | 'below';

/** How a product's stock stands: low means at its mark or under it; none that there is no figure, because it is not
 *  tracked or nobody ever entered one. */
export function stockState({
  onHandMilli,
  lowStockMilli,
  stockCounted,
}: Pick<ProductRow, 'onHandMilli' | 'lowStockMilli' | 'stockCounted'>): StockState {
  if (!stockCounted) return 'none';
  if (onHandMilli < 0) return 'below';
  if (onHandMilli === 0) return 'out';
  return lowStockMilli !== null && onHandMilli <= lowStockMilli ? 'low' : 'ok';
}
