import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import type { CommandInput } from '../../../client/client.ts';
import { command } from '../../../client/client.ts';
import { announce, notify } from '../../../ui/index.ts';
import { runApproved } from '../../session/approval.tsx';
import { useCartCache } from './till-cart.ts';
import { type SaleLine, type SaleView, selectLine } from './till-state.ts';
import { useAttempt } from './use-attempt.ts';

type Discount = CommandInput<'sale.setDiscount'>['discount'];
type Changed = { sale: SaleView; lineId: string };

const ONE_MILLI = 1000;
const TENTH_MILLI = 100;

/** One step of − and +: a piece, or a tenth of what is weighed or measured. */
export const stepOf = (line: SaleLine): number => (line.unit === 'each' ? ONE_MILLI : TENTH_MILLI);

/** What can be done to one line of the cart. Each answers whether it was done. */
export function useLineActions() {
  const { t } = useTranslation('sell');
  const { money, quantity } = useFormat();
  const cart = useCartCache();
  const attempt = useAttempt();
  return useMemo(() => {
    const show = (changed: Changed | null) => {
      if (changed === null) return false;
      cart.show(changed.sale);
      selectLine(changed.lineId);
      return true;
    };
    const find = (lineId: string) => cart.read()?.lines.find((line) => line.id === lineId);
    const ref = (lineId: string) => ({ saleId: cart.read()?.id ?? '', lineId });
    const tell = (changed: Changed | null) => {
      const line = changed?.sale.lines.find(({ id }) => id === changed.lineId);
      if (changed && line)
        announce(
          t('announce.quantity', {
            name: line.name,
            quantity: quantity(line.quantityMilli),
            total: money(changed.sale.totalMinor),
          }),
        );
      return show(changed);
    };

    const setQuantity = async (lineId: string, quantityMilli: number): Promise<boolean> =>
      tell(
        await attempt(
          () => command('sale.setQuantity', { ...ref(lineId), quantityMilli }),
          () => setQuantity(lineId, quantityMilli),
        ),
      );

    const remove = async (lineId: string) => {
      const line = find(lineId);
      const sale = await attempt(() => command('sale.removeLine', ref(lineId)));
      if (sale === null) return false;
      cart.show(sale);
      selectLine(null);
      const message = t('line.removed', { name: line?.name ?? '' });
      announce(message);
      notify({
        message,
        undo: () => void attempt(() => command('sale.restoreLine', { saleId: sale.id, lineId })).then(show),
      });
      return true;
    };

    /** One step more or less of what the line holds when its turn comes; taking the last takes the line. */
    const step = async (lineId: string, direction: 1 | -1): Promise<boolean> => {
      const changed = await attempt(
        async () => {
          const line = find(lineId);
          if (!line) return null;
          const quantityMilli = line.quantityMilli + direction * stepOf(line);
          return quantityMilli > 0
            ? command('sale.setQuantity', { ...ref(lineId), quantityMilli })
            : ('empty' as const);
        },
        () => step(lineId, direction),
      );
      return changed === 'empty' ? remove(lineId) : tell(changed);
    };

    return {
      setQuantity,
      remove,
      step,
      setPrice: async (lineId: string, unitPriceMinor: number, reason: string) =>
        show(await attempt(() => runApproved('sale.setPrice', { ...ref(lineId), unitPriceMinor, reason }))),
      setDiscount: async (lineId: string, discount: Discount, reason: string) =>
        show(await attempt(() => runApproved('sale.setLineDiscount', { ...ref(lineId), discount, reason }))),
      setNote: async (lineId: string, note: string) =>
        show(await attempt(() => command('sale.setLineNote', { ...ref(lineId), note }))),
    };
  }, [attempt, cart, money, quantity, t]);
}
