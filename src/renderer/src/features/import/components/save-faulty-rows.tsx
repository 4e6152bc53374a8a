import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { command } from '../../../client/client.ts';
import { Button, FieldError } from '../../../ui/index.ts';
import { useSaveList } from '../../export/use-save-list.ts';

/** The rows that are left out, as a file to mend and bring again. */
export function SaveFaultyRows({ importId }: { importId: string }) {
  const { t, i18n } = useTranslation('importer');
  const { save, isRunning, error } = useSaveList();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const start = (format: 'csv' | 'xlsx') => () =>
    void save(() => command('export.faultyRows', { importId, format, language }));
  return (
    <>
      <Button icon={FileDown} loading={isRunning} onClick={start('csv')}>
        {t('checked.saveCsv')}
      </Button>
      <Button icon={FileDown} loading={isRunning} onClick={start('xlsx')}>
        {t('checked.saveXlsx')}
      </Button>
      {error === null ? null : <FieldError>{error}</FieldError>}
    </>
  );
}
