import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/index.ts';
import { PIN_LENGTH, pinProblem } from '../session/pin-text.ts';

interface PinFieldProps {
  value: string;
  onChange: (pin: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  label?: string;
}

/** A new PIN; empty is none. */
export function PinField({ value, onChange, error, autoFocus = false, label }: PinFieldProps) {
  const { t } = useTranslation('staff');
  const problem = pinProblem(value);
  return (
    <TextField
      label={label ?? t('pinOptional')}
      hint={t('pinHint')}
      error={error ?? (problem === 'digitsOnly' ? t('pinDigitsOnly') : undefined)}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={PIN_LENGTH.longest}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      value={value}
      onChange={(text) => onChange(text.replace(/\s/g, ''))}
    />
  );
}
