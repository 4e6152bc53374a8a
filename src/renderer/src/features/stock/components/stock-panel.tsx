import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge, Button, SidePanel, StatCard } from '../../../ui/index.ts';
import { useQuantityText } from '../../products/components/on-hand.tsx';
import type { ProductRow } from '../../products/product-filters.ts';
import { useMay } from '../../session/session.ts';
import { RecentMovements } from './recent-movements.tsx';
import { StockBadge } from './stock-columns.tsx';
import styles from './stock-panel.module.css';

interface StockPanelProps {
  product: ProductRow;
  onClose: () => void;
  onOpen: (kind: 'adjust' | 'movements') => void;
}

const MOVEMENTS_SHOWN = 12;

/** One product's stock: what there is, and how it came to that. */
export function StockPanel({ product, onClose, onOpen }: StockPanelProps) {
  const { t } = useTranslation('stock');
  const quantity = useQuantityText();
  const navigate = useNavigate();
  const mayAdjust = useMay('stock.adjust');
  const { unit, stockCounted, onHandMilli, lowStockMilli } = product;
  return (
    <SidePanel
      title={product.name}
      onClose={onClose}
      actions={
        <>
          {mayAdjust ? (
            <Button variant="primary" onClick={() => onOpen('adjust')}>
              {t('adjust.action')}
            </Button>
          ) : null}
          <Button onClick={() => void navigate({ to: '/products', search: { id: product.id } })}>
            {t('openProduct')}
          </Button>
        </>
      }
    >
      <div className={styles.badges}>
        {product.sku ? <Badge>{product.sku}</Badge> : null}
        <StockBadge product={product} />
      </div>
      <div className={styles.figures}>
        <StatCard
          size="compact"
          label={t('column.onHand')}
          value={stockCounted ? quantity(onHandMilli, unit) : '–'}
        />
        <StatCard
          size="compact"
          label={t('column.low')}
          value={lowStockMilli === null ? '–' : quantity(lowStockMilli, unit)}
        />
      </div>
      <RecentMovements product={product} limit={MOVEMENTS_SHOWN} onAll={() => onOpen('movements')} />
    </SidePanel>
  );
}
