import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, Dialog, FieldError, NumberPad, notify } from '../../ui/index.ts';
import { PasswordField } from '../session/components/password-field.tsx';
import { useCountdown, waitOf } from '../session/components/use-countdown.ts';
import { isWholePin, pressPin } from '../session/pin-text.ts';
import { PinField } from './pin-field.tsx';
import styles from './staff.module.css';

interface PinDialogProps {
  person: { readonly id: string; readonly name: string; readonly hasPin: boolean };
  isMe: boolean;
  onClose: () => void;
}

/** Sets or removes a PIN; the pad types it where there is no keyboard. */
export function PinDialog({ person, isMe, onClose }: PinDialogProps) {
  const { t } = useTranslation('staff');
  const formId = useId();
  const [currentPassword, setCurrentPassword] = useState('');
  const [pin, setPin] = useState('');
  const [secondsLeft, heedThrottle] = useCountdown();
  const change = useCommand('staff.setPin');
  const allowed = (!isMe || currentPassword !== '') && secondsLeft === 0;
  const store = async (next: string | null) => {
    try {
      await change.mutateAsync({ id: person.id, pin: next, ...(isMe ? { currentPassword } : {}) });
      notify({
        message: t(next === null ? 'pinRemoved' : 'pinChanged', { name: person.name }),
        tone: 'success',
      });
      onClose();
    } catch (error) {
      heedThrottle(error);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (allowed && isWholePin(pin)) void store(pin);
  };
  const { error } = change;
  const text = error && waitOf(error) === 0 ? errorMessage(t, error) : undefined;
  const isAboutPin = error?.code === 'auth.pinTooSimple';
  const isAboutCurrent = isMe && error?.code === 'auth.badCredentials';
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t(isMe ? 'myPin' : 'pinFor', { name: person.name })}
      actions={
        <>
          {person.hasPin ? (
            <Button
              size="touch"
              variant="quiet"
              disabled={!allowed || change.isPending}
              onClick={() => void store(null)}
            >
              {t('removePin')}
            </Button>
          ) : null}
          <Button
            type="submit"
            form={formId}
            size="touch"
            variant="primary"
            loading={change.isPending}
            disabled={!allowed || !isWholePin(pin)}
          >
            {t('setIt')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        {isMe ? (
          <PasswordField
            label={t('currentPassword')}
            size="touch"
            autoFocus
            value={currentPassword}
            onChange={setCurrentPassword}
            error={isAboutCurrent ? t('wrongPassword') : undefined}
          />
        ) : null}
        <PinField
          label={t('newPin')}
          autoFocus={!isMe}
          value={pin}
          onChange={setPin}
          error={isAboutPin ? text : undefined}
        />
        <NumberPad
          label={t('common:numberPad')}
          backspaceLabel={t('common:backspace')}
          clearLabel={t('common:clear')}
          onKey={(key) => setPin((typed) => pressPin(typed, key))}
        />
        {secondsLeft > 0 ? <FieldError>{t('session:wait', { count: secondsLeft })}</FieldError> : null}
        {text && !isAboutPin && !isAboutCurrent ? <FieldError>{text}</FieldError> : null}
      </form>
    </Dialog>
  );
}
