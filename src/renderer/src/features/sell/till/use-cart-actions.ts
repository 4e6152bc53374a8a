import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { type CommandInput, command } from '../../../client/client.ts';
import { announce, notify } from '../../../ui/index.ts';
import { runApproved } from '../../session/approval.tsx';
import { useCartCache } from './till-cart.ts';
import { closeDialog, type SaleView, selectLine } from './till-state.ts';
import { useAttempt } from './use-attempt.ts';

type Discount = CommandInput<'sale.setDiscount'>['discount'];

/** What can be done to the cart as a whole. Each answers whether it was done. */
export function useCartActions() {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const cart = useCartCache();
  const attempt = useAttempt();
  return useMemo(() => {
    const saleId = () => cart.read()?.id ?? '';
    const show = (sale: SaleView | null) => {
      if (sale === null) return false;
      cart.show(sale);
      closeDialog();
      return true;
    };
    /** The cart left this till; the next customer starts fresh. */
    const away = (sale: SaleView | null, message: string) => {
      if (!show(sale)) return false;
      selectLine(null);
      cart.refresh();
      announce(message);
      notify({ message, tone: 'success' });
      return true;
    };
    const here = (sale: SaleView | null) => {
      selectLine(null);
      const shown = show(sale);
      if (sale)
        announce(
          t('announce.recalled', { label: sale.label || sale.orderNumber, total: money(sale.totalMinor) }),
        );
      cart.refresh();
      return shown;
    };
    return {
      hold: async (label: string) =>
        away(
          await attempt(() => command('sale.hold', { saleId: saleId(), label })),
          t(label === '' ? 'hold.done' : 'hold.doneNamed', { label }),
        ),
      recall: async (id: string) => here(await attempt(() => command('sale.recall', { saleId: id }))),
      takeOver: async (id: string) => here(await attempt(() => runApproved('sale.takeOver', { saleId: id }))),
      voidSale: async (reason: string) =>
        away(await attempt(() => runApproved('sale.void', { saleId: saleId(), reason })), t('void.done')),
      setCustomer: async (customerId: string | null) =>
        show(
          await attempt(() => command('sale.setCustomer', { saleId: cart.read()?.id ?? null, customerId })),
        ),
      answerAge: async (years: number, oldEnough: boolean) => {
        const sale = await attempt(() => command('sale.answerAge', { saleId: saleId(), years, oldEnough }));
        if (!oldEnough) selectLine(null);
        if (sale) cart.show(sale);
        else cart.refresh();
      },
      setDiscount: async (discount: Discount, reason: string) =>
        show(await attempt(() => runApproved('sale.setDiscount', { saleId: saleId(), discount, reason }))),
      setTraining: async (training: boolean) =>
        show(
          await attempt(() => runApproved('sale.setTraining', { saleId: cart.read()?.id ?? null, training })),
        ),
      setTaxContext: async (context: SaleView['taxContext']) =>
        show(
          await attempt(() => command('sale.setTaxContext', { saleId: cart.read()?.id ?? null, context })),
        ),
      openDrawer: async (reason: string) => {
        const opened = await attempt(() => runApproved('printer.openDrawer', { reason }));
        if (opened === null) return false;
        closeDialog();
        notify({ message: t('drawer.done'), tone: 'success' });
        return true;
      },
    };
  }, [attempt, cart, money, t]);
}
