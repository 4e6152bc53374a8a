import { MonitorSmartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, EmptyState } from '../../ui/index.ts';
import { EnrolForm } from './components/enrol-form.tsx';
import { useLock } from './lock.ts';
import { useMay, useSession } from './session.ts';

/** Wraps what works only on a till: elsewhere it says so, and whoever may makes this device one. */
export function NeedsDevice({ children }: { children: ReactNode }) {
  const enrolled = useSession((state) => state.session?.device != null);
  return enrolled ? children : <NoDevice />;
}

function NoDevice() {
  const { t } = useTranslation('session');
  const mayEnrol = useMay('devices.manage');
  const lock = useLock();
  const [open, setOpen] = useState(false);
  return (
    <>
      <EmptyState
        icon={MonitorSmartphone}
        title={t('device.noneTitle')}
        actions={
          mayEnrol ? (
            <Button size="touch" variant="primary" onClick={() => setOpen(true)}>
              {t('device.enrol')}
            </Button>
          ) : (
            <Button size="touch" variant="primary" onClick={() => void lock()}>
              {t('lock')}
            </Button>
          )
        }
      >
        {t(mayEnrol ? 'device.noneHint' : 'device.askOwner')}
      </EmptyState>
      <Dialog opened={open} onClose={() => setOpen(false)} title={t('device.title')} size="small">
        <EnrolForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
