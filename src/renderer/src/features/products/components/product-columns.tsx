import type { TFunction } from 'i18next';
import type { Format } from '../../../app/format.ts';
import type { Column } from '../../../ui/index.ts';
import { printedCode } from '../editor/barcode-rows.ts';
import type { ProductRow } from '../product-filters.ts';
import { OnHand } from './on-hand.tsx';
import styles from './product-columns.module.css';
import { ProductThumb } from './product-thumb.tsx';

/** The columns of the product list; the keys are the engine's sort names. */
export function productColumns(t: TFunction, format: Format): Column<ProductRow>[] {
  return [
    {
      key: 'name',
      header: t('products:column.name'),
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
      key: 'sku',
      header: t('products:column.sku'),
      width: 'minmax(128px, 0.9fr)',
      tone: 'muted',
      sortable: true,
      cell: (row) => <span>{shownCode(row)}</span>,
    },
    {
      key: 'category',
      header: t('products:column.category'),
      width: 'minmax(140px, 1.5fr)',
      tone: 'muted',
      sortable: true,
      cell: (row) => <span>{row.categoryName}</span>,
    },
    {
      key: 'price',
      header: t('products:column.price'),
      width: '84px',
      align: 'end',
      sortable: true,
      cell: (row) => <Price row={row} t={t} format={format} />,
    },
    {
      key: 'stock',
      header: t('products:column.stock'),
      width: '80px',
      align: 'end',
      sortable: true,
      cell: (row) => <OnHand product={row} />,
    },
  ];
}

function Price({ row, t, format }: { row: ProductRow; t: TFunction; format: Format }) {
  if (row.priceMinor !== null) return format.money(row.priceMinor);
  return <span className={styles.quiet}>{t('products:noPrice')}</span>;
}

/** The shop's own number, or else the barcode as it is printed. */
function shownCode({ sku, barcode }: ProductRow): string | null {
  if (sku !== null || barcode === null) return sku;
  return printedCode(barcode, /^\d{14}$/.test(barcode) ? 'gtin' : 'inStore');
}
