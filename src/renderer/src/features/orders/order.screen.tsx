import { useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCall } from '../../client/hooks.ts';
import { Button, Card, PageHeader, QueryState } from '../../ui/index.ts';
import { OrderActions } from './components/order-actions.tsx';
import { OrderDetail } from './components/order-detail.tsx';
import { titleOf } from './components/order-panel.tsx';
import { OrderTimeline } from './components/order-timeline.tsx';
import styles from './components/order-view.module.css';
import { PrintTrouble } from './components/print-trouble.tsx';
import { hasReceipt } from './order.ts';
import { ReceiptView } from './receipt/receipt-view.tsx';
import { RefundDialog } from './refund/refund-dialog.tsx';
import { useReceiptActions } from './use-receipt-actions.ts';

/** One order as a page of its own, with its receipt and history beside it. */
export function OrderScreen() {
  const { orderId = '' }: { orderId?: string } = useParams({ strict: false });
  return <OrderPage key={orderId} id={orderId} />;
}

function OrderPage({ id }: { id: string }) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const order = useCall('order.get', { id });
  const actions = useReceiptActions(id);
  const [refunding, setRefunding] = useState(false);
  const open = (orderId: string) => void navigate({ to: '/orders/$orderId', params: { orderId } } as never);
  const { data } = order;
  return (
    <>
      <PageHeader
        title={data ? titleOf(data, t) : t('title')}
        actions={
          <>
            <Button icon={ArrowLeft} onClick={() => void navigate({ to: '/orders' })}>
              {t('detail.back')}
            </Button>
            {data ? (
              <OrderActions order={data} actions={actions} onRefund={() => setRefunding(true)} />
            ) : null}
          </>
        }
      />
      <QueryState query={order} skeleton={{ rows: 10 }} describeError={(error) => errorMessage(t, error)}>
        {(full) => (
          <div className={styles.page}>
            <Card title={t('detail.details')}>
              <div className={styles.stack}>
                <PrintTrouble order={full} refresh={order.refetch} actions={actions} />
                <OrderDetail order={full} onOpen={open} />
              </div>
            </Card>
            <div className={styles.stack}>
              {hasReceipt(full) ? (
                <Card title={t('detail.receipt')}>
                  <ReceiptView order={full} />
                </Card>
              ) : null}
              <Card title={t('detail.history')}>
                <OrderTimeline order={full} />
              </Card>
            </div>
          </div>
        )}
      </QueryState>
      {data && refunding ? (
        <RefundDialog order={data} onClose={() => setRefunding(false)} onRefunded={open} />
      ) : null}
    </>
  );
}
