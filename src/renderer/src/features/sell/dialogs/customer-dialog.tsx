import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, Dialog, Initials, QueryState, SearchField } from '../../../ui/index.ts';
import { type CustomerSummary, closeDialog } from '../till/till-state.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import styles from './dialogs.module.css';
import { NewCustomerForm } from './new-customer-form.tsx';

const MOST_FOUND = 20;

/** Finds a customer by name, phone or e-mail and puts them on the cart; or adds a new one. */
export function CustomerDialog({ text }: { text: string }) {
  const { t } = useTranslation('sell');
  const { setCustomer } = useCartActions();
  const [typed, setTyped] = useState(text);
  const [adding, setAdding] = useState(false);
  const [at, setAt] = useState(0);
  const found = useCall('customer.search', { text: typed.trim(), limit: MOST_FOUND }, { keepPrevious: true });
  const rows = found.data?.rows ?? [];
  if (adding)
    return (
      <NewCustomerForm
        typed={typed}
        onBack={() => setAdding(false)}
        onMade={(customer) => void setCustomer(customer.id)}
      />
    );
  const choose = (customer: CustomerSummary | undefined) => {
    if (customer) void setCustomer(customer.id);
    else setAdding(true);
  };
  const move = (step: number) => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + step)));
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('customer.title')}
      actions={
        <>
          <Button size="touch" shortcut="Esc" onClick={closeDialog}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" icon={UserRoundPlus} onClick={() => setAdding(true)}>
            {t('customer.new')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <SearchField
          variant="scan"
          label={t('customer.search')}
          clearLabel={t('common:clear')}
          placeholder={t('customer.search')}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setAt(0);
          }}
          maxLength={200}
          data-autofocus
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') move(1);
            else if (event.key === 'ArrowUp') move(-1);
            else if (event.key === 'Enter' && (typed.trim() !== '' || rows.length > 0)) choose(rows[at]);
            else return;
            event.preventDefault();
          }}
        />
        <QueryState
          query={found}
          isEmpty={(page) => page.rows.length === 0}
          empty={
            <p className={styles.muted}>
              {t(typed.trim() === '' ? 'customer.noneYet' : 'customer.notFound', { text: typed.trim() })}
            </p>
          }
          skeleton={{ rows: 3 }}
          describeError={(error) => errorMessage(t, error)}
        >
          {(page) => (
            <ul className={styles.results}>
              {page.rows.map((customer, index) => (
                <CustomerRow key={customer.id} customer={customer} chosen={index === at} onChoose={choose} />
              ))}
            </ul>
          )}
        </QueryState>
      </div>
    </Dialog>
  );
}

function CustomerRow({
  customer,
  chosen,
  onChoose,
}: {
  customer: CustomerSummary;
  chosen: boolean;
  onChoose: (customer: CustomerSummary) => void;
}) {
  const { t } = useTranslation('sell');
  const { date } = useFormat();
  const visit = customer.lastVisitAtMs
    ? t('customer.lastVisit', { date: date(customer.lastVisitAtMs) })
    : null;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={chosen || undefined}
        onClick={() => onChoose(customer)}
      >
        <Initials name={customer.name} shape="round" />
        <span className={styles.rowWords}>
          <strong className={styles.rowTitle}>{customer.name}</strong>
          <span className={styles.rowNote}>
            {[customer.phone, customer.email, visit].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
