import { PackageOpen, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { EmptyState, QueryState } from '../../../ui/index.ts';
import type { ProductSummary } from '../till/till-state.ts';
import styles from './product-grid.module.css';
import { ProductTile } from './product-tile.tsx';

/** The chip before the categories. */
export const FAVOURITES = 'favourites';
const MOST_TILES = 120;

interface GridProps {
  onChoose: (product: ProductSummary) => void;
}

/** Tiles of the chosen chip. */
export function BrowseGrid({ chip, onChoose }: GridProps & { chip: string }) {
  return chip === FAVOURITES ? (
    <Favourites onChoose={onChoose} />
  ) : (
    <CategoryTiles categoryId={chip} onChoose={onChoose} />
  );
}

function Favourites({ onChoose }: GridProps) {
  const { t } = useTranslation('sell');
  const quickKeys = useCall('product.listQuickKeys', {});
  return (
    <QueryState
      query={quickKeys}
      isEmpty={(keys) => keys.length === 0}
      empty={<CategoryTiles categoryId={null} onChoose={onChoose} />}
      skeleton={{ shape: 'tiles', rows: 16 }}
      describeError={(error) => errorMessage(t, error)}
    >
      {(keys) => <Tiles products={keys} hueBy="name" onChoose={onChoose} />}
    </QueryState>
  );
}

function CategoryTiles({ categoryId, onChoose }: GridProps & { categoryId: string | null }) {
  const { t } = useTranslation('sell');
  const page = useCall(
    'product.list',
    { categoryId, limit: MOST_TILES, countAtMost: MOST_TILES + 1 },
    { keepPrevious: true },
  );
  return (
    <QueryState
      query={page}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<NoProducts all={categoryId === null} />}
      skeleton={{ shape: 'tiles', rows: 16 }}
      describeError={(error) => errorMessage(t, error)}
    >
      {({ rows, total }) => <Tiles products={rows} more={total > rows.length} onChoose={onChoose} />}
    </QueryState>
  );
}

function NoProducts({ all }: { all: boolean }) {
  const { t } = useTranslation('sell');
  return (
    <EmptyState icon={all ? PackageOpen : Star} title={t(all ? 'grid.noProducts' : 'grid.noneHere')}>
      {t(all ? 'grid.noProductsHint' : 'grid.noneHereHint')}
    </EmptyState>
  );
}

function Tiles({
  products,
  more = false,
  hueBy,
  onChoose,
}: GridProps & { products: readonly ProductSummary[]; more?: boolean; hueBy?: 'name' }) {
  const { t } = useTranslation('sell');
  const { number } = useFormat();
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.grid}>
          {products.map((product) => (
            <ProductTile key={product.id} product={product} hueBy={hueBy} onChoose={onChoose} />
          ))}
        </div>
      </div>
      {more ? <p className={styles.more}>{t('grid.more', { shown: number(products.length) })}</p> : null}
    </>
  );
}
