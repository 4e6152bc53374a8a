import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, FieldError, notify, SidePanel, TextField } from '../../ui/index.ts';
import { PasswordField } from '../session/components/password-field.tsx';
import { passwordStrength } from '../session/password-strength.ts';
import { pinProblem } from '../session/pin-text.ts';
import { isUsername, proposeUsername } from '../session/propose-username.ts';
import { PinField } from './pin-field.tsx';
import { RoleField } from './role-field.tsx';
import styles from './staff.module.css';
import type { StaffRole } from './staff-member.ts';

interface AddPanelProps {
  /** User names in use, so that the proposal is free. */
  taken: readonly string[];
  onClose: () => void;
  onAdded: (id: string) => void;
}

export function AddPanel({ taken, onClose, onAdded }: AddPanelProps) {
  const { t } = useTranslation('staff');
  const formId = useId();
  const [name, setName] = useState('');
  const [typedUsername, setTypedUsername] = useState<string | null>(null);
  const [role, setRole] = useState<StaffRole>('cashier');
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const create = useCommand('staff.create');
  const proposed = name.trim() === '' ? '' : proposeUsername(name, taken);
  const username = typedUsername ?? proposed;
  const ready =
    name.trim() !== '' &&
    isUsername(username) &&
    passwordStrength(password).level >= 2 &&
    pinProblem(pin) === null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const input = { name, username, role, password, ...(pin === '' ? {} : { pin }) };
    const added = await create.mutateAsync(input).catch(() => null);
    if (!added) return;
    notify({ message: t('added', { name: added.name }), tone: 'success' });
    onAdded(added.id);
  };
  const code = create.error?.code;
  const text = create.error ? errorMessage(t, create.error) : undefined;
  const at = (...codes: string[]) => (code !== undefined && codes.includes(code) ? text : undefined);
  const placed =
    ['auth.usernameTaken', 'auth.pinTooSimple'].includes(code ?? '') || code?.startsWith('auth.password');
  return (
    <SidePanel
      title={t('addTitle')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} variant="primary" loading={create.isPending} disabled={!ready}>
          {t('add')}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField label={t('name')} required maxLength={200} autoFocus value={name} onChange={setName} />
        <TextField
          label={t('session:username')}
          required
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={username}
          onChange={(text) => setTypedUsername(text.toLowerCase())}
          error={
            at('auth.usernameTaken') ??
            (username !== '' && !isUsername(username) ? t('usernameRule') : undefined)
          }
        />
        <RoleField value={role} onChange={setRole} />
        <PasswordField
          label={t('firstPassword')}
          isNew
          required
          value={password}
          onChange={setPassword}
          error={at('auth.passwordTooShort', 'auth.passwordTooLong', 'auth.passwordCommon')}
        />
        <PinField value={pin} onChange={setPin} error={at('auth.pinTooSimple')} />
        {text && !placed ? <FieldError>{text}</FieldError> : null}
      </form>
    </SidePanel>
  );
}
