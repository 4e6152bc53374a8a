import { Ban } from 'lucide-react';
import { useId } from 'react';
import styles from './colour-field.module.css';
import { type Hue, hueColours } from './hue.ts';

export interface ColourFieldProps {
  label: string;
  hint?: string;
  /** Every choice with its name for those who cannot see it; null is "none chosen". */
  options: readonly { value: Hue | null; label: string }[];
  value: Hue | null;
  onChange: (value: Hue | null) => void;
}

/** One of the quiet hues, or none: swatches that arrow keys and fingers reach. */
export function ColourField({ label, hint, options, value, onChange }: ColourFieldProps) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.swatches}>
        {options.map((option) => (
          <label
            key={option.value ?? ''}
            className={styles.swatch}
            title={option.label}
            style={option.value ? hueColours(option.value, '') : undefined}
          >
            <input
              type="radio"
              className={styles.radio}
              name={name}
              aria-label={option.label}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span aria-hidden="true">{option.value ? 'Aa' : <Ban size={16} />}</span>
          </label>
        ))}
      </div>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
    </fieldset>
  );
}
