import { ImageUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FieldError } from '../../ui/index.ts';
import { toReceiptLogo } from './receipt-logo.ts';
import styles from './settings.module.css';

interface LogoFieldProps {
  /** PNG, base64 without a prefix. */
  value: string | null;
  onChange: (value: string | null) => void;
}

export function LogoField({ value, onChange }: LogoFieldProps) {
  const { t } = useTranslation('settings');
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'image.unreadable' | 'image.tooLarge' | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const made = await toReceiptLogo(file);
    setProblem(made.ok ? null : made.error);
    if (made.ok) onChange(made.value);
  };
  return (
    <div className={styles.labelled}>
      <span className={styles.labelText}>{t('logo')}</span>
      <div className={styles.row}>
        <span className={styles.logo}>
          {value ? (
            <img src={`data:image/png;base64,${value}`} alt={t('logo')} />
          ) : (
            <ImageUp size={20} aria-hidden />
          )}
        </span>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button onClick={() => input.current?.click()}>{t(value ? 'logoReplace' : 'logoChoose')}</Button>
        {value ? (
          <Button variant="quiet" onClick={() => onChange(null)}>
            {t('common:remove')}
          </Button>
        ) : null}
        <span className={styles.small}>{t('logoHint')}</span>
      </div>
      {problem ? <FieldError>{t(`errors:${problem}`)}</FieldError> : null}
    </div>
  );
}
