import { useQueryClient } from '@tanstack/react-query';
import { Telescope } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, Card, ConfirmDialog, notify } from '../../ui/index.ts';
import { refreshSession } from '../session/lock.ts';
import styles from './settings.module.css';

/** The way out of the demo shop, into a shop of one's own. */
export function LeaveDemo() {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const leave = useCommand('setup.leaveDemo');
  const confirm = async () => {
    try {
      await leave.mutateAsync({});
      await refreshSession(cache);
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
      setAsking(false);
    }
  };
  return (
    <Card>
      <div className={styles.row}>
        <Telescope size={24} strokeWidth={1.5} aria-hidden />
        <span className={styles.itemWords}>
          <span className={styles.itemName}>{t('demo.title')}</span>
          <span className={styles.small}>{t('demo.hint')}</span>
        </span>
        <Button variant="primary" onClick={() => setAsking(true)}>
          {t('demo.leave')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        tone="primary"
        title={t('demo.question')}
        confirmLabel={t('demo.leave')}
        busy={leave.isPending}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('demo.consequence')}
      </ConfirmDialog>
    </Card>
  );
}
