import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, StatCard } from '../../../ui/index.ts';
import type { DayReport } from '../day-report.ts';
import styles from '../today.module.css';

const NOTHING = '–';

/** The four figures of the day. */
export function DayFigures({ report }: { report: DayReport }) {
  const { t } = useTranslation('today');
  const { money, number, rate } = useFormat();
  const { marginMinor, marginPpm } = report;
  return (
    <div className={styles.figures}>
      <StatCard
        label={t('sales')}
        value={money(report.salesMinor)}
        note={<Badge tone="success">{t('netOfRefunds', { amount: money(report.netSalesMinor) })}</Badge>}
      />
      <StatCard
        label={t('receipts')}
        value={number(report.receipts)}
        note={<Badge>{t('average', { amount: money(report.averageMinor) })}</Badge>}
      />
      <StatCard
        label={t('margin')}
        value={marginPpm === null ? NOTHING : rate(toTenths(marginPpm))}
        note={
          marginMinor === null ? (
            <Badge tone="warning">{t('costsMissing')}</Badge>
          ) : (
            <Badge>{t('marginOf', { amount: money(marginMinor) })}</Badge>
          )
        }
      />
      <StatCard
        label={t('refunds')}
        value={money(report.refundsMinor)}
        note={<Badge>{t('refundCount', { count: report.refundReceipts })}</Badge>}
      />
    </div>
  );
}

/** Parts a million to the nearest tenth of a percent: a figure to look at, not to book. */
function toTenths(ppm: number): number {
  return Math.round(ppm / 1000) * 1000;
}
