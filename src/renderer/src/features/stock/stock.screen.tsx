import { useNavigate } from '@tanstack/react-router';
import { Boxes, CircleCheck, ListChecks, PackageSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { ListSearch } from '../../app/list-search.tsx';
import { useUrlFilters } from '../../app/url-filters.ts';
import { usePages } from '../../client/use-pages.ts';
import {
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  ListWithPanel,
  PageHeader,
  QueryState,
  Segmented,
} from '../../ui/index.ts';
import {
  FILTER_VALUES,
  isNarrowed,
  PRODUCT_FILTERS,
  type ProductFilters,
  type ProductRow,
  toListInput,
  toSort,
} from '../products/product-filters.ts';
import { useSearchChange } from '../products/use-search-change.ts';
import { useMay } from '../session/session.ts';
import { AdjustDialog } from './components/adjust-dialog.tsx';
import { CheckDialog } from './components/check-dialog.tsx';
import { MovementsDialog } from './components/movements-dialog.tsx';
import { stockColumns } from './components/stock-columns.tsx';
import { StockPanel } from './components/stock-panel.tsx';

type Open = { kind: 'none' | 'check' } | { kind: 'adjust' | 'movements'; product: ProductRow };
const STOCK_FILTERS: ProductFilters = { ...PRODUCT_FILTERS, sort: 'stock' };

/** How much there is of everything, what runs low, and putting it right. */
export function StockScreen() {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const mayAdjust = useMay('stock.adjust');
  const [filters, change] = useUrlFilters(STOCK_FILTERS);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const { state, rows, total, loadMore } = usePages('product.list', toListInput(filters));
  const onSearch = useSearchChange(change);
  const active = rows.find((row) => row.id === filters.id);
  const close = () => setOpen({ kind: 'none' });
  return (
    <>
      <PageHeader
        title={t('title')}
        count={state.data ? format.number(total) : undefined}
        actions={
          mayAdjust ? (
            <Button icon={ListChecks} onClick={() => setOpen({ kind: 'check' })}>
              {t('check.action')}
            </Button>
          ) : undefined
        }
      />
      <FilterBar label={t('filters')}>
        <ListSearch
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filters.q}
          onChange={onSearch}
        />
        <Segmented
          label={t('filterStock')}
          value={filters.stock}
          onChange={(stock) => change({ stock })}
          options={FILTER_VALUES.stock.map((value) => ({ value, label: t(`value.${value}`) }))}
        />
      </FilterBar>
      <ListWithPanel
        panel={
          active ? (
            <StockPanel
              product={active}
              onClose={() => change({ id: '' })}
              onOpen={(kind) => setOpen({ kind, product: active })}
            />
          ) : null
        }
      >
        <QueryState
          query={state}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={(data) => data.length === 0}
          empty={<NothingHere filters={filters} onShowAll={() => change({ q: '', stock: 'any' })} />}
        >
          {() => (
            <DataTable
              label={t('title')}
              columns={stockColumns(t)}
              rows={rows}
              rowId={(row) => row.id}
              totalCount={total}
              sort={toSort(filters)}
              onSort={(sort) => change({ sort: sort.key, dir: sort.direction })}
              activeId={filters.id}
              onActivate={(row) => change({ id: row.id })}
              onOpen={(product) => mayAdjust && setOpen({ kind: 'adjust', product })}
              onNearEnd={loadMore}
            />
          )}
        </QueryState>
      </ListWithPanel>
      {open.kind === 'adjust' ? <AdjustDialog product={open.product} onClose={close} /> : null}
      {open.kind === 'movements' ? <MovementsDialog product={open.product} onClose={close} /> : null}
      {open.kind === 'check' ? <CheckDialog onClose={close} /> : null}
    </>
  );
}

function NothingHere({ filters, onShowAll }: { filters: ProductFilters; onShowAll: () => void }) {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const showAll = <Button onClick={onShowAll}>{t('showAll')}</Button>;
  const calm = filters.q.trim() === '' && (filters.stock === 'low' || filters.stock === 'out');
  if (calm) {
    const which = filters.stock === 'low' ? 'Low' : 'Out';
    return (
      <EmptyState icon={CircleCheck} title={t(`none${which}`)} actions={showAll}>
        {t(`none${which}Hint`)}
      </EmptyState>
    );
  }
  if (isNarrowed(filters)) {
    return (
      <EmptyState icon={PackageSearch} title={t('narrowed')} actions={showAll}>
        {t('narrowedHint')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Boxes}
      title={t('empty')}
      actions={
        <Button size="touch" variant="primary" onClick={() => void navigate({ to: '/products' })}>
          {t('toProducts')}
        </Button>
      }
    >
      {t('emptyHint')}
    </EmptyState>
  );
}
