import { SearchX, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CorrectedNotice } from '../../../app/corrected-notice.tsx';
import { errorMessage } from '../../../app/error-message.ts';
import { Button, EmptyState, ErrorState, Initials, Skeleton } from '../../../ui/index.ts';
import type { CustomerSummary, ProductSummary } from '../till/till-state.ts';
import { openDialog } from '../till/till-state.ts';
import type { Choice, Search } from '../till/use-search.ts';
import styles from './product-grid.module.css';
import { ProductTile } from './product-tile.tsx';

export interface SearchResultsProps {
  search: Search;
  /** Where the arrow keys stand, or -1. */
  chosenIndex: number;
  onProduct: (product: ProductSummary) => void;
  onCustomer: (customer: CustomerSummary) => void;
}

export const choicesOf = (search: Search): Choice[] => [
  ...search.customers.map((customer) => ({ kind: 'customer', customer }) as const),
  ...(search.products ?? []).map((product) => ({ kind: 'product', product }) as const),
];

/** Found customers, then found products, in place of the tiles. */
export function SearchResults({ search, chosenIndex, onProduct, onCustomer }: SearchResultsProps) {
  const { t } = useTranslation('sell');
  const { customers, products } = search;
  if (search.error && !products) {
    return (
      <ErrorState
        title={t('common:loadFailed')}
        next={{ label: t('common:tryAgain'), perform: search.retry }}
      >
        {errorMessage(t, search.error)}
      </ErrorState>
    );
  }
  if (!products) return <Skeleton label={t('common:loading')} shape="tiles" rows={8} />;
  if (products.length === 0 && customers.length === 0)
    return search.loading ? null : <NothingFound text={search.reading.text} />;
  return (
    <div className={styles.scroll}>
      <CorrectedNotice
        corrected={search.corrected}
        text={search.reading.text}
        size="touch"
        onExactly={search.searchExactly}
      />
      {customers.length > 0 ? (
        <div className={styles.customers}>
          {customers.map((customer, index) => (
            <CustomerResult
              key={customer.id}
              customer={customer}
              chosen={index === chosenIndex}
              onChoose={onCustomer}
            />
          ))}
        </div>
      ) : null}
      <div className={styles.grid} data-choices>
        {products.map((product, index) => (
          <ProductTile
            key={product.id}
            product={product}
            chosen={customers.length + index === chosenIndex}
            onChoose={onProduct}
          />
        ))}
      </div>
    </div>
  );
}

function CustomerResult({
  customer,
  chosen,
  onChoose,
}: {
  customer: CustomerSummary;
  chosen: boolean;
  onChoose: (customer: CustomerSummary) => void;
}) {
  const { t } = useTranslation('sell');
  return (
    <button
      type="button"
      className={styles.customer}
      aria-current={chosen || undefined}
      onClick={() => onChoose(customer)}
    >
      <Initials name={customer.name} shape="round" />
      <span>
        <strong className={styles.customerName}>{customer.name}</strong>
        <span className={styles.customerNote}>{customer.phone ?? customer.email ?? t('customer.label')}</span>
      </span>
    </button>
  );
}

function NothingFound({ text }: { text: string }) {
  const { t } = useTranslation('sell');
  return (
    <EmptyState
      icon={SearchX}
      title={t('grid.nothing', { text })}
      actions={
        <Button size="touch" icon={UserRound} onClick={() => openDialog({ kind: 'customer', text })}>
          {t('grid.newCustomer', { text })}
        </Button>
      }
    >
      {t('grid.nothingHint')}
    </EmptyState>
  );
}
