import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, KeyValueList } from '../../ui/index.ts';
import { useSignedIn } from '../session/session.ts';
import { useLock } from '../session/session-gate.tsx';
import { PasswordDialog } from '../staff/password-dialog.tsx';
import { PinDialog } from '../staff/pin-dialog.tsx';
import styles from './settings.module.css';

/** The signed-in person's own name, password and PIN. */
export function AccountTab() {
  const { t } = useTranslation('settings');
  const { staff } = useSignedIn();
  const lock = useLock();
  const [dialog, setDialog] = useState<'none' | 'password' | 'pin'>('none');
  const close = () => setDialog('none');
  return (
    <Card title={staff.name}>
      <div className={styles.form}>
        <KeyValueList
          items={[
            { id: 'username', label: t('session:username'), value: staff.username },
            { id: 'role', label: t('staff:roleLabel'), value: t(`session:role.${staff.role}`) },
            { id: 'pin', label: t('staff:pin'), value: t(staff.hasPin ? 'staff:pinSet' : 'staff:pinNone') },
          ]}
        />
        <div className={styles.row}>
          <Button onClick={() => setDialog('password')}>{t('staff:changePassword')}</Button>
          <Button onClick={() => setDialog('pin')}>
            {t(staff.hasPin ? 'staff:changePin' : 'staff:setPin')}
          </Button>
          <Button variant="quiet" className={styles.end} onClick={() => void lock()}>
            {t('session:lock')}
          </Button>
        </div>
      </div>
      {dialog === 'password' ? <PasswordDialog person={staff} isMe onClose={close} /> : null}
      {dialog === 'pin' ? <PinDialog person={staff} isMe onClose={close} /> : null}
    </Card>
  );
}
