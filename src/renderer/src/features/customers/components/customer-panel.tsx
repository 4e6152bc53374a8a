import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyCap, useCommands } from '../../../app/commands.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, KeyValueList, QueryState, SidePanel, StatCard } from '../../../ui/index.ts';
import type { Customer } from '../customer-draft.ts';
import styles from './customers.module.css';

interface CustomerPanelProps {
  id: string;
  onClose: () => void;
  onEdit: (customer: Customer) => void;
}

/** One customer beside the list. */
export function CustomerPanel({ id, onClose, onEdit }: CustomerPanelProps) {
  const { t } = useTranslation('customers');
  const customer = useCall('customer.get', { id });
  const found = customer.data;
  const edit = () => found && onEdit(found);
  useCommands([
    {
      id: 'customers.edit',
      labelKey: 'customers:edit',
      icon: Pencil,
      shortcut: '$mod+E',
      isAvailable: () => found !== undefined,
      perform: edit,
    },
  ]);
  return (
    <SidePanel
      title={found?.name ?? t('column.name')}
      onClose={onClose}
      actions={
        found ? (
          <Button shortcut={keyCap({ shortcut: '$mod+E' })} onClick={edit}>
            {t('edit')}
          </Button>
        ) : undefined
      }
    >
      <QueryState query={customer} describeError={(error) => errorMessage(t, error)} skeleton={{ rows: 4 }}>
        {(data) => <CustomerFacts customer={data} />}
      </QueryState>
    </SidePanel>
  );
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const { money, number, dateTime } = useFormat();
  const { visitCount, spentMinor, lastVisitAtMs, phone, email, note } = customer;
  return (
    <>
      <div className={styles.figures}>
        <StatCard size="compact" label={t('detail.visits')} value={number(visitCount)} />
        <StatCard size="compact" label={t('detail.spent')} value={money(spentMinor)} />
      </div>
      <KeyValueList
        items={[
          {
            id: 'last',
            label: t('detail.last'),
            value: lastVisitAtMs === null ? t('detail.never') : dateTime(lastVisitAtMs),
          },
          { id: 'phone', label: t('detail.phone'), value: phone ?? t('detail.none') },
          {
            id: 'email',
            label: t('detail.email'),
            value: <span className={styles.breakable}>{email ?? t('detail.none')}</span>,
          },
        ]}
      />
      {note ? (
        <section className={styles.note} aria-label={t('detail.note')}>
          <h3 className={styles.noteTitle}>{t('detail.note')}</h3>
          <p className={styles.noteText}>{note}</p>
        </section>
      ) : null}
    </>
  );
}
