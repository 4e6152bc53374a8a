import { useTranslation } from 'react-i18next';
import { Button, classNames } from '../ui/index.ts';
import styles from './corrected-notice.module.css';
import { type Correction, correctedText } from './corrected-text.ts';

interface CorrectedNoticeProps {
  corrected: readonly Correction[];
  /** What was typed. */
  text: string;
  /** A till is touched, an office clicked. */
  size: 'touch' | 'dense';
  onExactly: () => void;
}

/** Says that other words were searched for than were typed, and takes that back. Nothing where nothing was corrected. */
export function CorrectedNotice({ corrected, text, size, onExactly }: CorrectedNoticeProps) {
  const { t } = useTranslation('common');
  if (corrected.length === 0) return null;
  return (
    <div className={classNames(styles.notice, size === 'dense' && styles.dense)} role="status">
      <p className={styles.words}>
        {t('corrected.showing')} <strong>{correctedText(t, corrected)}</strong>{' '}
        <span className={styles.typed}>
          {t('corrected.typed', { words: [...new Set(corrected.map(({ from }) => from))].join(' ') })}
        </span>
      </p>
      <Button size={size} onClick={onExactly}>
        {t('corrected.exactly', { text })}
      </Button>
    </div>
  );
}
