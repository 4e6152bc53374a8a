import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, TextField } from '../../../ui/index.ts';
import styles from './dialogs.module.css';

export type ReasonAbout = 'price' | 'discount' | 'void' | 'drawer';

const PRESETS = ['first', 'second', 'third', 'fourth'] as const;

/** A tapped chip leaves Enter to the dialog. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The usual reasons to tap, or another one in words. */
export function ReasonField({
  about,
  value,
  onChange,
  onPreset,
}: {
  about: ReasonAbout;
  value: string;
  onChange: (reason: string) => void;
  /** One of the usual reasons was chosen: nothing more needs typing. */
  onPreset?: () => void;
}) {
  const { t } = useTranslation('sell');
  const presets = PRESETS.map((preset) => t(`reasons.${about}.${preset}`));
  const [own, setOwn] = useState(value !== '' && !presets.includes(value));
  return (
    <div className={styles.stack}>
      <fieldset className={styles.reasons}>
        <legend className={styles.legend}>{t('reasons.label')}</legend>
        {presets.map((preset, index) => (
          <Chip
            key={preset}
            data-autofocus={(value === '' && index === 0) || undefined}
            selected={!own && value === preset}
            onMouseDown={keepFocus}
            onClick={() => {
              setOwn(false);
              onChange(preset);
              onPreset?.();
            }}
          >
            {preset}
          </Chip>
        ))}
        <Chip
          selected={own}
          onClick={() => {
            setOwn(true);
            onChange('');
          }}
        >
          {t('reasons.other')}
        </Chip>
      </fieldset>
      {own ? (
        <TextField
          label={t('reasons.own')}
          value={value}
          onChange={onChange}
          size="touch"
          maxLength={200}
          autoFocus
        />
      ) : null}
    </div>
  );
}

/** The reason that is chosen before anyone chooses. */
export function useUsualReason(about: ReasonAbout): string {
  const { t } = useTranslation('sell');
  return t(`reasons.${about}.first`);
}
