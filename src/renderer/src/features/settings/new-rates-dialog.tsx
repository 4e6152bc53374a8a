import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isBusinessDay } from '../../../../shared/values/business-day.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { DateField, FormDialog, notify, Segmented } from '../../ui/index.ts';
import { draftRates, type RateDraft, RatesEditor, toRates } from './rates-editor.tsx';
import type { TaxCategory } from './taxes-tab.tsx';

type Context = TaxCategory['schedule'][number]['context'];

/** What a category charges from a day on, here or taken away. */
export function NewRatesDialog({ category, onClose }: { category: TaxCategory; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { locale, longDay } = useFormat();
  const { data: report } = useCall('report.today', {});
  const [context, setContext] = useState<Context>('default');
  const [day, setDay] = useState<string | null>(null);
  const [rates, setRates] = useState<readonly RateDraft[]>(() => draftRates(category.rates));
  const save = useCommand('tax.setRates');
  const validFrom = day ?? (report ? addDays(report.businessDay, 1) : '');
  const sent = toRates(rates);
  const ready = isBusinessDay(validFrom) && sent !== null;
  const submit = async () => {
    if (!ready || !sent) return;
    const { id, version: expectedVersion, name } = category;
    const saved = await save
      .mutateAsync({ id, expectedVersion, context, validFrom, rates: sent })
      .catch(() => null);
    if (!saved) return;
    notify({ message: t('tax.ratesSaved', { name, day: longDay(validFrom) }), tone: 'success' });
    onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('tax.newRatesOf', { name: category.name })}
      size="medium"
      submitLabel={t('common:save')}
      onSubmit={() => void submit()}
      ready={ready}
      busy={save.isPending}
      error={save.error ? errorMessage(t, save.error) : undefined}
    >
      <DateField
        label={t('tax.validFrom')}
        hint={t('tax.validFromHint')}
        required
        autoFocus
        locale={locale}
        value={validFrom}
        onChange={setDay}
      />
      <Segmented
        label={t('tax.context')}
        options={(['default', 'takeaway'] as const).map((value) => ({
          value,
          label: t(`tax.contextName.${value}`),
        }))}
        value={context}
        onChange={setContext}
      />
      <RatesEditor rates={rates} onChange={setRates} />
    </FormDialog>
  );
}
