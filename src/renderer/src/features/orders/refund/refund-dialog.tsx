import { Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { useCommands } from '../../../app/commands.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { announce, Button, Dialog, Segmented } from '../../../ui/index.ts';
import { useApproved } from '../../session/approval.tsx';
import { type Order, orderName } from '../order.ts';
import { PaidBack } from './paid-back.tsx';
import styles from './refund.module.css';
import { RefundDone } from './refund-done.tsx';
import { RefundReason } from './refund-reason.tsx';

type Disposition = 'resell' | 'damaged';
export type Refunded = CallOutput<'order.refund'>;

interface RefundDialogProps {
  order: Order;
  onClose: () => void;
  /** Opens the refund's own document. */
  onRefunded: (documentId: string) => void;
}

/** Gives a whole sale back: why, what becomes of the goods, what goes back to which tender; then what to hand over. */
export function RefundDialog({ order, onClose, onRefunded }: RefundDialogProps) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  const [reason, setReason] = useState<string>(t('refund.reasons.first'));
  const [disposition, setDisposition] = useState<Disposition>('resell');
  const [references, setReferences] = useState<Record<string, string>>({});
  const { refund, busy, error, done } = useRefund(order);
  const submit = () => {
    if (reason.trim() !== '') refund({ reason: reason.trim(), disposition, references });
  };
  useCommands(
    [
      {
        id: 'orders.confirmRefund',
        labelKey: 'orders:commands.refund',
        icon: Undo2,
        shortcut: 'F12',
        isAvailable: () => done === null,
        perform: submit,
      },
    ],
    { modal: true },
  );
  if (done) return <RefundDone done={done} onShow={() => onRefunded(done.documentId)} onClose={onClose} />;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('refund.title', { number: orderName(order) })}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            form="refund"
            size="touch"
            variant="primary"
            shortcut="F12"
            loading={busy}
            disabled={reason.trim() === ''}
          >
            {t('refund.confirm', { amount: money(order.totalMinor) })}
          </Button>
        </>
      }
    >
      <form
        id="refund"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.quiet}>{t('refund.hint')}</p>
        <RefundReason value={reason} onChange={setReason} />
        <div className={styles.stack}>
          <span className={styles.label}>{t('refund.goods')}</span>
          <Segmented<Disposition>
            label={t('refund.goods')}
            size="touch"
            options={[
              { value: 'resell', label: t('refund.resell') },
              { value: 'damaged', label: t('refund.damaged') },
            ]}
            value={disposition}
            onChange={setDisposition}
          />
          <span className={styles.quiet}>{t(`refund.${disposition}Hint`)}</span>
        </div>
        <PaidBack payments={order.payments} references={references} onChange={setReferences} />
        {error ? (
          <p role="alert" className={styles.error}>
            {errorMessage(t, error)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

interface Wish {
  reason: string;
  disposition: Disposition;
  references: Readonly<Record<string, string>>;
}

/** The refund, once, approved by a colleague where that is needed. */
function useRefund(order: Order) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  const perform = useApproved('order.refund');
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<Refunded | null>(null);
  const refund = ({ reason, disposition, references }: Wish) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    const given = Object.fromEntries(Object.entries(references).filter(([, text]) => text.trim() !== ''));
    perform({ id: order.id, reason, disposition, references: given })
      .then((answer) => {
        if (answer) announce(t('refund.announce', { amount: money(Math.abs(answer.totalMinor)) }));
        setDone(answer);
      }, setError)
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };
  return { refund, busy, error, done };
}
