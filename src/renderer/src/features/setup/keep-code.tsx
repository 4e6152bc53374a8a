import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../app/shell-state.ts';
import { Button, Checkbox } from '../../ui/index.ts';
import { GateCard } from '../session/components/gate-page.tsx';
import { GoTo } from '../session/components/go-to.tsx';
import { RecoveryCode } from '../session/components/recovery-code.tsx';
import styles from './setup.module.css';

interface KeepCodeProps {
  shopName: string;
  recoveryCode: string;
  onKept: () => Promise<void>;
}

/** The shop exists; before it opens, the owner keeps the recovery code, which is shown this once. */
export function KeepCode({ shopName, recoveryCode, onKept }: KeepCodeProps) {
  const { t } = useTranslation('setup');
  const gateOpen = useShell((state) => state.gatePath === null);
  const [kept, setKept] = useState(false);
  const [target, setTarget] = useState<string | null>(null);
  const busy = target !== null;
  const open = async (path: string) => {
    setTarget(path);
    await onKept().catch(() => setTarget(null));
  };
  if (target !== null && gateOpen) return <GoTo path={target} />;
  return (
    <GateCard title={t('code.title', { shop: shopName })} lead={t('code.lead')}>
      <div className={styles.form}>
        <RecoveryCode code={recoveryCode} shopName={shopName} />
        <Checkbox label={t('session:recovery.kept')} checked={kept} onChange={setKept} />
        <Button
          size="touch"
          variant="primary"
          fullWidth
          disabled={!kept}
          loading={busy}
          onClick={() => void open('/products')}
        >
          {t('code.addProducts')}
        </Button>
        <Button size="touch" fullWidth disabled={!kept || busy} onClick={() => void open('/sell')}>
          {t('code.startSelling')}
        </Button>
      </div>
    </GateCard>
  );
}
