import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { query } from '../../client/client.ts';
import { useCommand } from '../../client/hooks.ts';
import { Button, Dialog, KeyValueList, notify, TextField } from '../../ui/index.ts';
import { refreshSession } from '../session/lock.ts';
import type { Backup } from './backups-tab.tsx';
import styles from './settings.module.css';

type Contents = CallOutput<'backup.preview'>;

/** First what is inside, then the button that brings it back. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation('backup');
  const cache = useQueryClient();
  const restore = useCommand('backup.restore');
  const [passphrase, setPassphrase] = useState('');
  const [contents, setContents] = useState<Contents | null>(null);
  const [looking, setLooking] = useState(false);
  const { file, folder } = backup;
  const pick = { file, folder, ...(passphrase === '' ? {} : { passphrase }) };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  const look = () =>
    attempt(async () => {
      setLooking(true);
      setContents(await query('backup.preview', pick).finally(() => setLooking(false)));
    });
  const bringBack = () =>
    attempt(async () => {
      await restore.mutateAsync(pick);
      await refreshSession(cache);
      onClose();
    });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('restoreTitle')}
      dismissible={!restore.isPending}
      actions={
        <>
          <Button size="touch" disabled={restore.isPending} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {contents ? (
            <Button
              size="touch"
              variant="danger"
              loading={restore.isPending}
              onClick={() => void bringBack()}
            >
              {t('doRestore')}
            </Button>
          ) : (
            <Button size="touch" variant="primary" loading={looking} onClick={() => void look()}>
              {t('look')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('restoreHint')}</p>
        <span className={styles.small}>{file}</span>
        {backup.encrypted && !contents ? (
          <TextField label={t('restoreFor')} type="password" value={passphrase} onChange={setPassphrase} />
        ) : null}
        {contents ? <ContentsList contents={contents} /> : null}
      </div>
    </Dialog>
  );
}

function ContentsList({ contents }: { contents: Contents }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const { lastSaleAtMs } = contents;
  return (
    <>
      <KeyValueList
        items={[
          { id: 'shop', label: t('shop'), value: contents.shopName },
          { id: 'documents', label: t('documents'), value: format.number(contents.documents) },
          {
            id: 'lastSale',
            label: t('lastSale'),
            value: lastSaleAtMs === null ? t('none') : format.dateTime(lastSaleAtMs),
          },
          { id: 'products', label: t('products'), value: format.number(contents.products) },
          ...contents.heads
            .filter(({ count }) => count > 0)
            .map(({ prefix, count, hash }) => ({
              id: `head ${prefix}`,
              label: t('journalEnd', { prefix }),
              value: (
                <span title={hash}>
                  {t('journalHead', { seq: format.number(count), hash: hash.slice(0, 12) })}
                </span>
              ),
            })),
          { id: 'size', label: t('size'), value: format.fileSize(contents.bytes) },
        ]}
      />
      {contents.pinsWork ? null : <p>{t('noPins')}</p>}
    </>
  );
}
