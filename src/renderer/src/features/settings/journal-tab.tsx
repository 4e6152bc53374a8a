import { FileDown, Link2, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { query } from '../../client/client.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { Button, Card, EmptyState, notify, QueryState } from '../../ui/index.ts';
import { downloadFile } from '../sell/payment/download-file.ts';
import { useSignedIn } from '../session/session.ts';
import { JournalCheckCard } from './journal-check-card.tsx';
import { JournalExportDialog } from './journal-export-dialog.tsx';
import { JournalRegister } from './journal-register.tsx';
import styles from './settings.module.css';

type Heads = CallOutput<'journal.heads'>;
export type JournalHead = Heads['registers'][number];

/** Where every chain of documents ends, and whether all of them hold. */
export function JournalTab() {
  const { t } = useTranslation('journal');
  const heads = useCall('journal.heads', {});
  const [exporting, setExporting] = useState<JournalHead | null>(null);
  return (
    <>
      <QueryState query={heads} skeleton={{ rows: 3 }} describeError={(error) => errorMessage(t, error)}>
        {({ registers, check }) => (
          <>
            <HeadsCard heads={registers} onExport={setExporting} />
            <JournalCheckCard check={check} />
          </>
        )}
      </QueryState>
      {exporting ? <JournalExportDialog register={exporting} onClose={() => setExporting(null)} /> : null}
    </>
  );
}

function HeadsCard({
  heads,
  onExport,
}: {
  heads: readonly JournalHead[];
  onExport: (head: JournalHead) => void;
}) {
  const { t } = useTranslation('journal');
  const isEmpty = heads.every(({ count }) => count === 0);
  return (
    <Card title={t('title')} note={isEmpty ? undefined : <HeadsActions />}>
      <p className={styles.small}>{t('hint')}</p>
      {isEmpty ? (
        <EmptyState icon={Link2} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {heads.map((head) => (
            <JournalRegister key={head.registerId} head={head} onExport={onExport} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** On paper where there is a printer, as a page anywhere. */
function HeadsActions() {
  const { t } = useTranslation('journal');
  const { device } = useSignedIn();
  const print = useCommand('journal.printHeads');
  const [drawing, setDrawing] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  const onPrint = () =>
    attempt(async () => {
      await print.mutateAsync({});
      notify({ message: t('printed'), tone: 'success' });
    });
  const onPdf = () =>
    attempt(async () => {
      setDrawing(true);
      downloadFile(await query('journal.getHeadsPdf', {}).finally(() => setDrawing(false)));
    });
  return (
    <span className={styles.row}>
      {device ? (
        <Button icon={Printer} loading={print.isPending} onClick={() => void onPrint()}>
          {t('print')}
        </Button>
      ) : null}
      <Button icon={FileDown} loading={drawing} onClick={() => void onPdf()}>
        {t('pdf')}
      </Button>
    </span>
  );
}
