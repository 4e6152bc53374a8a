import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/index.ts';
import { useMay } from '../session.ts';
import { EnrolForm } from './enrol-form.tsx';
import { GateCard } from './gate-page.tsx';
import styles from './session.module.css';

/** After a sign-in on a device no register knows: the owner makes it a till, others go on without one. */
export function ThisDeviceCard({ onSkip }: { onSkip: () => void }) {
  const { t } = useTranslation('session');
  const mayEnrol = useMay('devices.manage');
  return (
    <GateCard title={t('device.title')} lead={t(mayEnrol ? 'device.hint' : 'device.askOwner')}>
      <div className={styles.form}>
        {mayEnrol ? <EnrolForm /> : null}
        <Button size="touch" variant={mayEnrol ? 'quiet' : 'primary'} fullWidth onClick={onSkip}>
          {t('device.skip')}
        </Button>
      </div>
    </GateCard>
  );
}
