import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import { Sheet } from '../../../ui/index.ts';
import { Gone } from '../dialogs/gone.tsx';
import { type BegunTender, type SaleView, useTill } from '../till/till-state.ts';
import { PayBody } from './pay-body.tsx';
import { PayFooter, PayHeader } from './pay-sums.tsx';
import { DoneBody, DoneFooter, DoneHeader } from './sale-done.tsx';
import { TENDER_KEYS } from './tenders.ts';
import { usePayment } from './use-payment.ts';

interface PaymentSheetProps {
  sale: SaleView | null;
  begun?: BegunTender | undefined;
  onClose: () => void;
}

/** Taking the money for the open cart; once it is taken, the change and the receipt. */
export function PaymentSheet({ sale, begun, onClose }: PaymentSheetProps) {
  const { t } = useTranslation('sell');
  const done = useTill((state) => state.done);
  const payment = usePayment(done ? null : sale, begun);
  // The news that the cart is closed may come before the answer with the change: the sheet stays until then.
  const last = useRef(sale);
  const next = useRef<HTMLButtonElement>(null);
  if (sale) last.current = sale;
  const shown = sale ?? (payment.busy ? last.current : null);
  useCommands(
    TENDER_KEYS.map(({ kind, icon, shortcut }) => ({
      id: `pay.${kind}`,
      labelKey: `sell:tender.${kind}` as const,
      icon,
      shortcut,
      isAvailable: () => !done && !payment.settled,
      perform: () => payment.setKind(kind),
    })),
    { modal: true },
  );
  if (done) {
    return (
      <Sheet
        opened
        onClose={onClose}
        label={t('pay.doneTitle')}
        header={<DoneHeader done={done} />}
        footer={<DoneFooter done={done} next={next} onNext={onClose} />}
      >
        <DoneBody done={done} next={next} />
      </Sheet>
    );
  }
  // Opened by the key, it may be a moment ahead of the first line.
  if (!shown) return last.current ? <Gone /> : null;
  return (
    <Sheet
      opened
      onClose={onClose}
      label={t('pay.title')}
      header={<PayHeader sale={shown} payment={payment} />}
      footer={<PayFooter payment={payment} onBack={onClose} />}
    >
      <PayBody sale={shown} payment={payment} />
    </Sheet>
  );
}
