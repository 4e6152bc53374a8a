import { CircleCheck, List } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, Button, Card } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import { useFaultText } from '../use-fault-text.ts';
import { FaultyRowsDialog } from './faulty-rows-dialog.tsx';
import styles from './import.module.css';
import { SaveFaultyRows } from './save-faulty-rows.tsx';

const EXAMPLES_SHOWN = 3;

/** Why rows are left out: each reason with how often and a few of the rows. */
export function FaultList({ view }: { view: ImportView }) {
  const [all, setAll] = useState(false);
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const faultText = useFaultText();
  if (view.faults.length === 0) {
    return (
      <p className={styles.allGood}>
        <CircleCheck size={18} aria-hidden className={styles.good} /> {t('checked.noFaults')}
      </p>
    );
  }
  return (
    <Card title={t('checked.faults')} note={t('checked.faultsHint')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('checked.reason')}</th>
            <th scope="col">{t('checked.examples')}</th>
            <th scope="col" className={styles.end}>
              {t('checked.rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.faults.map(({ code, count, examples }) => (
            <tr key={code}>
              <th scope="row">{faultText(code)}</th>
              <td>
                <ul className={styles.examples}>
                  {examples.slice(0, EXAMPLES_SHOWN).map(({ rowNumber, column, value }) => (
                    <li key={`${rowNumber} ${column}`}>
                      <span className={styles.muted}>
                        {[t('checked.example', { row: number(rowNumber) }), column]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>{' '}
                      <span className={styles.value}>{value === '' ? t('checked.emptyValue') : value}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td className={styles.end}>
                <Badge tone="warning">{number(count)}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.state === 'checked' ? (
        <span className={styles.allRows}>
          <Button icon={List} onClick={() => setAll(true)}>
            {t('checked.showAll')}
          </Button>
          <SaveFaultyRows importId={view.id} />
        </span>
      ) : null}
      {all ? <FaultyRowsDialog id={view.id} onClose={() => setAll(false)} /> : null}
    </Card>
  );
}
