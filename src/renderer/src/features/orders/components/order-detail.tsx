import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, type KeyValue, KeyValueList } from '../../../ui/index.ts';
import type { Order } from '../order.ts';
import styles from './detail.module.css';
import { OrderLines } from './order-lines.tsx';
import { OrderPayments } from './order-payments.tsx';
import { OrderTotals } from './order-totals.tsx';
import { Section } from './section.tsx';
import { StateBadge } from './state-badge.tsx';

/** Badges, what belongs together, lines, totals, payments, facts: all of an order but its receipt and its history. */
export function OrderDetail({ order, onOpen }: { order: Order; onOpen: (id: string) => void }) {
  return (
    <>
      <OrderHead order={order} onOpen={onOpen} />
      <OrderLines order={order} />
      <OrderTotals order={order} />
      <OrderPayments order={order} />
      <OrderFacts order={order} />
    </>
  );
}

function OrderHead({ order, onOpen }: { order: Order; onOpen: (id: string) => void }) {
  const { t } = useTranslation('orders');
  const { dateTime } = useFormat();
  const { original } = order;
  return (
    <div className={styles.head}>
      <div className={styles.badges}>
        <StateBadge order={order} />
        {order.customerName ? <Badge>{order.customerName}</Badge> : null}
        <span className={styles.quiet}>
          {order.imported ? dateTime(order.atMs) : `${dateTime(order.atMs)} · ${order.staff.name}`}
        </span>
      </div>
      {order.imported ? <p className={styles.quiet}>{t('detail.imported')}</p> : null}
      {original ? (
        <button type="button" className={styles.link} onClick={() => onOpen(original.id)}>
          {t('detail.original', { number: original.number })}
        </button>
      ) : null}
      {order.refunds.map((refund) => (
        <button key={refund.id} type="button" className={styles.link} onClick={() => onOpen(refund.id)}>
          {t('detail.refund', { number: refund.number })}
        </button>
      ))}
      {order.reason ? (
        <p className={styles.quiet}>
          {t('detail.reason')}: {order.reason}
        </p>
      ) : null}
    </div>
  );
}

function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { number } = useFormat();
  const { journal } = order;
  const facts: KeyValue[] = [
    { id: 'register', label: t('detail.register'), value: order.registerName },
    { id: 'orderNumber', label: t('detail.orderNumber'), value: order.orderNumber },
    ...(order.kind === 'cart'
      ? []
      : [{ id: 'copies', label: t('detail.copies'), value: number(order.copiesPrinted) }]),
    ...(journal
      ? [
          {
            id: 'journal',
            label: t('detail.journal'),
            value: (
              <span title={journal.hash}>
                {t('detail.journalEntry', { seq: number(journal.seq), hash: journal.hash.slice(0, 8) })}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('detail.facts')}>
      <KeyValueList items={facts} />
    </Section>
  );
}
