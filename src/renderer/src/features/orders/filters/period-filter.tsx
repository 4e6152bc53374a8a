import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { DateField, FilterChip, FormDialog, FormRow } from '../../../ui/index.ts';
import type { FilterProps } from './order-filter-bar.tsx';
import { type OrderFilters, PERIODS, periodOf } from './order-filters.ts';

/** The usual periods at one press, any others by their first and last day. */
export function PeriodFilter({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('orders');
  const shortDay = useShortDay();
  const [choosing, setChoosing] = useState(false);
  const value = periodOf(filters.period);
  const label = (period: (typeof PERIODS)[number]) =>
    period === 'custom' && value === 'custom' ? customLabel(filters, shortDay, t) : t(`period.${period}`);
  return (
    <>
      <FilterChip
        label={t('filter.period')}
        value={value}
        options={PERIODS.map((period) => ({ value: period, label: label(period) }))}
        onChange={(period) =>
          period === 'custom' ? setChoosing(true) : onChange({ period, from: '', until: '' })
        }
      />
      {choosing ? (
        <DaysDialog
          filters={filters}
          onClose={() => setChoosing(false)}
          onChange={(days) => {
            setChoosing(false);
            onChange(days);
          }}
        />
      ) : null}
    </>
  );
}

function customLabel(
  { from, until }: OrderFilters,
  day: (text: string) => string,
  t: TFunction<'orders'>,
): string {
  if (from === until && from !== '') return day(from);
  if (from !== '' && until !== '') return `${day(from)} – ${day(until)}`;
  if (from !== '') return t('period.since', { day: day(from) });
  return until === '' ? t('period.custom') : t('period.upTo', { day: day(until) });
}

function useShortDay(): (day: string) => string {
  const { locale } = useFormat();
  const style = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => {
    const atMs = Date.parse(`${day}T12:00:00Z`);
    return Number.isNaN(atMs) ? day : style.format(atMs);
  };
}

interface DaysDialogProps {
  filters: OrderFilters;
  onClose: () => void;
  onChange: (patch: Pick<OrderFilters, 'period' | 'from' | 'until'>) => void;
}

function DaysDialog({ filters, onClose, onChange }: DaysDialogProps) {
  const { t } = useTranslation('orders');
  const { locale } = useFormat();
  const [from, setFrom] = useState(filters.from);
  const [until, setUntil] = useState(filters.until);
  const wrong = from !== '' && until !== '' && until < from;
  const period = from === '' && until === '' ? 'all' : 'custom';
  return (
    <FormDialog
      onClose={onClose}
      title={t('period.title')}
      submitLabel={t('pick.apply')}
      onSubmit={() => onChange({ period, from, until })}
      ready={!wrong}
    >
      <FormRow>
        <DateField label={t('period.from')} locale={locale} value={from} onChange={setFrom} autoFocus />
        <DateField
          label={t('period.until')}
          locale={locale}
          value={until}
          onChange={setUntil}
          error={wrong ? t('period.wrongOrder') : undefined}
        />
      </FormRow>
    </FormDialog>
  );
}
