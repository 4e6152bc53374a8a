import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { TextField } from '../../../ui/index.ts';
import type { OrderPayment } from '../order.ts';
import styles from './refund.module.css';

interface PaidBackProps {
  payments: readonly OrderPayment[];
  /** By payment id. */
  references: Readonly<Record<string, string>>;
  onChange: (references: Record<string, string>) => void;
}

/** What goes back to which tender, and the number on each refund slip. */
export function PaidBack({ payments, references, onChange }: PaidBackProps) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  return (
    <section className={styles.stack} aria-label={t('refund.back')}>
      <span className={styles.label}>{t('refund.back')}</span>
      {payments.map((payment) => {
        const tender = payment.label || t(`sell:tender.${payment.kind}`);
        const amount = money(payment.amountMinor);
        return (
          <div key={payment.id} className={styles.payment}>
            <div className={styles.pair}>
              <span>
                <strong>{tender}</strong>{' '}
                <span className={styles.quiet}>{t(`refund.${howBack(payment)}`)}</span>
              </span>
              <strong className="tabular">{amount}</strong>
            </div>
            {payment.kind === 'cash' ? null : (
              <TextField
                label={t('refund.referenceFor', { amount, tender })}
                labelHidden
                placeholder={t('refund.reference')}
                hint={t('refund.referenceHint')}
                size="touch"
                maxLength={80}
                value={references[payment.id] ?? ''}
                onChange={(text) => onChange({ ...references, [payment.id]: text })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

function howBack({ kind, roundingMinor }: OrderPayment): string {
  if (kind === 'card') return 'onTerminal';
  if (kind !== 'cash') return 'byHand';
  return roundingMinor === 0 ? 'inCash' : 'roundedInCash';
}
