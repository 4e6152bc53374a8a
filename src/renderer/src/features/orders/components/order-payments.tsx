import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import type { Order, OrderPayment } from '../order.ts';
import styles from './detail.module.css';
import { Section } from './section.tsx';

/** Each tender with what was given, the change, the rounding and its reference. */
export function OrderPayments({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('detail.payments')}>
      {order.payments.length === 0 ? <p className={styles.quiet}>{t('detail.noPayments')}</p> : null}
      <ul className={styles.lines}>
        {order.payments.map((payment) => (
          <Payment key={payment.id} payment={payment} />
        ))}
      </ul>
    </Section>
  );
}

function Payment({ payment }: { payment: OrderPayment }) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  const { amountMinor, tenderedMinor, changeMinor, roundingMinor, reference } = payment;
  const more = [
    tenderedMinor === amountMinor ? null : t('detail.tendered', { amount: money(tenderedMinor) }),
    changeMinor === 0 ? null : t('detail.change', { amount: money(changeMinor) }),
    roundingMinor === 0 ? null : t('detail.rounded', { amount: money(roundingMinor) }),
    reference ? t('detail.reference', { reference }) : null,
  ].filter((part) => part !== null);
  return (
    <li className={styles.payment}>
      <div className={styles.pair}>
        <span className={styles.name}>{payment.label || t(`sell:tender.${payment.kind}`)}</span>
        <span className={styles.amount}>{money(amountMinor)}</span>
      </div>
      {more.length > 0 ? <span className={styles.quiet}>{more.join(' · ')}</span> : null}
    </li>
  );
}
