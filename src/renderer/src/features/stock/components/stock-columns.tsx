import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge, type Column } from '../../../ui/index.ts';
import { useQuantityText } from '../../products/components/on-hand.tsx';
import { ProductThumb } from '../../products/components/product-thumb.tsx';
import type { ProductRow } from '../../products/product-filters.ts';
import { stockState } from '../../products/stock-state.ts';

const TONES = { none: 'neutral', ok: 'success', low: 'warning', out: 'danger', below: 'danger' } as const;

/** The columns of the stock list; sortable ones carry the engine's sort names. */
export function stockColumns(t: TFunction): Column<ProductRow>[] {
  return [
    {
      key: 'name',
      header: t('stock:column.name'),
      width: 'minmax(200px, 3fr)',
      tone: 'strong',
      sortable: true,
      cell: (row) => (
        <>
          <ProductThumb product={row} />
          <span title={row.name}>{row.name}</span>
        </>
      ),
    },
    {
      key: 'category',
      header: t('stock:column.category'),
      width: 'minmax(140px, 1.3fr)',
      tone: 'muted',
      sortable: true,
      cell: (row) => <span>{row.categoryName}</span>,
    },
    {
      key: 'state',
      header: t('stock:column.state'),
      width: '104px',
      cell: (row) => <StockBadge product={row} />,
    },
    {
      key: 'low',
      header: t('stock:column.low'),
      width: '76px',
      align: 'end',
      tone: 'muted',
      cell: (row) =>
        row.lowStockMilli === null ? '–' : <Quantity milli={row.lowStockMilli} unit={row.unit} />,
    },
    {
      key: 'stock',
      header: t('stock:column.onHand'),
      width: '96px',
      align: 'end',
      tone: 'strong',
      sortable: true,
      cell: (row) => (row.stockCounted ? <Quantity milli={row.onHandMilli} unit={row.unit} /> : '–'),
    },
  ];
}

export function StockBadge({ product }: { product: ProductRow }) {
  const { t } = useTranslation('stock');
  const state = stockState(product);
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

function Quantity({ milli, unit }: { milli: number; unit: ProductRow['unit'] }) {
  return useQuantityText()(milli, unit);
}
