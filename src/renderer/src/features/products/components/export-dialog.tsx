import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { command } from '../../../client/client.ts';
import { Button, Dialog, FieldError, ProgressPanel, Segmented } from '../../../ui/index.ts';
import { useSaveList } from '../../export/use-save-list.ts';
import { PRODUCT_FILTERS, type ProductFilters, toListInput } from '../product-filters.ts';
import styles from './export-dialog.module.css';

interface ExportDialogProps {
  filters: ProductFilters;
  /** How many products the list shows now; undefined where nothing narrows it. */
  shown: number | undefined;
  onClose: () => void;
}

/** Saves the catalogue, or what the list shows of it, as a file for a spreadsheet. */
export function ExportDialog({ filters, shown, onClose }: ExportDialogProps) {
  const { t, i18n } = useTranslation('products');
  const { number } = useFormat();
  const [scope, setScope] = useState<'shown' | 'all'>(shown === undefined ? 'all' : 'shown');
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const { save, isRunning, rows, error } = useSaveList();
  const start = async () => {
    const { sort, dir } = filters;
    const chosen = scope === 'shown' ? filters : { ...PRODUCT_FILTERS, status: 'any', sort, dir };
    const language = i18n.language === 'zh' ? 'zh' : 'en';
    if (await save(() => command('export.catalogue', { ...toListInput(chosen), format, language })))
      onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('export.title')}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" variant="primary" loading={isRunning} onClick={() => void start()}>
            {t('export.save')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        {shown === undefined ? null : (
          <Choice label={t('export.which')}>
            <Segmented
              size="touch"
              label={t('export.which')}
              value={scope}
              onChange={setScope}
              options={[
                { value: 'shown', label: t('export.shown', { number: number(shown) }) },
                { value: 'all', label: t('export.all') },
              ]}
            />
          </Choice>
        )}
        <Choice label={t('export.format')}>
          <Segmented
            size="touch"
            label={t('export.format')}
            value={format}
            onChange={setFormat}
            options={[
              { value: 'xlsx', label: t('export.xlsx') },
              { value: 'csv', label: t('export.csv') },
            ]}
          />
        </Choice>
        <p className={styles.hint}>{t('export.hint')}</p>
        {isRunning ? (
          <ProgressPanel title={t('export.writing')} detail={t('export.rows', { number: number(rows) })} />
        ) : null}
        {error === null ? null : <FieldError>{error}</FieldError>}
      </div>
    </Dialog>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.choice}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
