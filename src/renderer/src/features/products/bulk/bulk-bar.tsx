import { Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Button } from '../../../ui/index.ts';
import styles from './bulk.module.css';

interface BulkBarProps {
  count: number;
  total: number;
  onAll: () => void;
  onEdit: () => void;
  onClear: () => void;
}

/** What is chosen, and what can be done with it. */
export function BulkBar({ count, total, onAll, onEdit, onClear }: BulkBarProps) {
  const { t } = useTranslation('products');
  const { number } = useFormat();
  return (
    <div className={styles.bar} role="status">
      <strong>{t('bulk.chosen', { count, number: number(count) })}</strong>
      {count < total ? (
        <Button variant="quiet" onClick={onAll}>
          {t('bulk.chooseAll', { number: number(total) })}
        </Button>
      ) : null}
      <span className={styles.end}>
        <Button icon={X} onClick={onClear}>
          {t('bulk.clear')}
        </Button>
        <Button variant="primary" icon={Pencil} onClick={onEdit}>
          {t('bulk.edit')}
        </Button>
      </span>
    </div>
  );
}
