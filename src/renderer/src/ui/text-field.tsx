import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

type OwnProps = FieldFrame & {
  value: string;
  onChange: (value: string) => void;
  size?: 'dense' | 'touch' | undefined;
};

export type TextFieldProps = OwnProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size'> & {
    ref?: Ref<HTMLInputElement> | undefined;
    /** Right-aligned tabular figures, for codes and amounts. */
    figures?: boolean | undefined;
    /** A small button inside the field, at its end. */
    end?: ReactNode;
  };

/** One line of text. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  required,
  value,
  onChange,
  size,
  figures,
  end,
  className,
  ...native
}: TextFieldProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, required }}>
      {(ids) => (
        <div className={styles.control}>
          <input
            type="text"
            autoComplete="off"
            {...native}
            {...ids}
            required={required}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={classNames(
              styles.input,
              size === 'touch' && styles.touch,
              figures && styles.figures,
              className,
            )}
          />
          {end ? <span className={styles.end}>{end}</span> : null}
        </div>
      )}
    </Field>
  );
}

export type TextAreaProps = OwnProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'>;

/** Several lines of text. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  required,
  value,
  onChange,
  size,
  className,
  ...native
}: TextAreaProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, required }}>
      {(ids) => (
        <textarea
          {...native}
          {...ids}
          required={required}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classNames(styles.input, styles.area, size === 'touch' && styles.touch, className)}
        />
      )}
    </Field>
  );
}
