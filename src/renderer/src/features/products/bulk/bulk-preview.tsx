import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { FieldError } from '../../../ui/index.ts';
import styles from './bulk.module.css';

export type BulkSelection = CallInput<'product.previewBulkEdit'>['selection'];
type Preview = CallOutput<'product.previewBulkEdit'>;

interface BulkPreviewProps {
  kind: 'price' | 'category' | 'taxCategory';
  ready: boolean;
  preview: Preview | undefined;
  error: unknown;
}

/** What would happen, before it happens. */
export function BulkPreview({ kind, ready, preview, error }: BulkPreviewProps) {
  const { t } = useTranslation('products');
  const { money, number } = useFormat();
  if (error) return <FieldError>{errorMessage(t, error)}</FieldError>;
  if (!ready || !preview) return <div className={styles.preview}>{t('bulk.previewHint')}</div>;
  const { changed, beforeMinor, afterMinor } = preview;
  const left = (['unchanged', 'withoutPrice', 'impossible'] as const).filter((why) => preview[why] > 0);
  return (
    <div className={styles.preview} aria-live="polite">
      <strong className="tabular">
        {kind === 'price'
          ? t('bulk.previewPrice', {
              count: changed,
              number: number(changed),
              before: money(beforeMinor),
              after: money(afterMinor),
            })
          : t('bulk.previewMove', { count: changed, number: number(changed) })}
      </strong>
      <ul className={styles.examples}>
        {preview.examples.map((example) => (
          <li key={example.id} className={styles.example}>
            <span>{example.name}</span>
            <span className="tabular">
              {`${shown(example.beforeMinor, example.beforeName)} → ${shown(example.afterMinor, example.afterName)}`}
            </span>
          </li>
        ))}
      </ul>
      {left.map((why) => (
        <span key={why} className={styles.muted}>
          {t(`bulk.left.${why}`, { count: preview[why], number: number(preview[why]) })}
        </span>
      ))}
    </div>
  );

  function shown(minor: number | null, name: string | null): string {
    if (minor !== null) return money(minor);
    return name ?? t('detail.none');
  }
}
