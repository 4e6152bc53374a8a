import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../../app/format.ts';
import { FormDialog, FormRow, MoneyField } from '../../../ui/index.ts';
import { ChoiceChip } from './choice-chip.tsx';
import type { FilterProps } from './order-filter-bar.tsx';
import { minorOf } from './order-filters.ts';

/** Totals from, to, or between. */
export function AmountFilter({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const min = minorOf(filters.min);
  const max = minorOf(filters.max);
  return (
    <>
      <ChoiceChip
        label={t('filter.amount')}
        value={rangeText(min, max, format, t)}
        onOpen={() => setOpen(true)}
      />
      {open ? (
        <RangeDialog
          start={{ min, max }}
          onClose={() => setOpen(false)}
          onChange={(range) => {
            setOpen(false);
            onChange({
              min: range.min === null ? '' : String(range.min),
              max: range.max === null ? '' : String(range.max),
            });
          }}
        />
      ) : null}
    </>
  );
}

function rangeText(
  min: number | null,
  max: number | null,
  { money }: Format,
  t: TFunction<'orders'>,
): string {
  if (min !== null && max !== null) return `${money(min)} – ${money(max)}`;
  if (min !== null) return t('amountRange.atLeast', { amount: money(min) });
  return max === null ? t('any') : t('amountRange.atMost', { amount: money(max) });
}

interface Range {
  min: number | null;
  max: number | null;
}

interface RangeDialogProps {
  start: Range;
  onClose: () => void;
  onChange: (range: Range) => void;
}

function RangeDialog({ start, onClose, onChange }: RangeDialogProps) {
  const { t } = useTranslation('orders');
  const { currency, parseMoney, moneyInput } = useFormat();
  const [min, setMin] = useState(start.min);
  const [max, setMax] = useState(start.max);
  const wrong = min !== null && max !== null && max < min;
  const field = { parse: parseMoney, format: moneyInput, invalidMessage: t('common:cannotRead') };
  return (
    <FormDialog
      onClose={onClose}
      title={t('amountRange.title')}
      submitLabel={t('pick.apply')}
      onSubmit={() => onChange({ min, max })}
      ready={!wrong}
    >
      <FormRow>
        <MoneyField
          {...field}
          label={t('amountRange.min', { currency })}
          value={min}
          onChange={setMin}
          data-autofocus
        />
        <MoneyField
          {...field}
          label={t('amountRange.max', { currency })}
          value={max}
          onChange={setMax}
          error={wrong ? t('amountRange.wrongOrder') : undefined}
        />
      </FormRow>
    </FormDialog>
  );
}
