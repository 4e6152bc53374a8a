import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { CallError } from '../../../client/call-error.ts';
import { command } from '../../../client/client.ts';
import { Button, Checkbox, FieldError, TextField } from '../../../ui/index.ts';
import { passwordStrength } from '../password-strength.ts';
import { GateCard } from './gate-page.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import styles from './session.module.css';
import { useCountdown, waitOf } from './use-countdown.ts';

/** An owner who lost the password sets a new one with the printed code, which is replaced by a new code. */
export function RecoverCard({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('session');
  const [newCode, setNewCode] = useState<string | null>(null);
  if (newCode !== null) return <NewCode code={newCode} onDone={onDone} />;
  return (
    <GateCard title={t('recovery.title')} lead={t('recovery.hint')}>
      <RecoverForm onRecovered={setNewCode} onBack={onDone} />
    </GateCard>
  );
}

function NewCode({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation('session');
  const [kept, setKept] = useState(false);
  return (
    <GateCard title={t('recovery.newTitle')} lead={t('recovery.newHint')}>
      <div className={styles.form}>
        <RecoveryCode code={code} shopName={t('common:appName')} />
        <Checkbox label={t('recovery.kept')} checked={kept} onChange={setKept} />
        <Button size="touch" variant="primary" fullWidth disabled={!kept} onClick={onDone}>
          {t('signIn')}
        </Button>
      </div>
    </GateCard>
  );
}

interface RecoverFormProps {
  onRecovered: (newCode: string) => void;
  onBack: () => void;
}

function RecoverForm({ onRecovered, onBack }: RecoverFormProps) {
  const { t } = useTranslation('session');
  const [username, setUsername] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [secondsLeft, heedThrottle] = useCountdown();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onRecovered((await command('session.recover', { username, recoveryCode, newPassword })).recoveryCode);
    } catch (error) {
      heedThrottle(error);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const text = problem && waitOf(problem) === 0 ? errorMessage(t, problem) : undefined;
  const isAboutPassword = problem instanceof CallError && problem.code.startsWith('auth.password');
  const missing =
    username.trim() === '' || recoveryCode.trim() === '' || passwordStrength(newPassword).level < 2;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('username')}
        size="touch"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={username}
        onChange={setUsername}
      />
      <TextField
        label={t('recovery.code')}
        hint={t('recovery.codeHint')}
        size="touch"
        autoCapitalize="characters"
        spellCheck={false}
        value={recoveryCode}
        onChange={setRecoveryCode}
      />
      <PasswordField
        label={t('newPassword')}
        size="touch"
        isNew
        value={newPassword}
        onChange={setNewPassword}
        error={isAboutPassword ? text : undefined}
      />
      {secondsLeft > 0 ? <FieldError>{t('wait', { count: secondsLeft })}</FieldError> : null}
      {text && !isAboutPassword ? <FieldError>{text}</FieldError> : null}
      <Button
        type="submit"
        size="touch"
        variant="primary"
        fullWidth
        loading={busy}
        disabled={missing || secondsLeft > 0}
      >
        {t('recovery.submit')}
      </Button>
      <Button size="touch" variant="quiet" fullWidth onClick={onBack}>
        {t('common:back')}
      </Button>
    </form>
  );
}
