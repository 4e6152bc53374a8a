import { Initials } from '../../../ui/index.ts';
import { useProductImage } from '../../sell/components/use-product-image.ts';
import type { ProductRow } from '../product-filters.ts';
import styles from './product-thumb.module.css';

/** A product's picture, or its initials on its category's hue. */
export function ProductThumb({
  product,
}: {
  product: Pick<ProductRow, 'name' | 'imageId' | 'categoryName' | 'tileColour'>;
}) {
  const image = useProductImage(product.imageId);
  if (image) return <img className={styles.thumb} src={image} alt="" />;
  return (
    <Initials name={product.name} hue={product.tileColour} hueKey={product.categoryName ?? product.name} />
  );
}
