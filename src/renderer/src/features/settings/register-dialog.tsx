import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { FormDialog, FormRow, notify, Segmented, SelectField, Switch, TextField } from '../../ui/index.ts';
import type { Register } from './registers-tab.tsx';
import styles from './settings.module.css';

const HOST = /^[A-Za-z0-9.:-]{1,255}$/;
const ENCODINGS = ['multilingual', 'cp437', 'gb18030', 'shiftjis', 'big5'] as const;

/** A till's name, its receipt printer and its drawer. */
export function RegisterDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState(register);
  const [host, setHost] = useState(register.printerHost ?? '');
  const [port, setPort] = useState(String(register.printerPort));
  const update = useCommand('register.update');
  const set = (patch: Partial<Register>) => setDraft((before) => ({ ...before, ...patch }));
  const portNumber = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  const hostWrong = host !== '' && !HOST.test(host);
  const portWrong = portNumber < 1 || portNumber > 65_535;
  const ready = draft.name.trim() !== '' && !hostWrong && !portWrong;
  const save = async () => {
    const { prefix: _, version, ...facts } = draft;
    const input = { ...facts, expectedVersion: version, printerHost: host || null, printerPort: portNumber };
    const saved = await update.mutateAsync(input).catch(() => null);
    if (!saved) return;
    notify({ message: t('saved'), tone: 'success' });
    onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={register.name}
      size="medium"
      submitLabel={t('common:save')}
      onSubmit={() => void save()}
      ready={ready}
      busy={update.isPending}
      error={update.error ? errorMessage(t, update.error) : undefined}
    >
      <TextField
        label={t('setup:tillName')}
        hint={t('tills.numbers', { prefix: register.prefix })}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <FormRow>
        <TextField
          label={t('printer.host')}
          hint={t('printer.hostHint')}
          error={hostWrong ? t('printer.hostWrong') : undefined}
          spellCheck={false}
          autoCapitalize="none"
          placeholder="192.168.1.50"
          maxLength={255}
          value={host}
          onChange={(text) => setHost(text.trim())}
        />
        <TextField
          label={t('printer.port')}
          hint={t('printer.portHint')}
          error={portWrong ? t('printer.portWrong') : undefined}
          inputMode="numeric"
          maxLength={5}
          value={port}
          onChange={setPort}
        />
      </FormRow>
      <FormRow>
        <div className={styles.labelled}>
          <span className={styles.labelText}>{t('printer.width')}</span>
          <Segmented
            label={t('printer.width')}
            options={[
              { value: '80', label: t('printer.mm', { width: 80 }) },
              { value: '58', label: t('printer.mm', { width: 58 }) },
            ]}
            value={draft.paperWidthMm === 58 ? '58' : '80'}
            onChange={(width) => set({ paperWidthMm: width === '58' ? 58 : 80 })}
          />
        </div>
        <SelectField
          label={t('printer.encoding')}
          options={ENCODINGS.map((encoding) => ({
            value: encoding,
            label: t(`printer.encodings.${encoding}`),
          }))}
          value={draft.printerEncoding}
          onChange={(printerEncoding) => set({ printerEncoding })}
        />
      </FormRow>
      <Switch
        label={t('printer.automatically')}
        hint={t('printer.automaticallyHint')}
        checked={draft.printAutomatically}
        onChange={(printAutomatically) => set({ printAutomatically })}
      />
      <Switch
        label={t('printer.drawer')}
        hint={t('printer.drawerHint')}
        checked={draft.hasDrawer}
        onChange={(hasDrawer) => set({ hasDrawer })}
      />
    </FormDialog>
  );
}
