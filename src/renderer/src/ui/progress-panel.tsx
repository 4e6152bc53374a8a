import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './progress-panel.module.css';

export interface ProgressPanelProps {
  /** What is going on, e.g. "Reading products". */
  title: string;
  /** How far, in figures, e.g. "12,400 of 41,000 rows". */
  detail?: string | undefined;
  /** 0..1; absent while it cannot be known. */
  fraction?: number | undefined;
  /** How long is left, already formatted. */
  timeLeft?: string | undefined;
  onCancel?: (() => void) | undefined;
}

/** Long work: what it is doing, how far it is, how long is left, and a way to stop it. */
export function ProgressPanel({ title, detail, fraction, timeLeft, onCancel }: ProgressPanelProps) {
  const { t, i18n } = useTranslation('common');
  const percent = fraction === undefined ? undefined : Math.floor(fraction * 100);
  const percentText = new Intl.NumberFormat(i18n.language === 'zh' ? 'zh-CN' : 'en', { style: 'percent' });
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.line}>
        <strong className={styles.title}>{title}</strong>
        {percent === undefined ? null : <span className="tabular">{percentText.format(percent / 100)}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={percent === undefined ? styles.unknown : styles.bar}
          style={percent === undefined ? {} : { inlineSize: `${percent}%` }}
        />
      </div>
      <div className={styles.line}>
        <span className={`${styles.note} tabular`}>{[detail, timeLeft].filter(Boolean).join(' · ')}</span>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </section>
  );
}
