import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, Button } from '../../../ui/index.ts';
import type { SaleView } from '../till/till-state.ts';
import styles from './payment.module.css';
import type { Payment } from './use-payment.ts';

export function Sum({
  label,
  text,
  className,
  note,
}: {
  label: string;
  text: string;
  className: string | undefined;
  note?: string | undefined;
}) {
  return (
    <span className={styles.sum}>
      <span className={styles.label}>{label}</span>
      <strong className={`${className} tabular`}>{text}</strong>
      {note ? <span className={styles.label}>{note}</span> : null}
    </span>
  );
}

/** What is to pay, and what of it is still open. */
export function PayHeader({ sale, payment }: { sale: SaleView; payment: Payment }) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const rounded = payment.kind === 'cash' && !payment.settled && sale.cashDueMinor !== sale.remainingMinor;
  return (
    <div className={styles.sums}>
      <Sum label={t('pay.toPay')} text={money(sale.totalMinor)} className={styles.due} />
      {sale.kind === 'training' ? (
        <Badge tone="warning" icon={GraduationCap}>
          {t('training.short')}
        </Badge>
      ) : null}
      {sale.payments.length > 0 ? (
        <Sum label={t('pay.tendered')} text={money(sale.paidMinor)} className={styles.paid} />
      ) : null}
      <Sum
        label={t('pay.stillDue')}
        text={money(rounded ? sale.cashDueMinor : sale.remainingMinor)}
        className={styles.still}
        note={rounded ? t('pay.rounded', { exact: money(sale.remainingMinor) }) : undefined}
      />
    </div>
  );
}

/** What comes of what is being tendered, and the button that takes it. */
export function PayFooter({ payment, onBack }: { payment: Payment; onBack: () => void }) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const { preview, settled, amountMinor } = payment;
  const short = !settled && preview !== undefined && preview.remainingMinor > 0;
  const amount = money(amountMinor ?? 0);
  const label = settled
    ? t('pay.finish')
    : short
      ? t('pay.take', { amount })
      : t('pay.takeAndFinish', { amount });
  return (
    <>
      <span aria-live="polite">
        {short ? (
          <Sum label={t('pay.leftAfter')} text={money(preview.remainingMinor)} className={styles.change} />
        ) : (
          <Sum
            label={t('pay.change')}
            text={money(settled ? 0 : (preview?.changeMinor ?? 0))}
            className={styles.change}
          />
        )}
      </span>
      <span className={styles.spring} />
      <Button size="touch" shortcut="Esc" className={styles.tall} onClick={onBack}>
        {t('common:back')}
      </Button>
      <Button
        size="touch"
        variant="primary"
        shortcut="Enter"
        className={styles.tall}
        loading={payment.busy}
        disabled={amountMinor === undefined}
        onClick={payment.submit}
        data-autofocus
      >
        {label}
      </Button>
    </>
  );
}
