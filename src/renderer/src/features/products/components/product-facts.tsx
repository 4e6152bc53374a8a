import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, KeyValueList, StatCard } from '../../../ui/index.ts';
import { useProductImage } from '../../sell/components/use-product-image.ts';
import { RecentMovements } from '../../stock/components/recent-movements.tsx';
import { printedCode } from '../editor/barcode-rows.ts';
import type { Product } from '../product-filters.ts';
import { stockState } from '../stock-state.ts';
import { useQuantityText } from './on-hand.tsx';
import styles from './product-facts.module.css';

/** Everything known about one product, to read. */
export function ProductFacts({ product, onAllMovements }: { product: Product; onAllMovements: () => void }) {
  const { t } = useTranslation('products');
  const image = useProductImage(product.imageId);
  return (
    <>
      {image ? <img className={styles.image} src={image} alt="" /> : null}
      <Codes product={product} />
      <Figures product={product} />
      <Details product={product} />
      {product.notes ? (
        <p className={styles.notes}>
          <strong>{t('detail.notes')}</strong> {product.notes}
        </p>
      ) : null}
      {product.description ? <p className={styles.description}>{product.description}</p> : null}
      <RecentMovements product={product} onAll={onAllMovements} />
    </>
  );
}

function Codes({ product }: { product: Product }) {
  const { t } = useTranslation('products');
  return (
    <div className={styles.badges}>
      {product.sku ? <Badge>{product.sku}</Badge> : null}
      {product.barcodes.map(({ code, kind }) => (
        <Badge key={code}>{printedCode(code, kind)}</Badge>
      ))}
      <Badge tone={product.status === 'active' ? 'success' : 'neutral'}>
        {t(`status.${product.status}`)}
      </Badge>
    </div>
  );
}

function Figures({ product }: { product: Product }) {
  const { t } = useTranslation('products');
  const { money } = useFormat();
  const quantity = useQuantityText();
  const { data: shop } = useCall('shop.get', {});
  const priceLabel = shop?.taxMode === 'excluded' ? t('detail.priceExcluded') : t('detail.priceIncluded');
  const { priceMinor, costMinor, onHandMilli, lowStockMilli, unit } = product;
  const state = stockState(product);
  return (
    <div className={styles.figures}>
      <StatCard
        size="compact"
        label={priceLabel}
        value={priceMinor === null ? t('noPrice') : money(priceMinor)}
      />
      <StatCard
        size="compact"
        label={t('detail.cost')}
        value={costMinor === null ? t('detail.none') : money(costMinor)}
      />
      <div className={styles.stock} data-state={state}>
        <StatCard
          size="compact"
          label={t('detail.onHand')}
          value={state === 'none' ? t('detail.none') : quantity(onHandMilli, unit)}
        />
      </div>
      <StatCard
        size="compact"
        label={t('detail.lowStock')}
        value={lowStockMilli === null ? t('detail.none') : quantity(lowStockMilli, unit)}
      />
    </div>
  );
}

function Details({ product }: { product: Product }) {
  const { t } = useTranslation('products');
  const { dateTime } = useFormat();
  const facts: [id: string, value: string | null][] = [
    ['category', product.categoryName ?? t('noCategory')],
    ['brand', product.brand],
    ['packSize', product.packSize],
    ['unit', t(`unit.${product.unit}`)],
    ['tax', product.taxCategoryName],
    ['supplierCode', product.supplierCode],
    ['minimumAge', product.minimumAge === null ? null : t('detail.years', { count: product.minimumAge })],
    ['negativeStock', product.tracked ? t(`negativeStock.${product.negativeStock}`) : t('detail.untracked')],
    ['updated', dateTime(product.updatedAtMs)],
  ];
  return (
    <KeyValueList
      items={facts.flatMap(([id, value]) => (value ? [{ id, label: t(`detail.${id}`), value }] : []))}
    />
  );
}
