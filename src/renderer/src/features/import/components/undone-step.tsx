import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { usePages } from '../../../client/use-pages.ts';
import { Button, Card, DataTable, EmptyState, QueryState } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import { useFaultText } from '../use-fault-text.ts';
import styles from './import.module.css';

/** An import that was undone, and what of it stays because someone changed it since. */
export function UndoneStep({ view, onRestart }: { view: ImportView; onRestart: () => void }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const { restored = 0, archived = 0, kept = 0 } = view.undo ?? {};
  const counts = { restored: number(restored), archived: number(archived), kept: number(kept) };
  return (
    <>
      <EmptyState
        icon={Undo2}
        title={t('undo.done')}
        actions={
          <Button size="touch" onClick={onRestart}>
            {t('done.another')}
          </Button>
        }
      >
        {t('undo.counts', counts)}
      </EmptyState>
      {kept > 0 ? <KeptRows id={view.id} /> : null}
    </>
  );
}

function KeptRows({ id }: { id: string }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const faultText = useFaultText();
  const { state, rows, total, loadMore } = usePages('import.listNotUndone', { id });
  return (
    <Card title={t('undo.kept')} note={t('undo.keptHint')}>
      <QueryState query={state} describeError={(error) => errorMessage(t, error)}>
        {() => (
          <div className={styles.rowsBox}>
            <DataTable
              label={t('undo.kept')}
              rows={rows}
              rowId={(row) => String(row.rowNumber)}
              totalCount={total}
              onNearEnd={loadMore}
              columns={[
                {
                  key: 'row',
                  header: t('checked.row'),
                  width: '76px',
                  align: 'end',
                  tone: 'muted',
                  cell: (row) => number(row.rowNumber),
                },
                {
                  key: 'product',
                  header: t('checked.product'),
                  width: 'minmax(160px, 1fr)',
                  cell: (row) => <span title={row.name}>{row.name}</span>,
                },
                {
                  key: 'reason',
                  header: t('checked.reason'),
                  width: 'minmax(220px, 1fr)',
                  cell: (row) => <span>{faultText(row.code)}</span>,
                },
              ]}
            />
          </div>
        )}
      </QueryState>
    </Card>
  );
}
