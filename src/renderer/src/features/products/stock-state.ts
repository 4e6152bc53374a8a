import type { ProductRow } from './product-filters.ts';

export type StockState = 'ok' | 'low' | 'out' | 'below';

/** How a product's stock stands: low means at its mark or under it. */
export function stockState({
  onHandMilli,
  lowStockMilli,
}: Pick<ProductRow, 'onHandMilli' | 'lowStockMilli'>): StockState {
  if (onHandMilli < 0) return 'below';
  if (onHandMilli === 0) return 'out';
  return lowStockMilli !== null && onHandMilli <= lowStockMilli ? 'low' : 'ok';
}
