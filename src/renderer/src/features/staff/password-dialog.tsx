import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/hooks.ts';
import { notify } from '../../ui/index.ts';
import { PasswordField } from '../session/components/password-field.tsx';
import { passwordStrength } from '../session/password-strength.ts';
import { type SecretDialogProps, SecretForm, useSecret } from './secret-dialog.tsx';
import styles from './staff.module.css';

/** Sets a password. */
export function PasswordDialog({ person, isMe, onClose }: SecretDialogProps) {
  const { t } = useTranslation('staff');
  const [newPassword, setNewPassword] = useState('');
  const secret = useSecret(isMe);
  const change = useCommand('staff.setPassword');
  const submit = () =>
    secret.attempt(async () => {
      await change.mutateAsync({ id: person.id, newPassword, ...secret.proof });
      notify({ message: t('passwordChanged', { name: person.name }), tone: 'success' });
      onClose();
    });
  return (
    <SecretForm
      title={t(isMe ? 'changePassword' : 'passwordFor', { name: person.name })}
      {...{ isMe, secret, onClose }}
      error={change.error}
      isAboutNew={(code) => code.startsWith('auth.password')}
      ready={passwordStrength(newPassword).level >= 2}
      busy={change.isPending}
      onSubmit={() => void submit()}
    >
      {(fault) => (
        <>
          {isMe ? null : <p className={styles.quiet}>{t('passwordForHint')}</p>}
          <PasswordField
            label={t('session:newPassword')}
            isNew
            size="touch"
            autoFocus={!isMe}
            value={newPassword}
            onChange={setNewPassword}
            error={fault}
          />
        </>
      )}
    </SecretForm>
  );
}
