import { Download, Ellipsis, Plus, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  FilterBar,
  FilterChip,
  IconButton,
  Initials,
  ListWithPanel,
  notify,
  PageHeader,
  SearchField,
  SidePanel,
  type Sort,
  StatCard,
} from '../../ui/index.ts';
import { type Format, useFormat } from '../format.ts';
import { ManageLayout } from '../manage-frame.tsx';
import styles from './gallery.module.css';
import { fillShell, PRODUCTS, SAMPLE_ENTRIES, type SampleProduct } from './samples.ts';

/** The product list as the pictures show it, with 3,684 rows. */
export function ManageSampleScreen() {
  useEffect(fillShell, []);
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [stock, setStock] = useState('any');
  const [sort, setSort] = useState<Sort>({ key: 'sold', direction: 'desc' });
  const [active, setActive] = useState(PRODUCTS[1]);
  return (
    <ManageLayout entries={SAMPLE_ENTRIES}>
      <PageHeader title="Products" count={format.number(PRODUCTS.length)} actions={<Actions />} />
      <FilterBar label="Filters" note="Sorted by sold, 30 days">
        <SearchField
          label="Search products"
          clearLabel="Clear"
          placeholder="Name, code, brand..."
          value={query}
          onChange={setQuery}
        />
        <FilterChip
          label="Category"
          value="all"
          options={[{ value: 'all', label: 'All' }]}
          onChange={() => undefined}
        />
        <FilterChip
          label="Stock"
          value={stock}
          options={[
            { value: 'any', label: 'Any' },
            { value: 'low', label: 'Low' },
            { value: 'out', label: 'Out' },
          ]}
          onChange={setStock}
        />
        <FilterChip
          label="Status"
          value="active"
          options={[{ value: 'active', label: 'Active' }]}
          onChange={() => undefined}
        />
      </FilterBar>
      <ListWithPanel panel={active ? <Detail product={active} onClose={() => setActive(undefined)} /> : null}>
        <DataTable
          label="Products"
          columns={columnsOf(format)}
          rows={PRODUCTS}
          rowId={(row) => row.code}
          sort={sort}
          onSort={setSort}
          activeId={active?.code}
          onActivate={setActive}
        />
      </ListWithPanel>
    </ManageLayout>
  );
}

function Actions() {
  return (
    <>
      <Button icon={Upload}>Import</Button>
      <Button
        icon={Download}
        onClick={() => notify({ message: '3 products archived', undo: () => undefined })}
      >
        Export
      </Button>
      <Button variant="primary" icon={Plus} shortcut="Ctrl N">
        New product
      </Button>
    </>
  );
}

function columnsOf({ money, number }: Format): Column<SampleProduct>[] {
  return [
    {
      key: 'name',
      header: 'Product',
      width: 'minmax(220px, 3fr)',
      tone: 'strong',
      sortable: true,
      cell: (row) => (
        <>
          <Initials name={row.name} hueKey={row.category} />
          <span>{row.name}</span>
        </>
      ),
    },
    { key: 'code', header: 'Code', width: '80px', tone: 'muted', cell: (row) => row.code },
    {
      key: 'category',
      header: 'Category',
      width: 'minmax(110px, 1fr)',
      tone: 'muted',
      cell: (row) => row.category,
    },
    {
      key: 'price',
      header: 'Price',
      width: '76px',
      align: 'end',
      sortable: true,
      cell: (row) => money(row.priceMinor),
    },
    {
      key: 'stock',
      header: 'Stock',
      width: '64px',
      align: 'end',
      sortable: true,
      cell: (row) => <Stock stock={row.stock} text={number(row.stock)} />,
    },
    {
      key: 'sold',
      header: '30 days',
      width: '76px',
      align: 'end',
      sortable: true,
      cell: (row) => number(row.sold),
    },
  ];
}

function Stock({ stock, text }: { stock: number; text: string }) {
  if (stock === 0) return <Badge tone="danger">{text}</Badge>;
  return stock < 20 ? <Badge tone="warning">{text}</Badge> : text;
}

function Detail({ product, onClose }: { product: SampleProduct; onClose: () => void }) {
  const { money, number, rate } = useFormat();
  return (
    <SidePanel
      title={product.name}
      onClose={onClose}
      actions={
        <>
          <Button shortcut="Ctrl E">Edit</Button>
          <Button>Adjust stock</Button>
          <IconButton icon={Ellipsis} label="More" variant="secondary" />
        </>
      }
    >
      <div className={styles.badges}>
        <Badge>{product.code}</Badge>
        <Badge>5 012345 678900</Badge>
        <Badge tone="success">Active</Badge>
      </div>
      <div className={styles.figures}>
        <StatCard size="compact" label="Price, incl. VAT" value={money(product.priceMinor)} />
        <StatCard size="compact" label="Cost" value={money(590)} />
        <StatCard size="compact" label="Margin" value={rate(537000)} />
        <StatCard size="compact" label="On hand" value={number(product.stock)} />
      </div>
    </SidePanel>
  );
}
