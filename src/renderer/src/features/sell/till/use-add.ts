import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { CallError } from '../../../client/call-error.ts';
import { command, query } from '../../../client/client.ts';
import { announce, notify } from '../../../ui/index.ts';
import { runApproved } from '../../session/approval.tsx';
import { playSound } from '../scanner/sounds.ts';
import { askOversell } from './ask-oversell.ts';
import { inOrder } from './in-order.ts';
import { useCartCache } from './till-cart.ts';
import { closeDialog, openDialog, type SaleView, selectLine } from './till-state.ts';

export type Added = 'added' | 'unknown' | 'refused';

/** Putting products into the cart, by code or by choice, with what the person sees and hears of it. */
export function useAdd() {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  const cart = useCartCache();
  return useMemo(() => {
    const tell = ({ sale, lineId }: { sale: SaleView; lineId: string }): Added => {
      cart.show(sale);
      selectLine(lineId);
      playSound('found');
      const line = sale.lines.find(({ id }) => id === lineId);
      if (line)
        announce(
          t('announce.added', {
            name: line.name,
            price: money(line.unitPriceMinor),
            total: money(sale.totalMinor),
          }),
        );
      return 'added';
    };
    const refuse = (
      error: unknown,
      quantityMilli: number | undefined,
      again: () => unknown,
      barcode = '',
    ): Added => {
      const code = error instanceof CallError ? error.code : null;
      const data = error instanceof CallError ? error.data : {};
      if (code === 'barcode.unknown') return 'unknown';
      playSound('refused');
      if (askOversell(error, again)) {
        announce(errorMessage(t, error), { urgent: true });
      } else if (code === 'product.priceNeeded') {
        const productId = String(data['productId'] ?? '');
        const measured = Number(data['quantityMilli'] ?? 0) || quantityMilli;
        openDialog({
          kind: 'priceNeeded',
          productId,
          name: String(data['name'] ?? ''),
          quantityMilli: measured,
        });
      } else if (code === 'barcode.labelUnknown') {
        announce(errorMessage(t, error), { urgent: true });
        openDialog({ kind: 'unknownBarcode', barcode: String(data['itemNumber']), label: barcode });
      } else if (code === 'sale.expired') {
        const [name, expiresOn] = [String(data['name']), String(data['expiresOn'])];
        announce(errorMessage(t, error), { urgent: true });
        openDialog({ kind: 'expired', barcode, name, expiresOn, quantityMilli });
      } else {
        const message = errorMessage(t, error);
        announce(message, { urgent: true });
        notify({ message, tone: 'danger' });
        if (code?.startsWith('sale.')) cart.refresh();
      }
      return 'refused';
    };
    const saleId = () => cart.read()?.id ?? null;

    /** What a code names; 'unknown' is left to the caller. */
    const addCode = (barcode: string, quantityMilli?: number): Promise<Added> =>
      inOrder(async () => {
        try {
          const quantity = quantityMilli === undefined ? {} : { quantityMilli };
          return tell(await command('sale.scanBarcode', { saleId: saleId(), barcode, ...quantity }));
        } catch (error) {
          return refuse(error, quantityMilli, () => addCode(barcode, quantityMilli), barcode);
        }
      });

    /** After the question: sold although expired, by who may or with a colleague's approval. */
    const addExpired = (barcode: string, quantityMilli?: number): Promise<Added> =>
      inOrder(async () => {
        try {
          const quantity = quantityMilli === undefined ? {} : { quantityMilli };
          const input = { saleId: saleId(), barcode, acceptExpired: true, ...quantity };
          const added = await runApproved('sale.scanBarcode', input);
          if (added === null) return 'refused';
          closeDialog();
          return tell(added);
        } catch (error) {
          return refuse(error, quantityMilli, () => addExpired(barcode, quantityMilli), barcode);
        }
      });

    const addProduct = (
      productId: string,
      quantityMilli?: number,
      firstPriceMinor?: number,
    ): Promise<Added> =>
      inOrder(async () => {
        try {
          const added = await runApproved('sale.addProduct', {
            saleId: saleId(),
            productId,
            ...(quantityMilli === undefined ? {} : { quantityMilli }),
            ...(firstPriceMinor === undefined ? {} : { firstPriceMinor }),
          });
          if (added === null) return 'refused';
          if (firstPriceMinor !== undefined) closeDialog();
          return tell(added);
        } catch (error) {
          return refuse(error, quantityMilli, () => addProduct(productId, quantityMilli, firstPriceMinor));
        }
      });

    return {
      addCode,
      addExpired,
      addProduct,
      /** A scanner's code: a product, else a receipt, else a question (R38). */
      scan: async (barcode: string, quantityMilli?: number) => {
        if ((await addCode(barcode, quantityMilli)) !== 'unknown') return;
        const receipt = await query('order.findByNumber', { number: barcode.slice(0, 500) }).catch(
          () => null,
        );
        if (receipt) {
          openDialog({ kind: 'receipt', documentId: receipt.id });
          return;
        }
        playSound('refused');
        announce(t('unknown.announce', { barcode }), { urgent: true });
        openDialog({ kind: 'unknownBarcode', barcode });
      },
    };
  }, [cart, money, t]);
}
