import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge } from '../../../ui/index.ts';
import type { ProductRow } from '../product-filters.ts';
import { stockState } from '../stock-state.ts';
import styles from './product-columns.module.css';

const TONES = { low: 'warning', out: 'danger', below: 'danger' } as const;

/** A product's stock: plain when there is enough, a badge when not. */
export function OnHand({
  product,
}: {
  product: Pick<ProductRow, 'onHandMilli' | 'lowStockMilli' | 'stockCounted' | 'unit'>;
}) {
  const quantity = useQuantityText();
  const text = quantity(product.onHandMilli, product.unit);
  const { t } = useTranslation('products');
  const state = stockState(product);
  if (state === 'none') return <span className={styles.quiet}>{t('detail.none')}</span>;
  return state === 'ok' ? text : <Badge tone={TONES[state]}>{text}</Badge>;
}

/** "12", "0.42 kg". */
export function useQuantityText(): (milli: number, unit: ProductRow['unit']) => string {
  const { t } = useTranslation('products');
  const format = useFormat();
  return (milli, unit) =>
    unit === 'each' ? format.quantity(milli) : `${format.quantity(milli)} ${t(`unitShort.${unit}`)}`;
}
