import { Plus, UserRoundPlus, UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCap, useCommands } from '../../app/commands.ts';
import { errorMessage } from '../../app/error-message.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { ListSearch } from '../../app/list-search.tsx';
import { useUrlFilters } from '../../app/url-filters.ts';
import { useRoom } from '../../app/use-room.ts';
import { usePages } from '../../client/use-pages.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  Initials,
  ListWithPanel,
  PageHeader,
  QueryState,
} from '../../ui/index.ts';
import { useSearchChange } from '../products/use-search-change.ts';
import { CustomerEditor } from './components/customer-editor.tsx';
import { CustomerPanel } from './components/customer-panel.tsx';
import type { Customer } from './customer-draft.ts';

const FILTERS = { q: '', id: '' };
/** Left out where the panel, which shows them, leaves too little place. */
const SPARED = new Set(['email', 'last']);
type Open = { kind: 'none' } | { kind: 'editor'; customer: Customer | null };

/** The people who come back. */
export function CustomersScreen() {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const [filters, change] = useUrlFilters(FILTERS);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const { state, rows, total, loadMore } = usePages('customer.search', {
    text: filters.q.trim().slice(0, 200),
  });
  const onSearch = useSearchChange(change);
  const add = () => setOpen({ kind: 'editor', customer: null });
  useCommands([
    { id: 'customers.new', labelKey: 'customers:new', icon: Plus, shortcut: '$mod+N', perform: add },
  ]);
  const roomy = useRoom(filters.id !== '');
  const narrowed = filters.q.trim() !== '';
  return (
    <>
      <PageHeader
        title={t('title')}
        count={state.data ? format.number(total) : undefined}
        actions={
          <Button variant="primary" icon={Plus} shortcut={keyCap({ shortcut: '$mod+N' })} onClick={add}>
            {t('new')}
          </Button>
        }
      />
      <FilterBar label={t('filters')}>
        <ListSearch
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filters.q}
          onChange={onSearch}
        />
      </FilterBar>
      <ListWithPanel
        panel={
          filters.id === '' ? null : (
            <CustomerPanel
              key={filters.id}
              id={filters.id}
              onClose={() => change({ id: '' })}
              onEdit={(customer) => setOpen({ kind: 'editor', customer })}
            />
          )
        }
      >
        <QueryState
          query={state}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={(data) => data.length === 0}
          empty={
            narrowed ? (
              <EmptyState
                icon={UserRoundSearch}
                title={t('empty.narrowed')}
                actions={<Button onClick={() => change({ q: '' })}>{t('empty.showAll')}</Button>}
              >
                {t('empty.narrowedHint')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={UserRoundPlus}
                title={t('empty.title')}
                actions={
                  <Button size="touch" variant="primary" icon={Plus} onClick={add}>
                    {t('new')}
                  </Button>
                }
              >
                {t('empty.hint')}
              </EmptyState>
            )
          }
        >
          {() => (
            <DataTable
              label={t('title')}
              columns={customerColumns(t, format).filter(({ key }) => roomy || !SPARED.has(key))}
              rows={rows}
              rowId={(row) => row.id}
              totalCount={total}
              activeId={filters.id}
              onActivate={(row) => change({ id: row.id })}
              onOpen={(customer) => setOpen({ kind: 'editor', customer })}
              onNearEnd={loadMore}
            />
          )}
        </QueryState>
      </ListWithPanel>
      {open.kind === 'editor' ? (
        <CustomerEditor
          customer={open.customer}
          onClose={() => setOpen({ kind: 'none' })}
          onSaved={({ id }) => change({ id })}
        />
      ) : null}
    </>
  );
}

function customerColumns(t: (key: string) => string, { money, number, date }: Format): Column<Customer>[] {
  return [
    {
      key: 'name',
      header: t('column.name'),
      width: 'minmax(160px, 2fr)',
      tone: 'strong',
      cell: (row) => (
        <>
          <Initials name={row.name} shape="round" />
          <span title={row.name}>{row.name}</span>
        </>
      ),
    },
    {
      key: 'phone',
      header: t('column.phone'),
      width: 'minmax(124px, 1fr)',
      tone: 'muted',
      cell: (row) => <span>{row.phone}</span>,
    },
    {
      key: 'email',
      header: t('column.email'),
      width: 'minmax(130px, 1.5fr)',
      tone: 'muted',
      cell: (row) => <span title={row.email ?? undefined}>{row.email}</span>,
    },
    {
      key: 'last',
      header: t('column.last'),
      width: '124px',
      tone: 'muted',
      cell: (row) => <span>{row.lastVisitAtMs === null ? '' : date(row.lastVisitAtMs)}</span>,
    },
    {
      key: 'visits',
      header: t('column.visits'),
      width: '60px',
      align: 'end',
      cell: (row) => number(row.visitCount),
    },
    {
      key: 'spent',
      header: t('column.spent'),
      width: '92px',
      align: 'end',
      cell: (row) => money(row.spentMinor),
    },
  ];
}
