import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, Button, Card, QueryState, type Tone } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import styles from './import.module.css';

const TONES: Partial<Record<ImportView['state'], Tone>> = {
  applied: 'success',
  failed: 'danger',
  applying: 'accent',
  checking: 'accent',
  undoing: 'accent',
  checked: 'warning',
  received: 'warning',
};

/** What was imported before, and what was begun and not finished. */
export function PastImports({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('importer');
  const imports = useCall('import.list', {});
  return (
    <Card title={t('history.title')}>
      <QueryState
        query={imports}
        describeError={(error) => errorMessage(t, error)}
        isEmpty={(data) => data.length === 0}
        empty={<p className={styles.muted}>{t('history.none')}</p>}
        skeleton={{ rows: 3 }}
      >
        {(list) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('history.file')}</th>
                <th scope="col">{t('history.when')}</th>
                <th scope="col">{t('history.state')}</th>
                <th scope="col">{t('history.result')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {list.map((view) => (
                <PastRow key={view.id} view={view} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        )}
      </QueryState>
    </Card>
  );
}

function PastRow({ view, onOpen }: { view: ImportView; onOpen: (id: string) => void }) {
  const { t } = useTranslation('importer');
  const { number, dateTime } = useFormat();
  const { id, fileName, state, counts, createdAtMs, finishedAtMs } = view;
  const values = counts && {
    new: number(counts.new),
    changed: number(counts.changed),
    faulty: number(counts.faulty),
  };
  return (
    <tr>
      <th scope="row" className={styles.fileName}>
        {fileName}
      </th>
      <td>{dateTime(createdAtMs)}</td>
      <td>
        <Badge tone={TONES[state] ?? 'neutral'}>{t(`state.${state}`)}</Badge>
      </td>
      <td className={styles.muted}>{values && state === 'applied' ? t('history.counts', values) : null}</td>
      <td className={styles.end}>
        <Button onClick={() => onOpen(id)}>
          {finishedAtMs === null ? t('history.open') : t('history.view')}
        </Button>
      </td>
    </tr>
  );
}
