import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelSuggestion } from '../../../../shared/reference/label-suggestions.ts';
import { errorMessage } from '../../app/error-message.ts';
import { CallError } from '../../client/call-error.ts';
import { useCommand } from '../../client/hooks.ts';
import { FormDialog, notify, SelectField, Switch, TextField } from '../../ui/index.ts';
import type { Label } from './labels-tab.tsx';

export interface LabelDialogProps {
  label: Label | null;
  suggestion: LabelSuggestion | null;
  onClose: () => void;
}

/** One kind of label: its pattern as printed, and what to do when its check digit is wrong. */
export function LabelDialog({ label, suggestion, onClose }: LabelDialogProps) {
  const { t } = useTranslation('labels');
  const [name, setName] = useState(label?.name ?? (suggestion ? t(`kind.${suggestion.kind}`) : ''));
  const [pattern, setPattern] = useState(label?.pattern ?? suggestion?.pattern ?? '');
  const [decimals, setDecimals] = useState(String(label?.decimals ?? suggestion?.decimals ?? 2));
  const [warnOnly, setWarnOnly] = useState(label?.badCheck === 'warn');
  const [enabled, setEnabled] = useState(label?.enabled ?? true);
  const save = useCommand('label.save');
  const ready = name.trim() !== '' && pattern.trim() !== '';
  const submit = async () => {
    if (!ready) return;
    const saved = await save
      .mutateAsync({
        ...(label ? { id: label.id, expectedVersion: label.version } : {}),
        name,
        pattern: pattern.replace(/\s/g, '').toUpperCase(),
        decimals: Number(decimals),
        badCheck: warnOnly ? 'warn' : 'refuse',
        enabled,
      })
      .catch(() => null);
    if (!saved) return;
    notify({ message: t('settings:saved'), tone: 'success' });
    onClose();
  };
  const fault = save.error instanceof CallError ? save.error.data['fault'] : undefined;
  return (
    <FormDialog
      onClose={onClose}
      title={label?.name ?? t('add')}
      size="medium"
      submitLabel={t('common:save')}
      onSubmit={() => void submit()}
      ready={ready}
      busy={save.isPending}
      error={save.error && fault === undefined ? errorMessage(t, save.error) : undefined}
    >
      <TextField label={t('name')} required maxLength={200} data-autofocus value={name} onChange={setName} />
      <TextField
        label={t('pattern')}
        hint={t('patternHint')}
        error={typeof fault === 'string' ? t(`fault.${fault}`) : undefined}
        required
        maxLength={20}
        spellCheck={false}
        value={pattern}
        onChange={setPattern}
      />
      <SelectField
        label={t('decimals')}
        hint={t('decimalsHint')}
        options={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
        value={decimals}
        onChange={setDecimals}
      />
      <Switch label={t('warnOnly')} hint={t('warnOnlyHint')} checked={warnOnly} onChange={setWarnOnly} />
      <Switch label={t('enabled')} hint={t('enabledHint')} checked={enabled} onChange={setEnabled} />
    </FormDialog>
  );
}
