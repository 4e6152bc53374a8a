import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { usePages } from '../../../client/use-pages.ts';
import { type Column, DataTable, Dialog, QueryState } from '../../../ui/index.ts';
import { useQuantityText } from '../../products/components/on-hand.tsx';
import type { ProductRow } from '../../products/product-filters.ts';
import { type Movement, MovementChange, MovementText, movedBy } from './movement-text.tsx';
import styles from './stock.module.css';

/** Every movement of one product, newest first, with the running balance. */
export function MovementsDialog({
  product,
  onClose,
}: {
  product: Pick<ProductRow, 'id' | 'name' | 'unit'>;
  onClose: () => void;
}) {
  const { t } = useTranslation('stock');
  const { state, rows, total, loadMore } = usePages('stock.listMovements', { productId: product.id });
  const columns = useMovementColumns(product.unit);
  return (
    <Dialog opened onClose={onClose} title={`${product.name} · ${t('movements')}`} size="large">
      <QueryState
        query={state}
        describeError={(error) => errorMessage(t, error)}
        isEmpty={(data) => data.length === 0}
        empty={<p className={styles.muted}>{t('noMovements')}</p>}
      >
        {() => (
          <div className={styles.historyBox}>
            <DataTable
              label={t('movements')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              totalCount={total}
              onNearEnd={loadMore}
            />
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

function useMovementColumns(unit: ProductRow['unit']): Column<Movement>[] {
  const { t } = useTranslation('stock');
  const { dateTime } = useFormat();
  const quantity = useQuantityText();
  return [
    {
      key: 'when',
      header: t('column.when'),
      width: '170px',
      tone: 'muted',
      cell: (row) => <span>{dateTime(row.atMs)}</span>,
    },
    {
      key: 'what',
      header: t('column.what'),
      width: 'minmax(160px, 1fr)',
      cell: (row) => <MovementText movement={row} />,
    },
    {
      key: 'who',
      header: '',
      width: '120px',
      tone: 'muted',
      cell: (row) => <span>{movedBy(row)}</span>,
    },
    {
      key: 'change',
      header: t('column.change'),
      width: '88px',
      align: 'end',
      cell: (row) => <MovementChange movement={row} />,
    },
    {
      key: 'balance',
      header: t('column.balance'),
      width: '96px',
      align: 'end',
      cell: (row) => quantity(row.balanceMilli, unit),
    },
  ];
}
