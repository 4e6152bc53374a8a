import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, TextField } from '../../../ui/index.ts';
import styles from './refund.module.css';

const PRESETS = ['first', 'second', 'third', 'fourth'] as const;

/** The usual reasons to tap, or another one in words. */
export function RefundReason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation('orders');
  const [own, setOwn] = useState(false);
  const choose = (ownWords: boolean, reason: string) => {
    setOwn(ownWords);
    onChange(reason);
  };
  return (
    <div className={styles.stack}>
      <fieldset className={styles.reasons}>
        <legend className={styles.label}>{t('refund.reasonLabel')}</legend>
        {PRESETS.map((preset, index) => {
          const words = t(`refund.reasons.${preset}`);
          return (
            <Chip
              key={preset}
              selected={!own && value === words}
              data-autofocus={index === 0 || undefined}
              onClick={() => choose(false, words)}
            >
              {words}
            </Chip>
          );
        })}
        <Chip selected={own} onClick={() => choose(true, '')}>
          {t('refund.otherReason')}
        </Chip>
      </fieldset>
      {own ? (
        <TextField
          label={t('refund.ownReason')}
          size="touch"
          value={value}
          onChange={onChange}
          maxLength={200}
          required
          autoFocus
        />
      ) : null}
    </div>
  );
}
