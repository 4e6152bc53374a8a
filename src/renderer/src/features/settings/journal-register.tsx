import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCommand } from '../../client/hooks.ts';
import { Badge, Button, notify } from '../../ui/index.ts';
import { useMay } from '../session/session.ts';
import type { JournalHead } from './journal-tab.tsx';
import styles from './settings.module.css';

/** One till's chains: how long they are and what they end in, to compare with a note. */
export function JournalRegister({
  head,
  onExport,
}: {
  head: JournalHead;
  onExport: (head: JournalHead) => void;
}) {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const mayExport = useMay('settings.manage');
  const { receipts } = head;
  const facts = [
    t('documents', { count: head.count }),
    receipts ? t('receipts', { count: receipts.count }) : null,
    head.beforeSigning > 0 ? t('beforeSigning', { count: head.beforeSigning }) : null,
    head.lastAtMs === null ? null : t('lastAt', { at: format.dateTime(head.lastAtMs) }),
  ];
  return (
    <li className={styles.item}>
      <span className={styles.itemWords}>
        <span className={styles.itemName}>
          {head.registerName} <span className={styles.quiet}>{head.prefix}</span>
        </span>
        <span className={styles.small}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {head.hash === null ? null : (
          <span className={styles.small}>
            {t('hash')} <code className={styles.hash}>{head.hash}</code>
          </span>
        )}
        {receipts === null ? null : (
          <span className={styles.small}>
            {t('chainValue')}{' '}
            <code className={styles.hash}>
              {receipts.count}:{receipts.chainValue}
            </code>
          </span>
        )}
        {head.outOfOrder ? <span className={styles.small}>{t('outOfOrderHint')}</span> : null}
      </span>
      {head.retired ? <Badge tone="neutral">{t('retired')}</Badge> : null}
      {head.outOfOrder ? <Badge tone="danger">{t('outOfOrder')}</Badge> : null}
      {head.outOfOrder && mayExport ? <RenewKey registerId={head.registerId} /> : null}
      {receipts !== null && mayExport ? (
        <Button onClick={() => onExport(head)} aria-label={t('exportNamed', { name: head.registerName })}>
          {t('export')}
        </Button>
      ) : null}
    </li>
  );
}

function RenewKey({ registerId }: { registerId: string }) {
  const { t } = useTranslation('journal');
  const renew = useCommand('journal.renewKey');
  const run = async () => {
    try {
      await renew.mutateAsync({ registerId });
      notify({ message: t('renewed'), tone: 'success' });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (
    <Button icon={KeyRound} variant="primary" loading={renew.isPending} onClick={() => void run()}>
      {t('renewKey')}
    </Button>
  );
}
