import { useNavigate } from '@tanstack/react-router';
import { LayoutDashboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useUrlFilters } from '../../app/url-filters.ts';
import { useCall } from '../../client/hooks.ts';
import { Button, EmptyState, PageHeader, QueryState } from '../../ui/index.ts';
import { useMay } from '../session/session.ts';
import { DayFigures } from './components/day-figures.tsx';
import { DayPicker } from './components/day-picker.tsx';
import { DaySales } from './components/day-sales.tsx';
import { DaySums } from './components/day-sums.tsx';
import type { DayReport } from './day-report.ts';
import styles from './today.module.css';

const NO_DAY = { day: '' };

/** One business day at a glance: what came in, when, for what, and by whom. */
export function TodayScreen() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [{ day }, change] = useUrlFilters(NO_DAY);
  const report = useCall('report.today', { businessDay: day === '' ? null : day }, { keepPrevious: true });
  const names = report.data?.staff.map(({ name }) => name) ?? [];
  const importedReceipts = report.data?.importedReceipts ?? 0;
  const atTheTill = names.length > 0 ? t('atTheTill', { names: listText(format.locale, names) }) : undefined;
  return (
    <>
      <PageHeader
        title={
          report.data
            ? format.businessDay(report.data.businessDay, { withYear: !report.data.isToday })
            : t('nav')
        }
        subtitle={importedReceipts > 0 ? t('importedDay', { count: importedReceipts }) : atTheTill}
        actions={
          report.data ? <DayPicker report={report.data} onChange={(next) => change({ day: next })} /> : null
        }
      />
      <QueryState
        query={report}
        skeleton={{ rows: 8 }}
        describeError={(error) => errorMessage(t, error)}
        isEmpty={isQuiet}
        empty={<QuietDay report={report.data} onDay={(next) => change({ day: next })} />}
      >
        {(full) => (
          <div className={styles.day}>
            <DayFigures report={full} />
            <div className={styles.columns}>
              <DaySales report={full} />
              <DaySums report={full} />
            </div>
          </div>
        )}
      </QueryState>
    </>
  );
}

function isQuiet({ receipts, refundReceipts, voidedCarts }: DayReport): boolean {
  return receipts === 0 && refundReceipts === 0 && voidedCarts === 0;
}

/** Leads on to where there is something to see or to do. */
function QuietDay({ report, onDay }: { report: DayReport | undefined; onDay: (day: string) => void }) {
  const { t } = useTranslation('today');
  const { businessDay } = useFormat();
  const navigate = useNavigate();
  const maySell = useMay('sell');
  const before = report?.previousTradingDay ?? null;
  const lastDay =
    before === null ? null : (
      <Button size="touch" onClick={() => onDay(before)}>
        {t('previousTradingDay', { day: businessDay(before, { withYear: true }) })}
      </Button>
    );
  if (report?.isToday === false) {
    return (
      <EmptyState
        icon={LayoutDashboard}
        title={t('emptyDay')}
        actions={
          <>
            <Button size="touch" onClick={() => onDay('')}>
              {t('toToday')}
            </Button>
            {lastDay}
          </>
        }
      >
        {t('emptyDayHint')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={LayoutDashboard}
      title={t('emptyToday')}
      actions={
        <>
          {maySell ? (
            <Button size="touch" variant="primary" onClick={() => void navigate({ to: '/sell' })}>
              {t('openTill')}
            </Button>
          ) : null}
          {lastDay}
        </>
      }
    >
      {t('emptyTodayHint')}
    </EmptyState>
  );
}

function listText(locale: string, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
