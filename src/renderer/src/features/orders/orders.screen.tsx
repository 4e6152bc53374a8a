import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { FilterX, ReceiptText, Search, SearchX, X } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { ListSearch } from '../../app/list-search.tsx';
import { useUrlFilters } from '../../app/url-filters.ts';
import { useRoom } from '../../app/use-room.ts';
import { useToday } from '../../app/use-today.ts';
import { useCall } from '../../client/hooks.ts';
import { usePages } from '../../client/use-pages.ts';
import {
  Button,
  DataTable,
  EmptyState,
  IconButton,
  ListWithPanel,
  PageHeader,
  QueryState,
} from '../../ui/index.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { useScanner } from '../sell/scanner/use-scanner.ts';
import { useMay } from '../session/session.ts';
import { orderColumns } from './components/order-columns.tsx';
import { OrderPanel } from './components/order-panel.tsx';
import styles from './components/order-view.module.css';
import { OrderFilterBar } from './filters/order-filter-bar.tsx';
import { isNarrowed, NOTHING_NARROWED, ORDER_FILTERS, toListInput } from './filters/order-filters.ts';
import { useFindOrder } from './use-find-order.ts';

/** Every sale, refund and voided cart: find, filter, look, print, give back. */
export function OrdersScreen() {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, change] = useUrlFilters(ORDER_FILTERS);
  const input = toListInput(filters, useToday());
  const { state, rows, total, loadMore } = usePages('order.list', input);
  const sums = useCall('order.list', { ...input, limit: 1 }, { keepPrevious: true });
  const room = useRoom(filters.order !== '');
  const search = useRef<HTMLInputElement>(null);
  const open = (order: string) => change({ order, find: '' });
  const find = useFindOrder(open);
  const onSearch = useCallback((q: string) => change({ q }), [change]);
  useScanner((code) => {
    if (!isDialogOpen()) find(code);
  });
  useSearchFocus(search, filters.find !== '');
  useCommands([
    {
      id: 'orders.find',
      labelKey: 'orders:commands.find',
      icon: Search,
      shortcut: 'F3',
      perform: () => focusOn(search),
    },
  ]);
  const narrowed = isNarrowed(filters);
  const clear = () => change(NOTHING_NARROWED);
  return (
    <>
      <PageHeader
        title={t('title')}
        count={sums.data ? countText(sums.data, format, t) : undefined}
        actions={
          narrowed ? (
            <Button icon={FilterX} onClick={clear}>
              {t('clearFilters')}
            </Button>
          ) : null
        }
      />
      <OrderFilterBar
        filters={filters}
        onChange={change}
        search={
          <ListSearch
            ref={search}
            label={t('search')}
            placeholder={t('searchPlaceholder')}
            value={filters.q}
            onChange={onSearch}
            onFind={find}
          />
        }
      />
      {filters.find === '' ? null : <ReturnHint onClose={() => change({ find: '' })} />}
      <ListWithPanel
        panel={
          filters.order === '' ? null : (
            <OrderPanel
              key={filters.order}
              id={filters.order}
              onOpen={open}
              onClose={() => change({ order: '' })}
            />
          )
        }
      >
        <QueryState
          query={state}
          skeleton={{ rows: 10 }}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={(list) => list.length === 0}
          empty={<NoOrders narrowed={narrowed} onAll={clear} />}
        >
          {() => (
            <DataTable
              label={t('title')}
              columns={orderColumns(t, format, room)}
              rows={rows}
              rowId={(row) => row.id}
              totalCount={total}
              activeId={filters.order}
              onActivate={(row) => open(row.id)}
              onOpen={(row) =>
                void navigate({ to: '/orders/$orderId', params: { orderId: row.id } } as never)
              }
              onNearEnd={loadMore}
            />
          )}
        </QueryState>
      </ListWithPanel>
    </>
  );
}

function countText(
  { total, sumMinor }: { total: number; sumMinor: number },
  { number, money }: ReturnType<typeof useFormat>,
  t: TFunction<'orders'>,
): string {
  return `${number(total)} · ${t('sum', { amount: money(sumMinor) })}`;
}

function focusOn(search: RefObject<HTMLInputElement | null>): void {
  search.current?.focus();
  search.current?.select();
}

/** The search has the focus when the screen opens, and again whenever a return asks for it. */
function useSearchFocus(search: RefObject<HTMLInputElement | null>, asked: boolean): void {
  const first = useRef(true);
  useEffect(() => {
    if (asked || first.current) focusOn(search);
    first.current = false;
  }, [search, asked]);
}

function ReturnHint({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('orders');
  return (
    <p className={styles.hint} role="status">
      <span>{t('returnHint')}</span>
      <IconButton icon={X} label={t('returnDismiss')} onClick={onClose} />
    </p>
  );
}

function NoOrders({ narrowed, onAll }: { narrowed: boolean; onAll: () => void }) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const maySell = useMay('sell');
  if (narrowed) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('empty.narrowed')}
        actions={<Button onClick={onAll}>{t('clearFilters')}</Button>}
      >
        {t('empty.narrowedHint')}
      </EmptyState>
    );
  }
  const sell = (
    <Button size="touch" variant="primary" onClick={() => void navigate({ to: '/sell' })}>
      {t('empty.openTill')}
    </Button>
  );
  return (
    <EmptyState icon={ReceiptText} title={t('empty.title')} actions={maySell ? sell : null}>
      {t('empty.hint')}
    </EmptyState>
  );
}
