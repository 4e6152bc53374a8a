import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { type KeyValue, KeyValueList } from '../../../ui/index.ts';
import type { Order } from '../order.ts';
import styles from './detail.module.css';
import { Section } from './section.tsx';

/** From subtotal to total, and the taxes in it. */
export function OrderTotals({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  const row = (id: string, label: string, minor: number): KeyValue => ({
    id,
    label,
    value: money(minor),
    tone: 'quiet',
  });
  const items: KeyValue[] = [
    row('subtotal', t('detail.subtotal'), order.subtotalMinor),
    ...(order.discountMinor === 0 ? [] : [row('discount', t('detail.discount'), order.discountMinor)]),
    row('tax', t(order.taxMode === 'included' ? 'detail.taxIncluded' : 'detail.taxAdded'), order.taxMinor),
    ...(order.roundingMinor === 0 ? [] : [row('rounding', t('detail.rounding'), order.roundingMinor)]),
    { id: 'total', label: t('detail.total'), value: money(order.totalMinor), tone: 'strong' },
  ];
  return (
    <>
      <KeyValueList items={items} />
      {order.taxSummary.length > 0 ? <TaxTable order={order} /> : null}
    </>
  );
}

function TaxTable({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { money, rate } = useFormat();
  return (
    <Section title={t('detail.taxTable')}>
      <table className={styles.table} aria-label={t('detail.taxTable')}>
        <thead>
          <tr>
            <th scope="col">{t('detail.taxName')}</th>
            <th scope="col">{t('detail.taxBase')}</th>
            <th scope="col">{t('detail.taxAmount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.taxSummary.map((tax) => (
            <tr key={`${tax.rateId} ${tax.ratePpm}`}>
              <th scope="row">
                {tax.name} {rate(tax.ratePpm)}
              </th>
              <td>{money(tax.baseMinor)}</td>
              <td>{money(tax.taxMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
