import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, Dialog, FieldError, notify } from '../../ui/index.ts';
import { PasswordField } from '../session/components/password-field.tsx';
import { useCountdown, waitOf } from '../session/components/use-countdown.ts';
import { passwordStrength } from '../session/password-strength.ts';
import styles from './staff.module.css';

interface SecretDialogProps {
  person: { readonly id: string; readonly name: string };
  /** One's own secret is changed with one's current password, anybody else's by whoever manages staff. */
  isMe: boolean;
  onClose: () => void;
}

export function PasswordDialog({ person, isMe, onClose }: SecretDialogProps) {
  const { t } = useTranslation('staff');
  const formId = useId();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [secondsLeft, heedThrottle] = useCountdown();
  const change = useCommand('staff.setPassword');
  const ready =
    passwordStrength(newPassword).level >= 2 && (!isMe || currentPassword !== '') && secondsLeft === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    try {
      await change.mutateAsync({ id: person.id, newPassword, ...(isMe ? { currentPassword } : {}) });
      notify({ message: t('passwordChanged', { name: person.name }), tone: 'success' });
      onClose();
    } catch (error) {
      heedThrottle(error);
    }
  };
  const { error } = change;
  const text = error && waitOf(error) === 0 ? errorMessage(t, error) : undefined;
  const isAboutNew = error?.code.startsWith('auth.password') ?? false;
  const isAboutCurrent = isMe && error?.code === 'auth.badCredentials';
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t(isMe ? 'changePassword' : 'passwordFor', { name: person.name })}
      actions={
        <Button
          type="submit"
          form={formId}
          size="touch"
          variant="primary"
          loading={change.isPending}
          disabled={!ready}
        >
          {t('setIt')}
        </Button>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)}>
        {isMe ? (
          <PasswordField
            label={t('currentPassword')}
            size="touch"
            autoFocus
            value={currentPassword}
            onChange={setCurrentPassword}
            error={isAboutCurrent ? t('wrongPassword') : undefined}
          />
        ) : (
          <p className={styles.quiet}>{t('passwordForHint')}</p>
        )}
        <PasswordField
          label={t('session:newPassword')}
          isNew
          size="touch"
          autoFocus={!isMe}
          value={newPassword}
          onChange={setNewPassword}
          error={isAboutNew ? text : undefined}
        />
        {secondsLeft > 0 ? <FieldError>{t('session:wait', { count: secondsLeft })}</FieldError> : null}
        {text && !isAboutNew && !isAboutCurrent ? <FieldError>{text}</FieldError> : null}
      </form>
    </Dialog>
  );
}
