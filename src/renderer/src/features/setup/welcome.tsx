import { ArrowRight, Store, Telescope } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { command } from '../../client/client.ts';
import { FieldError, Spinner, TextField } from '../../ui/index.ts';
import { GateCard } from '../session/components/gate-page.tsx';
import styles from './setup.module.css';

interface WelcomeProps {
  codeNeeded: boolean;
  onStart: () => void;
  onDemo: () => Promise<void>;
}

export function Welcome({ codeNeeded, onStart, onDemo }: WelcomeProps) {
  const { t } = useTranslation('setup');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [setupCode, setSetupCode] = useState('');
  const lookAround = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await command('setup.loadDemo', codeNeeded ? { setupCode: setupCode.trim() } : {});
      await onDemo();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <GateCard wide title={t('welcome.title')} lead={t('welcome.lead')}>
      <div className={styles.form}>
        {codeNeeded ? (
          <TextField
            label={t('setupCode')}
            hint={t('setupCodeDemoHint')}
            size="touch"
            value={setupCode}
            onChange={setSetupCode}
          />
        ) : null}
        <div className={styles.ways}>
          <button type="button" className={styles.wayMain} disabled={busy} onClick={onStart}>
            <Store size={28} strokeWidth={1.5} aria-hidden />
            <span className={styles.wayWords}>
              <strong>{t('welcome.own')}</strong>
              <span>{t('welcome.ownHint')}</span>
            </span>
            <ArrowRight size={20} aria-hidden />
          </button>
          <button type="button" className={styles.way} disabled={busy} onClick={() => void lookAround()}>
            {busy ? <Spinner /> : <Telescope size={28} strokeWidth={1.5} aria-hidden />}
            <span className={styles.wayWords}>
              <strong>{t(busy ? 'welcome.loadingDemo' : 'welcome.demo')}</strong>
              <span>{t('welcome.demoHint')}</span>
            </span>
            <ArrowRight size={20} aria-hidden />
          </button>
        </div>
        {problem ? <FieldError>{errorMessage(t, problem)}</FieldError> : null}
      </div>
    </GateCard>
  );
}
