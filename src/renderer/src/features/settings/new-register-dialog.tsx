import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, Dialog, FieldError, notify, TextField } from '../../ui/index.ts';
import styles from './settings.module.css';

const PREFIX = /^[A-Z0-9-]{1,8}$/;

export function NewRegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const formId = useId();
  const [name, setName] = useState('');
  const [prefix, setPrefix] = useState('');
  const create = useCommand('register.create');
  const ready = name.trim() !== '' && PREFIX.test(prefix);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const made = await create.mutateAsync({ name, prefix }).catch(() => null);
    if (!made) return;
    notify({ message: t('tills.added', { name: made.name }), tone: 'success' });
    onClose();
  };
  const isTaken = create.error?.code === 'register.prefixTaken';
  const text = create.error ? errorMessage(t, create.error) : undefined;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t('tills.add')}
      actions={
        <Button
          type="submit"
          form={formId}
          size="touch"
          variant="primary"
          loading={create.isPending}
          disabled={!ready}
        >
          {t('common:add')}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('setup:tillName')}
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={setName}
        />
        <TextField
          label={t('setup:prefix')}
          hint={t('setup:prefixHint')}
          error={
            isTaken ? text : prefix !== '' && !PREFIX.test(prefix) ? t('setup:problem.prefix') : undefined
          }
          required
          maxLength={8}
          spellCheck={false}
          value={prefix}
          onChange={(typed) => setPrefix(typed.toUpperCase().trim())}
        />
        {text && !isTaken ? <FieldError>{text}</FieldError> : null}
      </form>
    </Dialog>
  );
}
