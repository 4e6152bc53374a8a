import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Card, KeyValueList } from '../../../ui/index.ts';
import { useMay } from '../../session/session.ts';
import type { DayReport } from '../day-report.ts';
import styles from '../today.module.css';
import { SumTable } from './sum-table.tsx';

/** What came and went by tender, tax and person; the drawer; what else there was. */
export function DaySums({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money } = useFormat();
  return (
    <div className={styles.sums}>
      <Card title={t('tenders')} note={<DayOrders day={report.businessDay} />}>
        <SumTable
          label={t('tenders')}
          columns={[t('tender'), t('in'), t('out')]}
          rows={report.tenders.map((tender) => ({
            id: `${tender.kind} ${tender.label}`,
            name: tender.label || t(`sell:tender.${tender.kind}`),
            values: [money(tender.inMinor), tender.outMinor === 0 ? '–' : money(tender.outMinor)],
          }))}
        />
      </Card>
      <Card
        title={t('cashInDrawer')}
        note={<strong className={styles.drawer}>{money(report.cashInDrawerMinor)}</strong>}
      >
        <p className={styles.quiet}>{t('cashHint')}</p>
      </Card>
      <Taxes report={report} />
      <Staff report={report} />
      <Besides report={report} />
    </div>
  );
}

/** The receipts behind the figures. */
function DayOrders({ day }: { day: string }) {
  const { t } = useTranslation('today');
  const mayLook = useMay('orders.view');
  if (!mayLook) return null;
  return (
    <Link to="/orders" search={{ period: 'custom', from: day, until: day } as never} className={styles.link}>
      {t('seeOrders')}
    </Link>
  );
}

function Taxes({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money, rate } = useFormat();
  return (
    <Card title={t('taxes')} note={money(report.taxMinor)}>
      {report.taxes.length === 0 ? (
        <p className={styles.quiet}>{t('noTax')}</p>
      ) : (
        <SumTable
          label={t('taxes')}
          columns={[t('taxRate'), t('base'), t('taxAmount')]}
          rows={report.taxes.map((tax) => ({
            id: `${tax.name} ${tax.ratePpm}`,
            name: `${tax.name} ${rate(tax.ratePpm)}`,
            values: [money(tax.baseMinor), money(tax.taxMinor)],
          }))}
        />
      )}
    </Card>
  );
}

function Staff({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money, number } = useFormat();
  if (report.staff.length === 0) return null;
  return (
    <Card title={t('staff')}>
      <SumTable
        label={t('staff')}
        columns={[t('person'), t('receipts'), t('sales')]}
        rows={report.staff.map(({ name, receipts, salesMinor }) => ({
          id: name,
          name,
          values: [number(receipts), money(salesMinor)],
        }))}
      />
    </Card>
  );
}

function Besides({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money, number } = useFormat();
  return (
    <Card title={t('alsoTitle')}>
      <KeyValueList
        items={[
          { id: 'discounts', label: t('discounts'), value: money(report.discountMinor) },
          { id: 'rounding', label: t('rounding'), value: money(report.roundingMinor) },
          { id: 'voided', label: t('voided'), value: number(report.voidedCarts) },
        ]}
      />
    </Card>
  );
}
