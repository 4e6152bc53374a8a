import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { command } from '../../../client/client.ts';
import { Button, FieldError, TextField } from '../../../ui/index.ts';
import { whenLeft } from '../lock.ts';
import { GateCard } from './gate-page.tsx';
import { PasswordField } from './password-field.tsx';
import type { DemoPerson } from './people-sign-in.tsx';
import styles from './session.module.css';
import { useCountdown, waitOf } from './use-countdown.ts';

interface PasswordSignInProps {
  demoPeople: readonly DemoPerson[];
  onSignedIn: () => Promise<void>;
  onForgotten: () => void;
  /** Back to the people's PINs; null where the device has none. */
  onPin: (() => void) | null;
}

export function PasswordSignIn({ demoPeople, onSignedIn, onForgotten, onPin }: PasswordSignInProps) {
  const { t } = useTranslation('session');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [secondsLeft, heedThrottle] = useCountdown();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await whenLeft();
      await command('session.signIn', { username, password });
      await onSignedIn();
    } catch (error) {
      heedThrottle(error);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const missing = username.trim() === '' || password === '';
  return (
    <GateCard title={t('signInTitle')} lead={t('signInHint')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('username')}
          size="touch"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={username}
          onChange={setUsername}
        />
        <PasswordField
          label={t('password')}
          size="touch"
          name="password"
          value={password}
          onChange={setPassword}
        />
        {secondsLeft > 0 ? (
          <FieldError>{t('wait', { count: secondsLeft })}</FieldError>
        ) : problem && waitOf(problem) === 0 ? (
          <FieldError>{errorMessage(t, problem)}</FieldError>
        ) : null}
        <Button
          type="submit"
          size="touch"
          variant="primary"
          fullWidth
          loading={busy}
          disabled={missing || secondsLeft > 0}
        >
          {t('signIn')}
        </Button>
        <div className={styles.links}>
          {onPin ? (
            <Button size="touch" variant="quiet" onClick={onPin}>
              {t('usePin')}
            </Button>
          ) : null}
          <Button size="touch" variant="quiet" onClick={onForgotten}>
            {t('forgotten')}
          </Button>
        </div>
      </form>
      {demoPeople.length > 0 ? (
        <DemoAccounts
          people={demoPeople}
          onChoose={(person) => {
            setUsername(person.username);
            setPassword(person.password);
          }}
        />
      ) : null}
    </GateCard>
  );
}

interface DemoAccountsProps {
  people: readonly DemoPerson[];
  onChoose: (person: DemoPerson) => void;
}

function DemoAccounts({ people, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation('session');
  return (
    <div className={styles.demo}>
      <p>{t('demoAccounts')}</p>
      <div className={styles.codeActions}>
        {people.map((person) => (
          <Button key={person.username} size="touch" onClick={() => onChoose(person)}>
            {person.name}
          </Button>
        ))}
      </div>
    </div>
  );
}
