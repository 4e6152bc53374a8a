import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge } from '../../../ui/index.ts';
import type { ProductRow } from '../product-filters.ts';
import { stockState } from '../stock-state.ts';

const TONES = { low: 'warning', out: 'danger', below: 'danger' } as const;

/** A product's stock: plain when there is enough, a badge when not. */
export function OnHand({ product }: { product: Pick<ProductRow, 'onHandMilli' | 'lowStockMilli' | 'unit'> }) {
  const quantity = useQuantityText();
  const text = quantity(product.onHandMilli, product.unit);
  const state = stockState(product);
  return state === 'ok' ? text : <Badge tone={TONES[state]}>{text}</Badge>;
}

/** "12", "0.42 kg". */
export function useQuantityText(): (milli: number, unit: ProductRow['unit']) => string {
  const { t } = useTranslation('products');
  const format = useFormat();
  return (milli, unit) =>
    unit === 'each' ? format.quantity(milli) : `${format.quantity(milli)} ${t(`unitShort.${unit}`)}`;
}
