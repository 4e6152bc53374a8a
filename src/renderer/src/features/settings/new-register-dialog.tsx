import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { FormDialog, notify, TextField } from '../../ui/index.ts';

const PREFIX = /^[A-Z0-9-]{1,8}$/;

export function NewRegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const [prefix, setPrefix] = useState('');
  const create = useCommand('register.create');
  const ready = name.trim() !== '' && PREFIX.test(prefix);
  const add = async () => {
    const made = await create.mutateAsync({ name, prefix }).catch(() => null);
    if (!made) return;
    notify({ message: t('tills.added', { name: made.name }), tone: 'success' });
    onClose();
  };
  const isTaken = create.error?.code === 'register.prefixTaken';
  const text = create.error ? errorMessage(t, create.error) : undefined;
  return (
    <FormDialog
      onClose={onClose}
      title={t('tills.add')}
      submitLabel={t('common:add')}
      onSubmit={() => void add()}
      ready={ready}
      busy={create.isPending}
      error={isTaken ? undefined : text}
    >
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
        error={isTaken ? text : prefix !== '' && !PREFIX.test(prefix) ? t('setup:problem.prefix') : undefined}
        required
        maxLength={8}
        spellCheck={false}
        value={prefix}
        onChange={(typed) => setPrefix(typed.toUpperCase().trim())}
      />
    </FormDialog>
  );
}
