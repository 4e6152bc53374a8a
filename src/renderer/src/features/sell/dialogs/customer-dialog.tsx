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
import { FoundRow } from './found-row.tsx';
import { NewCustomerForm } from './new-customer-form.tsx';
import { useArrowChoice } from './use-arrow-choice.ts';

const MOST_FOUND = 20;

/** Finds a customer by name, phone or e-mail and puts them on the cart; or adds a new one. */
export function CustomerDialog({ text }: { text: string }) {
  const { t } = useTranslation('sell');
  const { date } = useFormat();
  const { setCustomer } = useCartActions();
  const [typed, setTyped] = useState(text);
  const [adding, setAdding] = useState(false);
  const found = useCall('customer.search', { text: typed.trim(), limit: MOST_FOUND }, { keepPrevious: true });
  const rows = found.data?.rows ?? [];
  const choose = (customer: CustomerSummary | undefined) => {
    if (customer) void setCustomer(customer.id);
    else setAdding(true);
  };
  const { at, onKeyDown, restart } = useArrowChoice({
    rows,
    start: 'first',
    onEnter: (customer) => {
      if (typed.trim() !== '' || customer) choose(customer);
    },
  });
  if (adding)
    return (
      <NewCustomerForm
        typed={typed}
        onBack={() => setAdding(false)}
        onMade={(customer) => void setCustomer(customer.id)}
      />
    );
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
            restart();
          }}
          maxLength={200}
          data-autofocus
          onKeyDown={onKeyDown}
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
                <FoundRow
                  key={customer.id}
                  mark={<Initials name={customer.name} shape="round" />}
                  title={customer.name}
                  notes={[
                    customer.phone,
                    customer.email,
                    customer.lastVisitAtMs === null
                      ? null
                      : t('customer.lastVisit', { date: date(customer.lastVisitAtMs) }),
                  ]}
                  chosen={index === at}
                  onChoose={() => choose(customer)}
                />
              ))}
            </ul>
          )}
        </QueryState>
      </div>
    </Dialog>
  );
}
