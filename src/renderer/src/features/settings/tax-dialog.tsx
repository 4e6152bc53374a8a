import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { FormDialog, notify, Segmented, Switch, TextField } from '../../ui/index.ts';
import { draftRates, type RateDraft, RatesEditor, toRates } from './rates-editor.tsx';
import styles from './settings.module.css';
import type { TaxCategory } from './taxes-tab.tsx';

/** One tax category: its name, how it is taxed, and up to five rates that add up (or stand on each other). */
export function TaxDialog({ category, onClose }: { category: TaxCategory | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(category?.name ?? '');
  const [kind, setKind] = useState(category?.kind ?? 'rate');
  const [archived, setArchived] = useState(category?.archived ?? false);
  const [rates, setRates] = useState<readonly RateDraft[]>(() => draftRates(category?.rates));
  const save = useCommand('tax.saveCategory');
  const sent = kind === 'rate' ? toRates(rates) : [];
  const ready = name.trim() !== '' && sent !== null;
  const submit = async () => {
    if (!ready || !sent) return;
    const saved = await save
      .mutateAsync({
        ...(category ? { id: category.id, expectedVersion: category.version } : {}),
        name,
        kind,
        archived,
        rates: sent,
      })
      .catch(() => null);
    if (!saved) return;
    notify({ message: t('saved'), tone: 'success' });
    onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={category?.name ?? t('tax.add')}
      size="medium"
      submitLabel={t('common:save')}
      onSubmit={() => void submit()}
      ready={ready}
      busy={save.isPending}
      error={save.error ? errorMessage(t, save.error) : undefined}
    >
      <TextField
        label={t('tax.name')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={setName}
      />
      <Segmented
        label={t('tax.kind')}
        options={[
          { value: 'rate', label: t('tax.kindRate') },
          { value: 'zero', label: t('tax.kindZero') },
          { value: 'exempt', label: t('tax.kindExempt') },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'rate' ? <RatesEditor rates={rates} onChange={setRates} /> : null}
      {category?.kind === 'rate' && kind === 'rate' ? (
        <p className={styles.small}>{t('tax.fromToday')}</p>
      ) : null}
      {category ? (
        <Switch
          label={t('tax.archive')}
          hint={t('tax.archiveHint')}
          checked={archived}
          onChange={setArchived}
        />
      ) : null}
    </FormDialog>
  );
}
