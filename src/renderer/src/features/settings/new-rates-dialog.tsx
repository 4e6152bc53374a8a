import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isBusinessDay } from '../../../../shared/values/business-day.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { Button, Dialog, FieldError, notify, Segmented, TextField } from '../../ui/index.ts';
import { draftRates, type RateDraft, RatesEditor, toRates } from './rates-editor.tsx';
import styles from './settings.module.css';
import type { TaxCategory } from './taxes-tab.tsx';

type Context = TaxCategory['schedule'][number]['context'];

/** What a category charges from a day on, here or taken away. */
export function NewRatesDialog({ category, onClose }: { category: TaxCategory; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { longDay } = useFormat();
  const formId = useId();
  const { data: report } = useCall('report.today', {});
  const [context, setContext] = useState<Context>('default');
  const [day, setDay] = useState<string | null>(null);
  const [rates, setRates] = useState<readonly RateDraft[]>(() => draftRates(category.rates));
  const save = useCommand('tax.setRates');
  const validFrom = day ?? (report ? addDays(report.businessDay, 1) : '');
  const sent = toRates(rates);
  const ready = isBusinessDay(validFrom) && sent !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
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
    <Dialog
      opened
      onClose={onClose}
      title={t('tax.newRatesOf', { name: category.name })}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            size="touch"
            variant="primary"
            loading={save.isPending}
            disabled={!ready}
          >
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          type="date"
          label={t('tax.validFrom')}
          hint={t('tax.validFromHint')}
          required
          data-autofocus
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
        {save.error ? <FieldError>{errorMessage(t, save.error)}</FieldError> : null}
      </form>
    </Dialog>
  );
}
