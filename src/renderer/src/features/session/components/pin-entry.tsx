import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { command } from '../../../client/client.ts';
import { Button, FieldError, NumberPad, type PadKey } from '../../../ui/index.ts';
import { whenLeft } from '../lock.ts';
import { usePadKeys } from '../pad-typing.ts';
import { isWholePin, pressPin } from '../pin-text.ts';
import type { Person } from './people-sign-in.tsx';
import styles from './session.module.css';
import { useCountdown, waitOf } from './use-countdown.ts';

interface PinEntryProps {
  person: Person;
  onSignedIn: () => Promise<void>;
  onPassword: () => void;
}

/** One person's PIN, on the pad or on the keyboard; Enter sends it. */
export function PinEntry({ person, onSignedIn, onPassword }: PinEntryProps) {
  const { t } = useTranslation('session');
  const display = useRef<HTMLParagraphElement>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [secondsLeft, heedThrottle] = useCountdown();
  const blocked = busy || secondsLeft > 0;
  const press = (key: PadKey) => {
    if (blocked) return;
    setProblem(null);
    setPin((typed) => pressPin(typed, key));
  };
  const send = async () => {
    if (blocked || !isWholePin(pin)) return;
    setBusy(true);
    try {
      await whenLeft();
      await command('session.signInWithPin', { staffId: person.id, pin });
      await onSignedIn();
    } catch (error) {
      heedThrottle(error);
      setProblem(error);
      setPin('');
    } finally {
      setBusy(false);
    }
  };
  // Off the person's tile, which would take Enter for itself.
  useEffect(() => display.current?.focus({ preventScroll: true }), []);
  usePadKeys({ text: pin, setText: setPin, onKey: press, onEnter: () => void send() });
  return (
    <div className={styles.pin}>
      <p
        ref={display}
        tabIndex={-1}
        className={styles.dots}
        role="status"
        aria-label={t('pinDigits', { count: pin.length })}
      >
        {pin === ''
          ? t('pinOf', { name: person.name })
          : // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by their place alone
            [...pin].map((_, index) => <span key={index} className={styles.dot} />)}
      </p>
      {secondsLeft > 0 ? (
        <FieldError>{t('wait', { count: secondsLeft })}</FieldError>
      ) : problem && waitOf(problem) === 0 ? (
        <FieldError>{errorMessage(t, problem)}</FieldError>
      ) : null}
      <NumberPad
        label={t('common:numberPad')}
        backspaceLabel={t('common:backspace')}
        clearLabel={t('common:clear')}
        onKey={press}
        disabled={blocked}
      />
      <Button
        size="touch"
        variant="primary"
        shortcut="Enter"
        fullWidth
        loading={busy}
        disabled={blocked || !isWholePin(pin)}
        onClick={() => void send()}
      >
        {t('signIn')}
      </Button>
      <Button size="touch" variant="quiet" fullWidth onClick={onPassword}>
        {t('usePassword')}
      </Button>
    </div>
  );
}
