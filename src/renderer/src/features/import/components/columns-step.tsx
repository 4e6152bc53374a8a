import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { Button, Card, FieldError, FormRow, Segmented, SelectField } from '../../../ui/index.ts';
import { UNITS_SHOWN } from '../../products/units.ts';
import { type ColumnsDraft, draftKey, firstDraft, keepDraft, readDraft } from '../columns-draft.ts';
import { IMPORT_FIELD_NAMES } from '../import-fields.ts';
import type { ImportView } from '../import-file.ts';
import {
  type ColumnRow,
  columnRows,
  type ImportField,
  type Inspection,
  type Mapping,
  mappingFault,
  withField,
} from '../mapping.ts';
import styles from './import.module.css';
import { ReadingCard } from './reading-card.tsx';

interface ColumnsStepProps {
  view: ImportView;
  onChecking: () => void;
  onRestart: () => void;
}

/** Which column is what, and what holds for all rows. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { inspection } = props.view;
  return inspection ? (
    <Columns key={draftKey(props.view, inspection)} {...props} inspection={inspection} />
  ) : null;
}

function Columns({ view, inspection, onChecking, onRestart }: ColumnsStepProps & { inspection: Inspection }) {
  const { t } = useTranslation('importer');
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  const choosable = taxes.filter(({ archived }) => !archived);
  const key = draftKey(view, inspection);
  const [draft, setDraft] = useState<ColumnsDraft>(() => readDraft(key) ?? firstDraft(view, inspection));
  const change = (part: Partial<ColumnsDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(key, next);
  };
  const { mapping, decimalStyle, defaultUnit } = draft;
  const check = useCommand('import.check');
  const fault = mappingFault(mapping);
  const taxIds = choosable.map(({ id }) => id);
  const chosenTax = taxIds.find((id) => id === draft.defaultTaxCategoryId);
  const defaultTaxCategoryId = chosenTax ?? taxIds[0] ?? null;
  const start = () => {
    if (fault || defaultTaxCategoryId === null) return;
    const options = { mapping: [...mapping], defaultTaxCategoryId, decimalStyle, defaultUnit };
    check.mutate({ id: view.id, options }, { onSuccess: onChecking });
  };
  return (
    <>
      <ReadingCard view={view} inspection={inspection} />
      <Card title={t('columns.title')}>
        {draft.isRemembered ? (
          <div className={styles.remembered}>
            <span>{t('columns.remembered')}</span>
            <Button onClick={() => change({ mapping: inspection.guess, isRemembered: false })}>
              {t('columns.useGuess')}
            </Button>
          </div>
        ) : (
          <p className={styles.cardLead}>{t('columns.hint')}</p>
        )}
        <MappingTable
          inspection={inspection}
          mapping={mapping}
          onChange={(next) => change({ mapping: next })}
        />
      </Card>
      <Card title={t('columns.options')}>
        <FormRow>
          <SelectField
            label={t('columns.tax')}
            value={defaultTaxCategoryId}
            onChange={(id) => change({ defaultTaxCategoryId: id })}
            options={choosable.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            label={t('columns.unit')}
            value={defaultUnit}
            onChange={(unit) => change({ defaultUnit: unit })}
            options={UNITS_SHOWN.map((unit) => ({ value: unit, label: t(`products:unit.${unit}`) }))}
          />
          <div className={styles.choice}>
            <span className={styles.choiceLabel}>{t('columns.decimal')}</span>
            <Segmented
              label={t('columns.decimal')}
              value={decimalStyle}
              onChange={(style) => change({ decimalStyle: style })}
              options={(['point', 'comma'] as const).map((value) => ({
                value,
                label: t(`columns.${value}`),
              }))}
            />
          </div>
        </FormRow>
      </Card>
      <div className={styles.foot}>
        {fault ? <FieldError>{faultText(t, fault)}</FieldError> : null}
        {check.error ? <FieldError>{errorMessage(t, check.error)}</FieldError> : null}
        <Button size="touch" onClick={onRestart}>
          {t('columns.other')}
        </Button>
        <Button
          size="touch"
          variant="primary"
          disabled={fault !== null || defaultTaxCategoryId === null}
          loading={check.isPending}
          onClick={start}
        >
          {t('columns.check')}
        </Button>
      </div>
    </>
  );
}

function faultText(t: TFunction, fault: NonNullable<ReturnType<typeof mappingFault>>): string {
  return fault.kind === 'once'
    ? t('importer:columns.once', { field: t(`importer:field.${fault.field}`) })
    : t('importer:columns.needName');
}

interface MappingTableProps {
  inspection: Inspection;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

function MappingTable({ inspection, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation('importer');
  const headOf = ({ header, index }: ColumnRow) => header || t('columns.unnamed', { number: index + 1 });
  const options = [
    { value: '' as const, label: t('columns.ignore') },
    ...IMPORT_FIELD_NAMES.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('columns.column')}</th>
          <th scope="col">{t('columns.samples')}</th>
          <th scope="col" className={styles.fieldCell}>
            {t('columns.field')}
          </th>
        </tr>
      </thead>
      <tbody>
        {columnRows(inspection).map((row) => (
          <tr key={row.index} data-ignored={mapping[row.index] === null || undefined}>
            <th scope="row">{headOf(row)}</th>
            <td className={styles.samples}>{row.samples.join(' · ') || t('columns.emptySample')}</td>
            <td className={styles.fieldCell}>
              <SelectField<ImportField | ''>
                label={headOf(row)}
                labelHidden
                value={mapping[row.index] ?? ''}
                onChange={(field) => onChange(withField(mapping, row.index, field === '' ? null : field))}
                options={options}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
