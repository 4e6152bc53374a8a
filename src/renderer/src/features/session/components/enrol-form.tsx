import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { command, door } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, FieldError, QueryState, SelectField, TextField } from '../../../ui/index.ts';
import { refreshSession } from '../lock.ts';
import styles from './session.module.css';

/** Binds this window or browser to a register, under a name people know it by. */
export function EnrolForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation('session');
  const registers = useCall('register.list', {});
  return (
    <QueryState query={registers} skeleton={{ rows: 2 }} describeError={(error) => errorMessage(t, error)}>
      {(list) => <Form registers={list} onDone={onDone} />}
    </QueryState>
  );
}

interface FormProps {
  registers: readonly { id: string; name: string }[];
  onDone: (() => void) | undefined;
}

function Form({ registers, onDone }: FormProps) {
  const { t } = useTranslation('session');
  const cache = useQueryClient();
  const [registerId, setRegisterId] = useState(registers[0]?.id ?? null);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const registerName = registers.find(({ id }) => id === registerId)?.name ?? '';
  const name = typedName ?? t(`device.proposed.${door}`, { register: registerName });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (registerId === null || name.trim() === '') return;
    setBusy(true);
    try {
      await command('device.enrol', { name, registerId });
      await refreshSession(cache);
      onDone?.();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <SelectField
        size="touch"
        label={t('device.register')}
        hint={t('device.registerHint')}
        options={registers.map(({ id, name: label }) => ({ value: id, label }))}
        value={registerId}
        onChange={setRegisterId}
      />
      <TextField
        label={t('device.name')}
        hint={t('device.nameHint')}
        size="touch"
        value={name}
        onChange={setTypedName}
      />
      {problem ? <FieldError>{errorMessage(t, problem)}</FieldError> : null}
      <Button
        type="submit"
        size="touch"
        variant="primary"
        fullWidth
        loading={busy}
        disabled={registerId === null || name.trim() === ''}
      >
        {t('device.enrol')}
      </Button>
    </form>
  );
}
