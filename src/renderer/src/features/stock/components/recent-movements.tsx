import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button } from '../../../ui/index.ts';
import { useQuantityText } from '../../products/components/on-hand.tsx';
import type { ProductRow } from '../../products/product-filters.ts';
import { MovementChange, MovementText, movedBy } from './movement-text.tsx';
import styles from './stock.module.css';

interface RecentMovementsProps {
  product: Pick<ProductRow, 'id' | 'unit'>;
  onAll: () => void;
  limit?: number;
}

/** The last few movements with the balance after each. */
export function RecentMovements({ product, onAll, limit = 5 }: RecentMovementsProps) {
  const { t } = useTranslation('stock');
  const { dateTime } = useFormat();
  const quantity = useQuantityText();
  const { data } = useCall('stock.listMovements', { productId: product.id, limit });
  if (!data) return null;
  return (
    <section className={styles.movements} aria-label={t('movements')}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>{t('movements')}</h3>
        {data.total > data.rows.length ? (
          <Button variant="quiet" onClick={onAll}>
            {t('products:detail.allMovements')}
          </Button>
        ) : null}
      </div>
      {data.rows.length === 0 ? <p className={styles.muted}>{t('noMovements')}</p> : null}
      {data.rows.map((movement) => (
        <div key={movement.id} className={styles.movement}>
          <span className={styles.what}>
            <MovementText movement={movement} />
            <span className={styles.small}>
              {[dateTime(movement.atMs), movedBy(movement)].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className={styles.change}>
            <MovementChange movement={movement} />
            <span className={`${styles.small} tabular`}>
              {t('balance', { quantity: quantity(movement.balanceMilli, product.unit) })}
            </span>
          </span>
        </div>
      ))}
    </section>
  );
}
