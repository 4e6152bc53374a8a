import { Archive } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, Button, Dialog, EmptyState, QueryState } from '../../../ui/index.ts';
import { closeDialog } from '../till/till-state.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import styles from './dialogs.module.css';

type CartSummary = CallOutput<'sale.listCarts'>[number];

/** Held carts to recall, and open carts of other tills to take over. */
export function CartsDialog() {
  const { t } = useTranslation('sell');
  const carts = useCall('sale.listCarts', {});
  return (
    <Dialog opened onClose={closeDialog} title={t('carts.title')}>
      <QueryState
        query={carts}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <EmptyState icon={Archive} title={t('carts.empty')}>
            {t('carts.emptyHint')}
          </EmptyState>
        }
        skeleton={{ rows: 4 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(rows) => (
          <ul className={styles.list}>
            {rows.map((row, index) => (
              <CartRow key={row.id} row={row} first={index === 0} />
            ))}
          </ul>
        )}
      </QueryState>
    </Dialog>
  );
}

function CartRow({ row, first }: { row: CartSummary; first: boolean }) {
  const { t } = useTranslation('sell');
  const { money, time } = useFormat();
  const { recall, takeOver } = useCartActions();
  const held = row.state === 'held';
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (first) button.current?.focus();
  }, [first]);
  const { busy, submit } = useSubmit(() => (held ? recall(row.id) : takeOver(row.id)));
  const facts = [
    t('cart.count', { count: row.itemCount }),
    row.staffName,
    row.deviceName,
    time(row.updatedAtMs),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.rowWords}>
        <strong className={styles.rowTitle}>
          {row.label || row.customerName || row.orderNumber}{' '}
          {held ? null : <Badge tone="warning">{t('carts.openElsewhere')}</Badge>}
        </strong>
        <span className={styles.rowNote}>{facts.join(' · ')}</span>
      </span>
      <span className={`${styles.amount} tabular`}>{money(row.totalMinor)}</span>
      <Button
        size="touch"
        variant={held ? 'primary' : 'secondary'}
        loading={busy}
        onClick={() => void submit()}
        ref={button}
      >
        {t(held ? 'carts.recall' : 'carts.takeOver')}
      </Button>
    </li>
  );
}
