import type { CallOutput } from '../../../../shared/contract/index.ts';

export type OrderRow = CallOutput<'order.list'>['rows'][number];
export type Order = CallOutput<'order.get'>;
export type OrderLine = Order['lines'][number];
export type OrderPayment = Order['payments'][number];
export type OrderState = OrderRow['state'];

/** What a person calls it by: a cart that never closed has only its order number. */
export const orderName = ({ number, orderNumber }: Pick<OrderRow, 'number' | 'orderNumber'>): string =>
  number || orderNumber;

/** Only a document has a receipt. */
export const hasReceipt = ({ kind }: Pick<OrderRow, 'kind'>): boolean => kind !== 'cart';

/** The engine decides; this only keeps the button from promising what it will refuse. */
export const isRefundable = ({
  kind,
  state,
  imported,
}: Pick<OrderRow, 'kind' | 'state' | 'imported'>): boolean =>
  kind === 'sale' && state === 'paid' && !imported;
