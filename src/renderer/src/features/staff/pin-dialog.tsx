import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/hooks.ts';
import { Button, NumberPad, notify } from '../../ui/index.ts';
import { isWholePin, pressPin } from '../session/pin-text.ts';
import { PinField } from './pin-field.tsx';
import { type SecretDialogProps, SecretForm, useSecret } from './secret-dialog.tsx';

interface PinDialogProps extends SecretDialogProps {
  person: SecretDialogProps['person'] & { readonly hasPin: boolean };
}

/** Sets or removes a PIN; the pad types it where there is no keyboard. */
export function PinDialog({ person, isMe, onClose }: PinDialogProps) {
  const { t } = useTranslation('staff');
  const [pin, setPin] = useState('');
  const secret = useSecret(isMe);
  const change = useCommand('staff.setPin');
  const store = (next: string | null) =>
    secret.attempt(async () => {
      await change.mutateAsync({ id: person.id, pin: next, ...secret.proof });
      const message = t(next === null ? 'pinRemoved' : 'pinChanged', { name: person.name });
      notify({ message, tone: 'success' });
      onClose();
    });
  const removal = person.hasPin ? (
    <Button
      size="touch"
      variant="quiet"
      disabled={!secret.allowed || change.isPending}
      onClick={() => void store(null)}
    >
      {t('removePin')}
    </Button>
  ) : null;
  return (
    <SecretForm
      title={t(isMe ? 'myPin' : 'pinFor', { name: person.name })}
      {...{ isMe, secret, onClose }}
      error={change.error}
      isAboutNew={(code) => code === 'auth.pinTooSimple'}
      ready={isWholePin(pin)}
      busy={change.isPending}
      more={removal}
      onSubmit={() => void store(pin)}
    >
      {(fault) => (
        <>
          <PinField label={t('newPin')} autoFocus={!isMe} value={pin} onChange={setPin} error={fault} />
          <NumberPad
            label={t('common:numberPad')}
            backspaceLabel={t('common:backspace')}
            clearLabel={t('common:clear')}
            onKey={(key) => setPin((typed) => pressPin(typed, key))}
          />
        </>
      )}
    </SecretForm>
  );
}
