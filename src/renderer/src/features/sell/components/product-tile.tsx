import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, Tile } from '../../../ui/index.ts';
import type { ProductSummary } from '../till/till-state.ts';
import styles from './product-grid.module.css';
import { useProductImage } from './use-product-image.ts';

export interface ProductTileProps {
  product: ProductSummary;
  /** The arrow keys stand on it. */
  chosen?: boolean | undefined;
  id?: string | undefined;
  /** Among products of many kinds the category tells them apart; among the few favourites the name does. */
  hueBy?: 'category' | 'name' | undefined;
  onChoose: (product: ProductSummary) => void;
}

/** One product to tap: picture or initials, price, and how much is there. */
export const ProductTile = memo(function ProductTile({
  product,
  chosen = false,
  id,
  hueBy = 'category',
  onChoose,
}: ProductTileProps) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const imageUrl = useProductImage(product.imageId);
  const price = product.priceMinor === null ? t('tile.noPrice') : money(product.priceMinor);
  const perUnit =
    product.unit === 'each' || product.priceMinor === null ? '' : ` / ${t(`units.${product.unit}`)}`;
  return (
    <Tile
      id={id}
      name={product.name}
      title={product.packSize ? `${product.name}, ${product.packSize}` : product.name}
      priceText={price + perUnit}
      note={<StockNote product={product} />}
      imageUrl={imageUrl}
      hue={product.tileColour}
      hueKey={hueBy === 'name' ? product.name : (product.categoryName ?? product.name)}
      className={chosen ? styles.chosen : styles.tile}
      aria-current={chosen || undefined}
      onClick={() => onChoose(product)}
    />
  );
});

function StockNote({ product }: { product: ProductSummary }) {
  const { t } = useTranslation('sell');
  const { quantity } = useFormat();
  const { onHandMilli, lowStockMilli, stockCounted } = product;
  // A service, or goods whose stock nobody ever entered: there is no figure to show.
  if (!stockCounted) return null;
  if (onHandMilli <= 0) return <Badge tone="danger">{t('tile.out')}</Badge>;
  if (lowStockMilli !== null && onHandMilli <= lowStockMilli)
    return <Badge tone="warning">{t('tile.left', { quantity: quantity(onHandMilli) })}</Badge>;
  return quantity(onHandMilli);
}
