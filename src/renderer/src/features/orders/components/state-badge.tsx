import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/index.ts';
import type { OrderRow, OrderState } from '../order.ts';

const TONES: Readonly<Record<OrderState, Tone>> = {
  paid: 'success',
  partlyRefunded: 'warning',
  refunded: 'warning',
  refund: 'danger',
  training: 'accent',
  voided: 'neutral',
  open: 'neutral',
  held: 'neutral',
};

/** Of imported history the state says first that it is that. */
export function StateBadge({ order }: { order: Pick<OrderRow, 'state' | 'imported'> }) {
  const { t } = useTranslation('orders');
  const { state, imported } = order;
  if (imported) {
    const returned = state === 'refund';
    return (
      <Badge tone={returned ? 'danger' : 'neutral'}>
        {t(returned ? 'state.importedRefund' : 'state.imported')}
      </Badge>
    );
  }
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
