import { CalendarPlus, Percent, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useCall } from '../../client/hooks.ts';
import { Badge, Button, Card, EmptyState, QueryState } from '../../ui/index.ts';
import { NewRatesDialog } from './new-rates-dialog.tsx';
import styles from './settings.module.css';
import { TaxDialog } from './tax-dialog.tsx';
import { TaxSchedule } from './tax-schedule.tsx';

export type TaxCategory = CallOutput<'tax.listCategories'>[number];

/** Tax categories with their rates: a product has one, and sold lines keep what they were sold with. */
export function TaxesTab() {
  const { t } = useTranslation('settings');
  const categories = useCall('tax.listCategories', {});
  const [open, setOpen] = useState<TaxCategory | 'new' | null>(null);
  const [dating, setDating] = useState<TaxCategory | null>(null);
  const add = (
    <Button icon={Plus} onClick={() => setOpen('new')}>
      {t('tax.add')}
    </Button>
  );
  return (
    <QueryState
      query={categories}
      isEmpty={(list) => list.length === 0}
      empty={<EmptyState icon={Percent} title={t('tax.empty')} actions={add} />}
      skeleton={{ rows: 4 }}
      describeError={(error) => errorMessage(t, error)}
    >
      {(list) => (
        <>
          <Card title={t('tax.title')} note={add}>
            <p className={styles.small}>{t('tax.hint')}</p>
            <ul className={styles.list}>
              {list.map((category) => (
                <li key={category.id} className={styles.item}>
                  <span className={styles.itemWords}>
                    <span className={styles.itemName}>{category.name}</span>
                    {category.kind === 'rate' ? (
                      <TaxSchedule category={category} />
                    ) : (
                      <span className={styles.small}>{t(`setup:kind.${category.kind}`)}</span>
                    )}
                  </span>
                  {category.archived ? <Badge>{t('tax.archived')}</Badge> : null}
                  {category.kind === 'rate' && !category.archived ? (
                    <Button
                      icon={CalendarPlus}
                      onClick={() => setDating(category)}
                      aria-label={t('tax.newRatesOf', { name: category.name })}
                    >
                      {t('tax.newRates')}
                    </Button>
                  ) : null}
                  <Button
                    onClick={() => setOpen(category)}
                    aria-label={t('editNamed', { name: category.name })}
                  >
                    {t('common:edit')}
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
          {dating ? <NewRatesDialog category={dating} onClose={() => setDating(null)} /> : null}
          {open ? <TaxDialog category={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
        </>
      )}
    </QueryState>
  );
}
