import { Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useCall } from '../../client/hooks.ts';
import { Badge, Button, Card, QueryState } from '../../ui/index.ts';
import { useMay, useSignedIn } from '../session/session.ts';
import { NewRegisterDialog } from './new-register-dialog.tsx';
import { PrinterCard } from './printer-card.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import styles from './settings.module.css';

export type Register = CallOutput<'register.list'>[number];
type Open = { kind: 'none' | 'new' } | { kind: 'edit'; register: Register };

/** Tills and their printers; what this till's printer is doing is shown below. */
export function RegistersTab() {
  const { t } = useTranslation('settings');
  const registers = useCall('register.list', {});
  const mayManage = useMay('settings.manage');
  const { device } = useSignedIn();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = () => setOpen({ kind: 'none' });
  return (
    <>
      <QueryState query={registers} skeleton={{ rows: 3 }} describeError={(error) => errorMessage(t, error)}>
        {(list) => (
          <Card
            title={t('tills.title')}
            note={
              mayManage ? (
                <Button icon={Plus} onClick={() => setOpen({ kind: 'new' })}>
                  {t('tills.add')}
                </Button>
              ) : undefined
            }
          >
            <ul className={styles.list}>
              {list.map((register) => (
                <li key={register.id} className={styles.item}>
                  <Printer size={18} strokeWidth={1.75} aria-hidden />
                  <span className={styles.itemWords}>
                    <span className={styles.itemName}>{register.name}</span>
                    <span className={styles.small}>
                      {t('tills.numbers', { prefix: register.prefix })}
                      {' · '}
                      {register.printerHost === null
                        ? t('tills.noPrinter')
                        : t('tills.printerAt', { host: register.printerHost, width: register.paperWidthMm })}
                    </span>
                  </span>
                  {register.id === device?.registerId ? <Badge tone="accent">{t('tills.here')}</Badge> : null}
                  {mayManage ? (
                    <Button
                      onClick={() => setOpen({ kind: 'edit', register })}
                      aria-label={t('editNamed', { name: register.name })}
                    >
                      {t('common:edit')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </QueryState>
      {device ? <PrinterCard registerName={device.registerName} /> : null}
      {open.kind === 'new' ? <NewRegisterDialog onClose={close} /> : null}
      {open.kind === 'edit' ? <RegisterDialog register={open.register} onClose={close} /> : null}
    </>
  );
}
