import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, ExternalLink, FileDown, MonitorUp, Printer, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import { Button, IconButton, Menu, type MenuItem } from '../../../ui/index.ts';
import { hasReceipt, isRefundable, type Order } from '../order.ts';
import { useHasPrinter } from '../use-has-printer.ts';
import type { ReceiptActions } from '../use-receipt-actions.ts';

interface OrderActionsProps {
  order: Order;
  actions: ReceiptActions;
  onRefund: () => void;
  /** Beside the list: offers the order as a page of its own. */
  inPanel?: boolean;
}

/** Print (or save as PDF where this till has no printer), refund and what else can be done with an order; each on its key, too. */
export function OrderActions({ order, actions, onRefund, inPanel = false }: OrderActionsProps) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const openPage = () => void navigate({ to: '/orders/$orderId', params: { orderId: order.id } } as never);
  const hasPrinter = useHasPrinter();
  const print = hasPrinter ? actions.print : actions.systemPrint;
  const receipt = hasReceipt(order);
  const refundable = isRefundable(order);
  useCommands([
    {
      id: 'orders.print',
      labelKey: 'orders:commands.print',
      icon: Printer,
      shortcut: '$mod+P',
      isAvailable: () => receipt,
      perform: print,
    },
    {
      id: 'orders.pdf',
      labelKey: 'orders:commands.pdf',
      icon: FileDown,
      isAvailable: () => receipt,
      perform: actions.pdf,
    },
    {
      id: 'orders.refund',
      labelKey: 'orders:commands.refund',
      icon: Undo2,
      shortcut: 'F8',
      isAvailable: () => refundable,
      perform: onRefund,
    },
  ]);
  const more: MenuItem[] = [
    ...(receipt
      ? [
          ...(hasPrinter
            ? [{ id: 'pdf', label: t('action.pdf'), icon: FileDown, onSelect: actions.pdf }]
            : []),
          { id: 'system', label: t('action.systemPrint'), icon: MonitorUp, onSelect: actions.systemPrint },
        ]
      : []),
    ...(inPanel
      ? [
          {
            id: 'open',
            label: t('detail.open'),
            icon: ExternalLink,
            onSelect: openPage,
          },
        ]
      : []),
  ];
  return (
    <>
      {refundable ? (
        <Button icon={Undo2} shortcut="F8" onClick={onRefund}>
          {t('action.refund')}
        </Button>
      ) : null}
      {receipt ? (
        <Button
          icon={hasPrinter ? Printer : FileDown}
          variant="primary"
          loading={actions.busy === (hasPrinter ? 'print' : 'pdf')}
          onClick={hasPrinter ? actions.print : actions.pdf}
        >
          {t(hasPrinter ? 'action.print' : 'action.pdf')}
        </Button>
      ) : null}
      {receipt || !inPanel ? null : (
        <Button icon={ExternalLink} onClick={openPage}>
          {t('detail.open')}
        </Button>
      )}
      {receipt && more.length > 0 ? (
        <Menu
          items={more}
          trigger={<IconButton icon={Ellipsis} label={t('action.more')} variant="secondary" />}
        />
      ) : null}
    </>
  );
}
