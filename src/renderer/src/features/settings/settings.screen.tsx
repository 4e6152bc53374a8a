import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../shared/contract/permissions.ts';
import { PageHeader, Tabs } from '../../ui/index.ts';
import { useSignedIn } from '../session/session.ts';
import { AccountTab } from './account-tab.tsx';
import { BackupsTab } from './backups-tab.tsx';
import { DevicesTab } from './devices-tab.tsx';
import { JournalTab } from './journal-tab.tsx';
import { LabelsTab } from './labels-tab.tsx';
import { PreferencesTab } from './preferences-tab.tsx';
import { RegistersTab } from './registers-tab.tsx';
import { ScannerTab } from './scanner-tab.tsx';
import styles from './settings.module.css';
import { ShopTab } from './shop-tab.tsx';
import { TaxesTab } from './taxes-tab.tsx';

interface SettingsTab {
  readonly name:
    | 'shop'
    | 'taxes'
    | 'tills'
    | 'devices'
    | 'backups'
    | 'journal'
    | 'labels'
    | 'scanner'
    | 'device'
    | 'account';
  readonly permission: Permission | null;
  readonly view: ComponentType;
}

const TABS: readonly SettingsTab[] = [
  { name: 'shop', permission: 'settings.manage', view: ShopTab },
  { name: 'taxes', permission: 'settings.manage', view: TaxesTab },
  { name: 'tills', permission: 'sell', view: RegistersTab },
  { name: 'devices', permission: 'devices.manage', view: DevicesTab },
  { name: 'backups', permission: 'backup.manage', view: BackupsTab },
  { name: 'journal', permission: 'audit.view', view: JournalTab },
  { name: 'labels', permission: 'settings.manage', view: LabelsTab },
  { name: 'scanner', permission: 'sell', view: ScannerTab },
  { name: 'device', permission: null, view: PreferencesTab },
  { name: 'account', permission: null, view: AccountTab },
];

/** Settings, one tab a topic, each with its own address; everyone sees what their role may touch. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { permissions } = useSignedIn();
  const navigate = useNavigate();
  const { tab } = useParams({ strict: false }) as { tab?: string };
  const allowed = TABS.filter(({ permission }) => permission === null || permissions.includes(permission));
  const shown = allowed.find(({ name }) => name === tab) ?? allowed[0];
  // Its own address from the start: leaving the bare one later would draw the page anew and lose the focus.
  if (tab === undefined) return <Navigate to={`/settings/${shown?.name ?? 'account'}`} replace />;
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.page}>
        <Tabs
          label={t('title')}
          items={allowed.map(({ name, view: View }) => ({
            value: name,
            label: t(`tabs.${name}`),
            content: (
              <div className={styles.tab}>
                <View />
              </div>
            ),
          }))}
          value={shown?.name ?? 'account'}
          onChange={(name) => void navigate({ to: `/settings/${name}`, replace: true })}
        />
      </div>
    </>
  );
}
