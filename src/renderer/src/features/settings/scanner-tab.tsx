import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import {
  Button,
  Card,
  FieldError,
  FormRow,
  notify,
  QueryState,
  SelectField,
  TextField,
} from '../../ui/index.ts';
import { ScannerCalibration } from '../sell/scanner/scanner-calibration.tsx';
import { NeedsDevice } from '../session/needs-device.tsx';
import styles from './settings.module.css';

type Scanner = CallOutput<'device.getScanner'>;

/** How this device's scanner types: found by three trial scans, or set by hand. */
export function ScannerTab() {
  const { t } = useTranslation('settings');
  return (
    <NeedsDevice>
      <Card title={t('scanner.calibrate')}>
        <ScannerCalibration />
      </Card>
      <ByHand />
    </NeedsDevice>
  );
}

function ByHand() {
  const { t } = useTranslation('settings');
  const scanner = useCall('device.getScanner', {});
  return (
    <Card title={t('scanner.byHand')}>
      <QueryState query={scanner} skeleton={{ rows: 2 }} describeError={(error) => errorMessage(t, error)}>
        {(stored) => <ScannerForm key={JSON.stringify(stored)} stored={stored} />}
      </QueryState>
    </Card>
  );
}

function ScannerForm({ stored }: { stored: Scanner }) {
  const { t } = useTranslation('settings');
  const [prefix, setPrefix] = useState(stored.prefix);
  const [suffix, setSuffix] = useState(stored.suffix);
  const [gap, setGap] = useState(String(stored.maxKeyGapMs));
  const [length, setLength] = useState(String(stored.minLength));
  const [layout, setLayout] = useState(stored.layout);
  const [groupSeparator, setGroupSeparator] = useState(stored.groupSeparator);
  const save = useCommand('device.setScanner');
  const maxKeyGapMs = wholeWithin(gap, 5, 200);
  const minLength = wholeWithin(length, 2, 20);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (maxKeyGapMs === null || minLength === null) return;
    const saved = await save
      .mutateAsync({ scanner: { prefix, suffix, maxKeyGapMs, minLength, layout, groupSeparator } })
      .catch(() => null);
    if (saved) notify({ message: t('saved'), tone: 'success' });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <FormRow>
        <TextField
          label={t('scanner.prefix')}
          hint={t('scanner.prefixHint')}
          maxLength={8}
          spellCheck={false}
          value={prefix}
          onChange={setPrefix}
        />
        <SelectField
          label={t('scanner.suffix')}
          hint={t('scanner.suffixHint')}
          options={[
            { value: 'Enter', label: 'Enter' },
            { value: 'Tab', label: 'Tab' },
            { value: 'none', label: t('common:none') },
          ]}
          value={suffix}
          onChange={setSuffix}
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t('scanner.gap')}
          hint={t('scanner.gapHint')}
          error={maxKeyGapMs === null ? t('scanner.between', { from: 5, to: 200 }) : undefined}
          inputMode="numeric"
          maxLength={3}
          value={gap}
          onChange={setGap}
        />
        <TextField
          label={t('scanner.length')}
          hint={t('scanner.lengthHint')}
          error={minLength === null ? t('scanner.between', { from: 2, to: 20 }) : undefined}
          inputMode="numeric"
          maxLength={2}
          value={length}
          onChange={setLength}
        />
      </FormRow>
      <FormRow>
        <SelectField
          label={t('scanner.layout')}
          hint={t('scanner.layoutHint')}
          options={[
            { value: 'us', label: t('scanner.layoutUs') },
            { value: 'page', label: t('scanner.layoutPage') },
          ]}
          value={layout}
          onChange={setLayout}
        />
        <TextField
          label={t('scanner.separator')}
          hint={t('scanner.separatorHint')}
          maxLength={1}
          spellCheck={false}
          value={groupSeparator}
          onChange={setGroupSeparator}
        />
      </FormRow>
      {save.error ? <FieldError>{errorMessage(t, save.error)}</FieldError> : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          loading={save.isPending}
          disabled={maxKeyGapMs === null || minLength === null}
        >
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

function wholeWithin(text: string, from: number, to: number): number | null {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}
