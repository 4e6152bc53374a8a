import { Archive, DatabaseBackup } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { Badge, Button, Card, EmptyState, notify, QueryState, TextField } from '../../ui/index.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import styles from './settings.module.css';

type List = CallOutput<'backup.list'>;
export type Backup = List['backups'][number];

/** Copies of the whole shop: making, checking and bringing one back. */
export function BackupsTab() {
  const { t } = useTranslation('backup');
  const list = useCall('backup.list', {});
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <>
      <QueryState query={list} skeleton={{ rows: 3 }} describeError={(error) => errorMessage(t, error)}>
        {(data) => (
          <>
            <BackupList backups={data.backups} onRestore={setRestoring} />
            <WhereAndHow key={`${data.folder}${data.encrypted}`} list={data} />
          </>
        )}
      </QueryState>
      {restoring ? <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} /> : null}
    </>
  );
}

function BackupList({
  backups,
  onRestore,
}: {
  backups: readonly Backup[];
  onRestore: (backup: Backup) => void;
}) {
  const { t } = useTranslation('backup');
  const make = useCommand('backup.make');
  const run = async () => {
    try {
      await make.mutateAsync({});
      notify({ message: t('made'), tone: 'success' });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (
    <Card
      title={t('title')}
      note={
        <Button icon={DatabaseBackup} variant="primary" loading={make.isPending} onClick={() => void run()}>
          {t('makeNow')}
        </Button>
      }
    >
      <p className={styles.small}>{t('hint')}</p>
      {backups.length === 0 ? (
        <EmptyState icon={Archive} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {backups.map((backup) => (
            <BackupItem key={`${backup.folder}/${backup.file}`} backup={backup} onRestore={onRestore} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function BackupItem({ backup, onRestore }: { backup: Backup; onRestore: (backup: Backup) => void }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const check = useCommand('backup.rehearse');
  const run = async () => {
    try {
      await check.mutateAsync({ file: backup.file, folder: backup.folder });
      notify({ message: t('checked'), tone: 'success' });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  const facts = [
    t(`kind.${backup.kind}`),
    backup.documents === null
      ? null
      : t('sales', { count: backup.documents, number: format.number(backup.documents) }),
    format.fileSize(backup.bytes),
    backup.file,
  ];
  return (
    <li className={styles.item}>
      <span className={styles.itemWords}>
        <span className={styles.itemName}>{format.dateTime(backup.atMs)}</span>
        <span className={styles.small}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </span>
      {backup.encrypted ? <Badge tone="neutral">{t('encrypted')}</Badge> : null}
      {backup.provenAtMs === null ? null : <Badge tone="success">{t('provenBadge')}</Badge>}
      <Button loading={check.isPending} onClick={() => void run()}>
        {t('check')}
      </Button>
      <Button onClick={() => onRestore(backup)}>{t('restore')}</Button>
    </li>
  );
}

function WhereAndHow({ list }: { list: List }) {
  const { t } = useTranslation('backup');
  const setUp = useCommand('backup.setUp');
  const [folder, setFolder] = useState(list.folder ?? '');
  const [passphrase, setPassphrase] = useState('');
  const save = async (phrase?: string | null) => {
    try {
      const where = folder.trim() === '' ? null : folder.trim();
      await setUp.mutateAsync({ folder: where, ...(phrase === undefined ? {} : { passphrase: phrase }) });
      setPassphrase('');
      notify({ message: t('saved'), tone: 'success' });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (
    <Card title={t('where')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(passphrase === '' ? undefined : passphrase);
        }}
      >
        <TextField label={t('folder')} hint={t('folderHint')} value={folder} onChange={setFolder} />
        <TextField
          label={t('passphrase')}
          hint={list.encrypted ? t('isEncrypted') : t('passphraseHint')}
          type="password"
          autoComplete="new-password"
          minLength={8}
          value={passphrase}
          onChange={setPassphrase}
        />
        <div className={styles.row}>
          <Button type="submit" variant="primary" loading={setUp.isPending}>
            {t('common:save')}
          </Button>
          {list.encrypted ? <Button onClick={() => void save(null)}>{t('noEncryption')}</Button> : null}
        </div>
      </form>
    </Card>
  );
}
