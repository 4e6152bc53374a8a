import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  Dialog,
  EmptyState,
  notify,
  QueryState,
} from '../../ui/index.ts';
import { EnrolForm } from '../session/components/enrol-form.tsx';
import { useSignedIn } from '../session/session.ts';
import styles from './settings.module.css';

type Device = CallOutput<'device.list'>[number];

/** Which windows, browsers and programs may sell, and ending those that should not any more. */
export function DevicesTab() {
  const { t } = useTranslation('settings');
  const devices = useCall('device.list', {});
  const here = useSignedIn().device;
  const [enrolling, setEnrolling] = useState(false);
  const [ending, setEnding] = useState<Device | null>(null);
  const enrol = (
    <Button variant={here ? 'secondary' : 'primary'} onClick={() => setEnrolling(true)}>
      {t(here ? 'devices.moveThis' : 'devices.enrolThis')}
    </Button>
  );
  return (
    <>
      <QueryState
        query={devices}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState icon={MonitorSmartphone} title={t('devices.empty')} actions={enrol}>
            {t('devices.emptyHint')}
          </EmptyState>
        }
        skeleton={{ rows: 3 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(list) => (
          <Card title={t('devices.title')} note={enrol}>
            <ul className={styles.list}>
              {list.map((device) => (
                <DeviceItem
                  key={device.id}
                  device={device}
                  isHere={device.id === here?.id}
                  onEnd={() => setEnding(device)}
                />
              ))}
            </ul>
          </Card>
        )}
      </QueryState>
      <Dialog
        opened={enrolling}
        onClose={() => setEnrolling(false)}
        title={t('session:device.title')}
        size="small"
      >
        <EnrolForm onDone={() => setEnrolling(false)} />
      </Dialog>
      {ending ? <EndDevice device={ending} onClose={() => setEnding(null)} /> : null}
    </>
  );
}

function DeviceItem({ device, isHere, onEnd }: { device: Device; isHere: boolean; onEnd: () => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <li className={styles.item}>
      <span className={styles.itemWords}>
        <span className={styles.itemName}>{device.name}</span>
        <span className={`${styles.small} tabular`}>
          {t('devices.note', {
            kind: t(`devices.kind.${device.kind}`),
            register: device.registerName,
            seen: device.lastSeenAtMs === null ? t('devices.never') : format.dateTime(device.lastSeenAtMs),
          })}
        </span>
      </span>
      {isHere ? <Badge tone="accent">{t('devices.here')}</Badge> : null}
      {device.active ? (
        <Button variant="quiet" onClick={onEnd} aria-label={t('devices.endNamed', { name: device.name })}>
          {t('devices.end')}
        </Button>
      ) : (
        <Badge>{t('devices.ended')}</Badge>
      )}
    </li>
  );
}

function EndDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const revoke = useCommand('device.revoke');
  const end = async () => {
    try {
      await revoke.mutateAsync({ id: device.id });
      notify({ message: t('devices.endedNotice', { name: device.name }), tone: 'success' });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('devices.endTitle', { name: device.name })}
      confirmLabel={t('devices.end')}
      busy={revoke.isPending}
      onConfirm={() => void end()}
      onCancel={onClose}
    >
      {t('devices.endHint')}
    </ConfirmDialog>
  );
}
