import { Package } from 'lucide-react';
import { useState } from 'react';
import {
  announce,
  BarChart,
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  Dialog,
  EmptyState,
  ErrorState,
  KeyValueList,
  Money,
  notify,
  ProgressPanel,
  QueryState,
  Skeleton,
  Stepper,
  Tabs,
} from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import styles from './gallery.module.css';
import { PRODUCTS } from './samples.ts';

export function OverlaySamples() {
  const [open, setOpen] = useState<'none' | 'dialog' | 'confirm'>('none');
  const close = () => setOpen('none');
  return (
    <div className={styles.wrap}>
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('confirm')}>Confirm</Button>
      <Button onClick={() => notify({ message: 'Saved', tone: 'success' })}>Toast</Button>
      <Button onClick={() => notify({ message: 'Line removed', undo: () => announce('Back again') })}>
        Undo toast
      </Button>
      <Button onClick={() => notify({ message: 'The printer is out of paper', tone: 'danger' })}>
        Error toast
      </Button>
      <Dialog
        opened={open === 'dialog'}
        onClose={close}
        title="Discount"
        actions={<Button variant="primary">Apply</Button>}
      >
        A dialog holds the focus and gives it back.
      </Dialog>
      <ConfirmDialog
        opened={open === 'confirm'}
        title="Void this sale?"
        confirmLabel="Void sale"
        onConfirm={close}
        onCancel={close}
      >
        The four lines are removed. This cannot be undone.
      </ConfirmDialog>
    </div>
  );
}

const nothing = { data: undefined, error: null, isPending: true, refetch: () => undefined };

export function StateSamples() {
  const [tab, setTab] = useState('empty');
  return (
    <Tabs
      label="States"
      value={tab}
      onChange={setTab}
      items={[
        {
          value: 'empty',
          label: 'Empty',
          content: (
            <EmptyState
              icon={Package}
              title="No products yet"
              actions={<Button variant="primary">Import a list</Button>}
            >
              Products are what you sell. Bring your list, or add the first by hand.
            </EmptyState>
          ),
        },
        {
          value: 'error',
          label: 'Error',
          content: (
            <ErrorState
              title="The printer is out of paper"
              next={{ label: 'Print again', perform: () => undefined }}
            >
              Put in a new roll, then print again.
            </ErrorState>
          ),
        },
        { value: 'loading', label: 'Loading', content: <Skeleton label="Loading" rows={4} /> },
        {
          value: 'query',
          label: 'Failed query',
          content: (
            <QueryState query={{ ...nothing, isPending: false, error: new Error('no answer') }}>
              {() => null}
            </QueryState>
          ),
        },
      ]}
    />
  );
}

export function ProgressSamples() {
  return (
    <div className={styles.stack}>
      <Stepper
        label="Set-up"
        steps={['Shop', 'Taxes', 'Products', 'Staff']}
        current={1}
        onStep={() => undefined}
      />
      <ProgressPanel
        title="Reading products"
        detail="12,400 of 41,000 rows"
        fraction={0.302}
        timeLeft="about 2 min left"
        onCancel={() => undefined}
      />
      <ProgressPanel title="Looking for the printer" />
    </div>
  );
}

export function ListSamples() {
  const { locale, timeZone } = useFormat();
  const style = { currency: 'GBP', exponent: 2, locale };
  return (
    <KeyValueList
      items={[
        { id: 'subtotal', label: 'Subtotal, 7 items', value: <Money minor={2775} {...style} /> },
        { id: 'offer', label: '3 for £5.50', value: <Money minor={-74} {...style} />, tone: 'success' },
        {
          id: 'at',
          label: 'Sold',
          value: <DateText atMs={1795171680000} locale={locale} timeZone={timeZone} />,
        },
        { id: 'total', label: 'Total', value: <Money minor={2701} {...style} />, tone: 'strong' },
      ]}
    />
  );
}

export function ChartSamples() {
  const { money } = useFormat();
  return (
    <BarChart
      title="Sales by hour"
      categoryLabel="Hour"
      formatValue={money}
      points={[9, 10, 11, 12, 13].map((hour) => ({
        category: String(hour),
        sales: hour * hour * 100,
        usual: hour * 1200,
      }))}
      series={[
        { key: 'sales', label: 'today', kind: 'bar', color: '--series-1' },
        { key: 'usual', label: 'usual', kind: 'line', color: '--series-2' },
      ]}
    />
  );
}

export function TableSamples() {
  const { money } = useFormat();
  const [active, setActive] = useState('85130');
  return (
    <div className={styles.frame}>
      <DataTable
        label="Sample products"
        rows={PRODUCTS}
        rowId={(row) => row.code}
        activeId={active}
        onActivate={(row) => setActive(row.code)}
        columns={[
          {
            key: 'name',
            header: 'Product',
            width: 'minmax(160px, 1fr)',
            tone: 'strong',
            cell: (row) => row.name,
          },
          { key: 'code', header: 'Code', width: '80px', tone: 'muted', cell: (row) => row.code },
          {
            key: 'price',
            header: 'Price',
            width: '80px',
            align: 'end',
            cell: (row) => money(row.priceMinor),
          },
        ]}
      />
    </div>
  );
}
