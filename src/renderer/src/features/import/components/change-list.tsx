import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, Card } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import styles from './import.module.css';

type Changes = NonNullable<ImportView['changes']>;
type FieldChange = Changes['rows'][number]['fields'][number];

/** What the list would change in products the shop has: how many by field, and the first of them field by field. */
export function ChangeList({ changes, total }: { changes: Changes; total: number }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const shown = { shown: number(changes.rows.length), total: number(total) };
  return (
    <Card title={t('checked.changes')} note={t('checked.changesHint', shown)}>
      <div className={styles.chips}>
        {changes.fields.map(({ field, count }) => (
          <Badge key={field} tone="accent">
            {t('checked.inProducts', { field: t(`field.${field}`), number: number(count) })}
          </Badge>
        ))}
      </div>
      <div className={styles.changeRows}>
        <table className={styles.table}>
          <thead className={styles.changeHead}>
            <tr>
              <th scope="col">{t('checked.product')}</th>
              <th scope="col">{t('columns.field')}</th>
              <th scope="col">{t('checked.before')}</th>
              <th scope="col">{t('checked.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.rows.flatMap((row) =>
              row.fields.map((change, index) => (
                <tr key={`${row.rowNumber} ${change.field}`}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={row.fields.length} className={styles.changed}>
                      {row.name}
                    </th>
                  ) : null}
                  <td className={styles.changedField}>{t(`field.${change.field}`)}</td>
                  <td className={styles.was}>
                    <Value change={change} value={change.before} />
                  </td>
                  <td className={styles.value}>
                    <Value change={change} value={change.after} />
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Value({ change: { field }, value }: { change: FieldChange; value: FieldChange['before'] }) {
  const { t } = useTranslation('importer');
  const { money, number } = useFormat();
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  if (value === null) return <span className={styles.muted}>{t('checked.nothingBefore')}</span>;
  if (field === 'price' || field === 'cost') return money(Number(value));
  if (field === 'unit') return t(`products:unit.${String(value)}`);
  if (field === 'taxCategory') return taxes.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'tracked') return t(value === 'yes' ? 'yes' : 'no');
  return typeof value === 'number' ? number(value) : value;
}
