import { Delete } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './number-pad.module.css';
import type { PadKey } from './pad-keys.ts';

export interface NumberPadProps {
  onKey: (key: PadKey) => void;
  /** Shown on the decimal key; absent, the pad is for whole numbers and PINs and has no 00. */
  decimalSeparator?: string | undefined;
  label: string;
  backspaceLabel: string;
  clearLabel: string;
  disabled?: boolean | undefined;
}

const DIGITS: readonly PadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3'];

/** Our own number pad: never takes the focus, only says which key was pressed. */
export function NumberPad(props: NumberPadProps) {
  const { decimalSeparator, onKey } = props;
  const last: readonly PadKey[] = decimalSeparator
    ? ['00', '0', 'decimal', 'clear', 'backspace']
    : ['clear', '0', 'backspace'];
  const face = (key: PadKey) => {
    if (key === 'backspace') return <Delete size={20} strokeWidth={1.75} aria-hidden />;
    if (key === 'clear') return 'C';
    return key === 'decimal' ? decimalSeparator : key;
  };
  const name = (key: PadKey) => {
    if (key === 'backspace') return props.backspaceLabel;
    return key === 'clear' ? props.clearLabel : undefined;
  };
  return (
    <fieldset className={styles.pad} aria-label={props.label} disabled={props.disabled}>
      {[...DIGITS, ...last].map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          aria-label={name(key)}
          className={classNames(
            styles.key,
            'tabular',
            key === 'backspace' && decimalSeparator && styles.wide,
          )}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          {face(key)}
        </button>
      ))}
    </fieldset>
  );
}
