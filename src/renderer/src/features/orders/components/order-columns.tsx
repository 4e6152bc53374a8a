import type { TFunction } from 'i18next';
import type { Format } from '../../../app/format.ts';
import type { Column } from '../../../ui/index.ts';
import { type OrderRow, orderName } from '../order.ts';
import { StateBadge } from './state-badge.tsx';

/** Of imported history the source says neither who sold nor how it was paid.
 *  @param room  whether there is place for more than number, time, customer, state and total */
export function orderColumns(t: TFunction, format: Format, room: boolean): Column<OrderRow>[] {
  const { money, number, dateTime } = format;
  // Chinese dates are the longest, Chinese states the shortest.
  const chinese = format.locale.startsWith('zh');
  const always: Column<OrderRow>[] = [
    {
      key: 'number',
      header: t('orders:column.number'),
      width: '118px',
      tone: 'strong',
      cell: (row) => <span>{orderName(row)}</span>,
    },
    {
      key: 'time',
      header: t('orders:column.time'),
      width: chinese ? '182px' : '160px',
      tone: 'muted',
      cell: (row) => <span className="tabular">{dateTime(row.atMs)}</span>,
    },
    {
      key: 'customer',
      header: t('orders:column.customer'),
      width: 'minmax(90px, 1.4fr)',
      cell: (row) => <span>{row.customerName ?? '–'}</span>,
    },
  ];
  const roomy: Column<OrderRow>[] = [
    {
      key: 'staff',
      header: t('orders:column.staff'),
      width: 'minmax(90px, 1fr)',
      tone: 'muted',
      cell: (row) => <span>{row.imported ? '–' : row.staff.name}</span>,
    },
    {
      key: 'tenders',
      header: t('orders:column.tenders'),
      width: 'minmax(90px, 1fr)',
      tone: 'muted',
      cell: (row) => <span>{row.imported ? '–' : tenderNames(row, t)}</span>,
    },
  ];
  const items: Column<OrderRow> = {
    key: 'items',
    header: t('orders:column.items'),
    width: '64px',
    align: 'end',
    cell: (row) => number(row.itemCount),
  };
  return [
    ...always,
    ...(room ? roomy : []),
    {
      key: 'state',
      header: t('orders:column.state'),
      width: chinese ? '104px' : '124px',
      cell: (row) => <StateBadge order={row} />,
    },
    ...(room ? [items] : []),
    {
      key: 'total',
      header: t('orders:column.total'),
      width: '100px',
      align: 'end',
      tone: 'strong',
      cell: (row) => money(row.totalMinor),
    },
  ];
}

function tenderNames(row: OrderRow, t: TFunction): string {
  return row.tenders.map((kind) => t(`sell:tender.${kind}`)).join(', ');
}
