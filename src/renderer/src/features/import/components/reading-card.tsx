import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Card, FieldError, FormRow, SelectField } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import { DELIMITERS, delimiterName, ENCODINGS, type Encoding, type Inspection } from '../mapping.ts';

/** How the file is read: as was found out, and to be said otherwise. */
export function ReadingCard({ view, inspection }: { view: ImportView; inspection: Inspection }) {
  const { t } = useTranslation('importer');
  const again = useCommand('import.readAgain');
  const { encoding, delimiter, workbook } = inspection;
  const read = (wish: { encoding?: Encoding; delimiter?: (typeof DELIMITERS)[number]; sheet?: number }) =>
    again.mutate({
      id: view.id,
      ...(workbook ? {} : { encoding: encoding as Encoding, delimiter: delimiter as ',' }),
      ...wish,
    });
  return (
    <Card title={t('columns.reading')} note={view.fileName}>
      <FormRow>
        {workbook ? (
          <SelectField
            label={t('columns.sheet')}
            value={String(workbook.sheet)}
            onChange={(sheet) => read({ sheet: Number(sheet) })}
            options={workbook.sheets.map((name, index) => ({ value: String(index + 1), label: name }))}
          />
        ) : (
          <>
            <SelectField
              label={t('columns.encoding')}
              value={encoding as Encoding}
              onChange={(chosen) => read({ encoding: chosen })}
              options={ENCODINGS.map((name) => ({ value: name, label: t(`columns.encodingName.${name}`) }))}
            />
            <SelectField
              label={t('columns.separator')}
              value={delimiter as ','}
              onChange={(chosen) => read({ delimiter: chosen })}
              options={DELIMITERS.map((sign) => ({
                value: sign,
                label: t(`columns.delimiter.${delimiterName(sign)}`, { sign }),
              }))}
            />
          </>
        )}
      </FormRow>
      {again.error ? <FieldError>{errorMessage(t, again.error)}</FieldError> : null}
    </Card>
  );
}
