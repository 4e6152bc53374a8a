import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, notify } from '../../../ui/index.ts';
import type { Order } from '../order.ts';
import type { ReceiptActions } from '../use-receipt-actions.ts';
import styles from './order-view.module.css';

const LOOK_AGAIN_MS = 1000;
const UNDER_WAY = new Set(['print.queued', 'print.printing']);
const TROUBLE = new Set(['print.failed', 'print.uncertain']);

/** Tells when the last print of this receipt went wrong, why, and what to do; looks again while one is under way. */
export function PrintTrouble({
  order,
  refresh,
  actions,
}: {
  order: Order;
  refresh: () => void;
  actions: ReceiptActions;
}) {
  const { t } = useTranslation('orders');
  const retry = useCommand('printer.retryJob');
  const last = order.timeline.findLast(({ kind }) => kind.startsWith('print.'));
  const waiting = last !== undefined && UNDER_WAY.has(last.kind);
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setInterval(refresh, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [waiting, refresh]);
  if (!last || !TROUBLE.has(last.kind)) return null;
  const { jobId, errorCode } = last.details;
  const printAgain = () =>
    retry.mutate(
      { id: String(jobId) },
      {
        onSuccess: refresh,
        onError: (error) => notify({ message: errorMessage(t, error), tone: 'danger' }),
      },
    );
  return (
    <div className={styles.trouble} role="alert">
      <TriangleAlert size={18} strokeWidth={1.75} aria-hidden className={styles.troubleIcon} />
      <div className={styles.troubleWords}>
        <strong>{t(`timeline.${last.kind}`)}</strong>
        {typeof errorCode === 'string' ? <span>{errorMessage(t, { code: errorCode })}</span> : null}
        <div className={styles.troubleActions}>
          <Button loading={retry.isPending} onClick={printAgain}>
            {t('action.retry')}
          </Button>
          <Button variant="quiet" onClick={actions.systemPrint}>
            {t('action.systemPrint')}
          </Button>
        </div>
      </div>
    </div>
  );
}
