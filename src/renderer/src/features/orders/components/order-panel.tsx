import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { QueryState, SidePanel, Tabs } from '../../../ui/index.ts';
import { hasReceipt, type Order, orderName } from '../order.ts';
import { ReceiptView } from '../receipt/receipt-view.tsx';
import { RefundDialog } from '../refund/refund-dialog.tsx';
import { useReceiptActions } from '../use-receipt-actions.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderDetail } from './order-detail.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import styles from './order-view.module.css';
import { PrintTrouble } from './print-trouble.tsx';

interface OrderPanelProps {
  id: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One order beside the list. */
export function OrderPanel({ id, onOpen, onClose }: OrderPanelProps) {
  const { t } = useTranslation('orders');
  const order = useCall('order.get', { id });
  const actions = useReceiptActions(id);
  const [refunding, setRefunding] = useState(false);
  const { data } = order;
  return (
    <div className={styles.panel}>
      <SidePanel
        title={data ? titleOf(data, t) : t('common:loading')}
        onClose={onClose}
        actions={
          data ? (
            <OrderActions order={data} actions={actions} onRefund={() => setRefunding(true)} inPanel />
          ) : null
        }
      >
        <QueryState query={order} skeleton={{ rows: 8 }} describeError={(error) => errorMessage(t, error)}>
          {(full) => (
            <>
              <PrintTrouble order={full} refresh={order.refetch} actions={actions} />
              <OrderTabs order={full} onOpen={onOpen} />
            </>
          )}
        </QueryState>
      </SidePanel>
      {data && refunding ? (
        <RefundDialog order={data} onClose={() => setRefunding(false)} onRefunded={onOpen} />
      ) : null}
    </div>
  );
}

export function titleOf(order: Order, t: TFunction<'orders'>): string {
  return order.kind === 'cart' ? t('detail.cart', { number: order.orderNumber }) : orderName(order);
}

function OrderTabs({ order, onOpen }: { order: Order; onOpen: (id: string) => void }) {
  const { t } = useTranslation('orders');
  const [tab, setTab] = useState('details');
  const details = {
    value: 'details',
    label: t('detail.details'),
    content: (
      <div className={styles.stack}>
        <OrderDetail order={order} onOpen={onOpen} />
      </div>
    ),
  };
  const receipt = { value: 'receipt', label: t('detail.receipt'), content: <ReceiptView order={order} /> };
  const history = { value: 'history', label: t('detail.history'), content: <OrderTimeline order={order} /> };
  return (
    <Tabs
      label={t('detail.views')}
      items={hasReceipt(order) ? [details, receipt, history] : [details, history]}
      value={tab}
      onChange={setTab}
    />
  );
}
