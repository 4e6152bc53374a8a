import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { usePages } from '../../../client/use-pages.ts';
import { DataTable, Dialog, QueryState } from '../../../ui/index.ts';
import { useFaultText } from '../use-fault-text.ts';
import styles from './import.module.css';

/** Every row that is left out, with its reason. */
export function FaultyRowsDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const faultText = useFaultText();
  const { state, rows, total, loadMore } = usePages('import.listFaults', { id });
  return (
    <Dialog opened onClose={onClose} title={t('checked.faults')} size="large">
      <QueryState query={state} describeError={(error) => errorMessage(t, error)}>
        {() => (
          <div className={styles.rowsBox}>
            <DataTable
              label={t('checked.faults')}
              rows={rows}
              rowId={(row) => `${row.rowNumber} ${row.column} ${row.code}`}
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
                  key: 'column',
                  header: t('checked.column'),
                  width: '84px',
                  tone: 'muted',
                  cell: (row) => <span>{row.column}</span>,
                },
                {
                  key: 'value',
                  header: t('checked.value'),
                  width: 'minmax(120px, 1fr)',
                  cell: (row) => <span title={row.value}>{row.value || t('checked.emptyValue')}</span>,
                },
                {
                  key: 'reason',
                  header: t('checked.reason'),
                  width: 'minmax(220px, 2fr)',
                  cell: (row) => <span title={faultText(row.code)}>{faultText(row.code)}</span>,
                },
              ]}
            />
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}
