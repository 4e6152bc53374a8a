import { useNavigate } from '@tanstack/react-router';
import {
  Archive,
  Ban,
  GraduationCap,
  HandCoins,
  Inbox,
  Pause,
  Pencil,
  Percent,
  ReceiptText,
  ShoppingBag,
  Trash2,
  Undo2,
  UserRound,
} from 'lucide-react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../app/commands.ts';
import { holdingKeys } from '../../../app/held-keys.ts';
import { query } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { notify } from '../../../ui/index.ts';
import { afterAll } from './in-order.ts';
import { useCartCache } from './till-cart.ts';
import { currentLine, openDialog, type SaleView, useTill } from './till-state.ts';
import { useCartActions } from './use-cart-actions.ts';
import { useLineActions } from './use-line-actions.ts';

/** Every act of the till as one object: its key, its words, when it can be done, and doing it. */
export function useTillCommands(sale: SaleView | null): Record<TillCommandId, Command> {
  const { t } = useTranslation('sell');
  const navigate = useNavigate();
  const cartCache = useCartCache();
  const cart = useCartActions();
  const lines = useLineActions();
  const line = useTill((state) => currentLine(sale, state.selectedLineId));
  const filled = sale !== null && sale.lines.length > 0;
  const hasTakeaway = useHasTakeaway();
  const hasLine = () => line !== null;
  const hasLines = () => filled;
  const withLine = (act: (lineId: string) => void) => () => line && act(line.id);

  const showLastReceipt = async () => {
    const known = useTill.getState().lastDocumentId;
    const documentId = known ?? (await findLastDocument());
    if (documentId) openDialog({ kind: 'receipt', documentId });
    else notify({ message: t('receipt.none') });
  };

  // Never refused beforehand: the scan just made may still be on its way into the cart. It may also have raised a
  // question, which is answered first.
  const charge = () =>
    holdingKeys(() =>
      afterAll(async () => {
        if (useTill.getState().dialog !== null) return false;
        const open = cartCache.read();
        if (open?.lines.length) flushSync(() => openDialog({ kind: 'payment' }));
        else notify({ message: t('cart.emptyHint') });
        return open?.ageCheck == null;
      }),
    );

  return {
    customer: {
      id: 'sell.customer',
      labelKey: 'sell:commands.customer',
      icon: UserRound,
      shortcut: 'F2',
      perform: () => openDialog({ kind: 'customer', text: '' }),
    },
    line: {
      id: 'sell.line',
      labelKey: 'sell:commands.line',
      icon: Pencil,
      shortcut: 'F3',
      isAvailable: hasLine,
      perform: withLine((lineId) => openDialog({ kind: 'line', lineId })),
    },
    hold: {
      id: 'sell.hold',
      labelKey: 'sell:commands.hold',
      icon: Pause,
      shortcut: 'F4',
      isAvailable: hasLines,
      perform: () => openDialog({ kind: 'hold' }),
    },
    carts: {
      id: 'sell.carts',
      labelKey: 'sell:commands.carts',
      icon: Archive,
      shortcut: 'F5',
      perform: () => openDialog({ kind: 'carts' }),
    },
    discount: {
      id: 'sell.discount',
      labelKey: 'sell:commands.discount',
      icon: Percent,
      shortcut: 'F6',
      isAvailable: hasLines,
      perform: () => openDialog({ kind: 'discount' }),
    },
    remove: {
      id: 'sell.remove',
      labelKey: 'sell:commands.remove',
      icon: Trash2,
      shortcut: 'F7',
      isAvailable: hasLine,
      perform: withLine((lineId) => void lines.remove(lineId)),
    },
    refund: {
      id: 'sell.return',
      labelKey: 'sell:commands.return',
      icon: Undo2,
      shortcut: 'F8',
      perform: () => void navigate({ to: '/orders', search: { find: '1' } as never }),
    },
    drawer: {
      id: 'sell.drawer',
      labelKey: 'sell:commands.drawer',
      icon: Inbox,
      shortcut: 'F9',
      perform: () => openDialog({ kind: 'drawer' }),
    },
    lastReceipt: {
      id: 'sell.lastReceipt',
      labelKey: 'sell:commands.lastReceipt',
      icon: ReceiptText,
      shortcut: 'F10',
      perform: () => void showLastReceipt(),
    },
    charge: {
      id: 'sell.charge',
      labelKey: 'sell:commands.charge',
      icon: HandCoins,
      shortcut: 'F12',
      perform: () => void charge(),
    },
    training: {
      id: 'sell.training',
      labelKey: sale?.kind === 'training' ? 'sell:commands.trainingEnd' : 'sell:commands.training',
      icon: GraduationCap,
      isAvailable: () => !filled,
      perform: () => void cart.setTraining(sale?.kind !== 'training'),
    },
    takeaway: {
      id: 'sell.takeaway',
      labelKey: sale?.taxContext === 'takeaway' ? 'sell:commands.takeawayEnd' : 'sell:commands.takeaway',
      icon: ShoppingBag,
      isAvailable: () => hasTakeaway,
      perform: () => void cart.setTaxContext(sale?.taxContext === 'takeaway' ? 'default' : 'takeaway'),
    },
    void: {
      id: 'sell.void',
      labelKey: 'sell:commands.void',
      icon: Ban,
      shortcut: '$mod+Backspace',
      isAvailable: hasLines,
      perform: () => openDialog({ kind: 'void' }),
    },
  };
}

/** Whether this shop taxes goods that are taken away in a way of their own today. */
export function useHasTakeaway(): boolean {
  const { data = [] } = useCall('tax.listCategories', {});
  return data.some(({ archived, schedule }) =>
    schedule.some(({ context, state }) => !archived && context === 'takeaway' && state === 'current'),
  );
}

export type TillCommandId =
  | 'customer'
  | 'line'
  | 'hold'
  | 'carts'
  | 'discount'
  | 'remove'
  | 'refund'
  | 'drawer'
  | 'lastReceipt'
  | 'charge'
  | 'training'
  | 'takeaway'
  | 'void';

async function findLastDocument(): Promise<string | null> {
  const page = await query('order.list', { limit: 20 }).catch(() => null);
  return page?.rows.find((order) => order.kind === 'sale')?.id ?? null;
}
