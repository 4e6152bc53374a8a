import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { type KeyValue, KeyValueList } from '../../../ui/index.ts';
import type { SaleView } from '../till/till-state.ts';
import { discountText } from './discount-text.ts';

const MOST_TAX_ROWS = 2;

/** Subtotal, what was taken off, and the tax in it. */
export function CartTotals({ sale }: { sale: SaleView }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { money } = format;
  const included = sale.taxMode === 'included' ? 'taxIncluded' : 'taxAdded';
  const taxRows: KeyValue[] =
    sale.taxSummary.length <= MOST_TAX_ROWS
      ? sale.taxSummary.map((row) => ({
          id: row.rateId,
          label: t(`totals.${included}`, { name: row.name, rate: format.rate(row.ratePpm) }),
          value: money(row.taxMinor),
          tone: 'quiet',
        }))
      : [{ id: 'tax', label: t(`totals.${included}All`), value: money(sale.taxMinor), tone: 'quiet' }];
  const paid: KeyValue[] =
    sale.payments.length > 0
      ? [{ id: 'paid', label: t('totals.paid'), value: money(sale.paidMinor), tone: 'quiet' }]
      : [];
  return (
    <KeyValueList
      items={[
        {
          id: 'subtotal',
          label: t('totals.subtotal', { count: sale.itemCount }),
          value: money(sale.subtotalMinor),
          tone: 'quiet',
        },
        ...discountRows(),
        ...taxRows,
        ...paid,
      ]}
    />
  );

  function discountRows(): KeyValue[] {
    if (sale.discountMinor === 0) return [];
    const whole = sale.discounts.map((discount) => discountText(discount, format)).join(', ');
    return [
      {
        id: 'discount',
        label: whole || t('totals.discount'),
        value: money(sale.discountMinor),
        tone: 'success',
      },
    ];
  }
}
