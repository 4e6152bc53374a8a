import { ReceiptText } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { registerPaletteSource } from '../../app/palette-sources.ts';
import { query } from '../../client/client.ts';
import { useMay } from '../session/session.ts';
import { orderName } from './order.ts';

const MOST_FOUND = 5;

/** Orders in Ctrl/⌘ K, by number or customer. Mounted once, for every screen. */
export function OrderPalette({ goTo }: { goTo: (path: string) => void }) {
  const { t } = useTranslation('orders');
  const { money, dateTime } = useFormat();
  const may = useMay('orders.view');
  useEffect(() => {
    if (!may) return;
    return registerPaletteSource({
      id: 'orders',
      search: async (text) => {
        const { rows } = await query('order.list', { text: text.slice(0, 100), limit: MOST_FOUND });
        return rows.map((row) => ({
          id: `order ${row.id}`,
          label: [orderName(row), row.customerName, money(row.totalMinor)].filter(Boolean).join(' · '),
          hint: t('palette.order', { date: dateTime(row.atMs) }),
          icon: ReceiptText,
          perform: () => goTo(`/orders/${row.id}`),
        }));
      },
    });
  }, [may, t, money, dateTime, goTo]);
  return null;
}
