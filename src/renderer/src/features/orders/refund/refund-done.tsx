import { CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { useReceiptActions } from '../use-receipt-actions.ts';
import styles from './refund.module.css';
import type { Refunded } from './refund-dialog.tsx';

interface RefundDoneProps {
  done: Refunded;
  onShow: () => void;
  onClose: () => void;
}

/** A refund's payments are negative, as all that leaves the shop; a person hands over a plain amount. */
const handedOver = ({ tenderedMinor }: Refunded['payments'][number]): number => Math.abs(tenderedMinor);

/** What to hand over, as large as it gets; then the refund's own document. */
export function RefundDone({ done, onShow, onClose }: RefundDoneProps) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  const { print, busy } = useReceiptActions(done.documentId);
  const finish = () => {
    onClose();
    onShow();
  };
  return (
    <Dialog
      opened
      onClose={finish}
      title={t('refund.doneTitle')}
      actions={
        <>
          <Button size="touch" icon={Printer} loading={busy === 'print'} onClick={print}>
            {t('action.print')}
          </Button>
          <Button size="touch" variant="primary" onClick={finish} autoFocus data-autofocus>
            {t('refund.show')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.done}>
          <CircleCheck size={24} strokeWidth={1.75} aria-hidden className={styles.doneIcon} />
          {t('refund.doneNumber', { number: done.fiscalNumber })}
        </p>
        <section className={styles.stack} aria-label={t('refund.giveBack')}>
          <span className={styles.label}>{t('refund.giveBack')}</span>
          {done.payments.map((payment) => (
            <div key={payment.id} className={styles.handOver}>
              <span>{payment.label || t(`sell:tender.${payment.kind}`)}</span>
              <strong className={`${styles.large} tabular`}>{money(handedOver(payment))}</strong>
            </div>
          ))}
        </section>
      </div>
    </Dialog>
  );
}
