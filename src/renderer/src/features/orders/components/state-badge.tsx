import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/index.ts';
import type { OrderState } from '../order.ts';

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

export function StateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation('orders');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
