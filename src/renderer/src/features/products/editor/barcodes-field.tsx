import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, FieldError, IconButton, TextField } from '../../../ui/index.ts';
import { type BarcodeRow, newBarcodeRow, readBarcode } from './barcode-rows.ts';
import styles from './barcodes-field.module.css';
import { type Fault, localBarcodeFault } from './draft-faults.ts';

interface BarcodesFieldProps {
  rows: readonly BarcodeRow[];
  /** What was found wrong when saving, by the row's key. */
  faults: Readonly<Record<string, Fault>>;
  error: string | undefined;
  onChange: (rows: readonly BarcodeRow[]) => void;
}

/** A product's codes, one a line; what is wrong with one is said at its line, at once. */
export function BarcodesField({ rows, faults, error, onChange }: BarcodesFieldProps) {
  const { t } = useTranslation('products');
  const list = useRef<HTMLDivElement>(null);
  const add = () => {
    onChange([...rows, newBarcodeRow()]);
    setTimeout(() => [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus());
  };
  const change = (next: BarcodeRow) => onChange(rows.map((row) => (row.key === next.key ? next : row)));
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles.field}>
      {rows.length > 0 ? <span className={styles.label}>{t('editor.barcodes')}</span> : null}
      <div ref={list} className={styles.rows}>
        {rows.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            number={index + 1}
            fault={faults[row.key]}
            onChange={change}
            onKeyDown={addOnEnter}
            onRemove={() => onChange(rows.filter((one) => one.key !== row.key))}
          />
        ))}
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
      <div className={styles.foot}>
        <Button icon={Plus} onClick={add}>
          {t('editor.addBarcode')}
        </Button>
        <span className={styles.hint}>{t('editor.barcodesHint')}</span>
      </div>
    </div>
  );
}

interface RowProps {
  row: BarcodeRow;
  number: number;
  fault: Fault | undefined;
  onChange: (row: BarcodeRow) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onRemove: () => void;
}

/** A GTIN shows its fault once it is long enough to be one, so that typing is not interrupted. */
const MIN_JUDGED_LENGTH = 8;

function Row({ row, number, fault, onChange, onKeyDown, onRemove }: RowProps) {
  const { t } = useTranslation('products');
  const reading = readBarcode(row);
  const shown = fault ?? (row.text.trim().length >= MIN_JUDGED_LENGTH ? localBarcodeFault(row) : undefined);
  return (
    <div className={styles.row}>
      <div className={styles.input}>
        <TextField
          label={t('editor.barcode', { number })}
          labelHidden
          placeholder={t('editor.barcodePlaceholder')}
          inputMode="numeric"
          value={row.text}
          error={shown && t(shown.key, { ...shown.values })}
          onChange={(text) => onChange({ ...row, text })}
          onKeyDown={onKeyDown}
        />
        {shown?.key === 'products:barcode.badCheckDigit' ? (
          <Button onClick={() => onChange({ ...row, kind: 'inStore' })}>{t('editor.keepAsInStore')}</Button>
        ) : null}
        {row.kind === 'inStore' ? (
          <Button onClick={() => onChange({ ...row, kind: 'auto' })}>{t('editor.asGtin')}</Button>
        ) : null}
      </div>
      <span className={styles.kind}>
        {reading.kind === 'gtin' ? <Badge tone="success">{t('editor.gtin')}</Badge> : null}
        {reading.kind === 'inStore' ? <Badge>{t('editor.inStore')}</Badge> : null}
      </span>
      <IconButton icon={Trash2} label={t('editor.removeBarcode', { number })} onClick={onRemove} />
    </div>
  );
}
