import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import type { CallError } from '../../client/call-error.ts';
import { FieldError, FormDialog } from '../../ui/index.ts';
import { PasswordField } from '../session/components/password-field.tsx';
import { useCountdown, waitOf } from '../session/components/use-countdown.ts';

export interface SecretDialogProps {
  person: { readonly id: string; readonly name: string };
  /** One's own secret is changed with one's current password, anybody else's by whoever manages staff. */
  isMe: boolean;
  onClose: () => void;
}

/** What a new password and a new PIN have in common: the current password for one's own, and a wait after wrong tries. */
export function useSecret(isMe: boolean) {
  const [currentPassword, setCurrentPassword] = useState('');
  const [secondsLeft, heedThrottle] = useCountdown();
  return {
    currentPassword,
    setCurrentPassword,
    secondsLeft,
    allowed: (!isMe || currentPassword !== '') && secondsLeft === 0,
    proof: isMe ? { currentPassword } : {},
    /** Runs a change; a refusal stays in the dialog. */
    attempt: async (change: () => Promise<void>) => {
      try {
        await change();
      } catch (error) {
        heedThrottle(error);
      }
    },
  };
}

interface SecretFormProps {
  title: string;
  isMe: boolean;
  secret: ReturnType<typeof useSecret>;
  error: CallError | null;
  /** Faults of the new secret itself, shown at its field. */
  isAboutNew: (code: string) => boolean;
  ready: boolean;
  busy: boolean;
  more?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  /** The fields for the new secret; gets the fault that belongs to them. */
  children: (fault: string | undefined) => ReactNode;
}

/** Asks for a new secret. */
export function SecretForm(props: SecretFormProps) {
  const { title, isMe, secret, error, isAboutNew, ready, busy, more, onSubmit, onClose, children } = props;
  const { t } = useTranslation('staff');
  const text = error && waitOf(error) === 0 ? errorMessage(t, error) : undefined;
  const aboutNew = error !== null && isAboutNew(error.code);
  const aboutCurrent = isMe && error?.code === 'auth.badCredentials';
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      submitLabel={t('setIt')}
      onSubmit={onSubmit}
      ready={ready && secret.allowed}
      busy={busy}
      more={more}
      error={aboutNew || aboutCurrent ? undefined : text}
    >
      {isMe ? (
        <PasswordField
          label={t('currentPassword')}
          size="touch"
          autoFocus
          value={secret.currentPassword}
          onChange={secret.setCurrentPassword}
          error={aboutCurrent ? t('wrongPassword') : undefined}
        />
      ) : null}
      {children(aboutNew ? text : undefined)}
      {secret.secondsLeft > 0 ? (
        <FieldError>{t('session:wait', { count: secret.secondsLeft })}</FieldError>
      ) : null}
    </FormDialog>
  );
}
