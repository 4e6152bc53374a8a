import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { applyPadKey, FieldError, FigureOutput, NumberPad, type PadKey } from '../../../ui/index.ts';
import { usePadKeys } from '../../session/pad-typing.ts';
import styles from './dialogs.module.css';

export interface PadEntryProps {
  /** Names the figure for those who hear it. */
  label: string;
  text: string;
  onText: (text: string) => void;
  /** What stands there until something is typed; typing replaces it. */
  standing: string;
  /** Decimals of the unit: 2 for euro, 3 for weight, 0 for pieces. */
  decimals: number;
  /** After the figure: %, kg. */
  unit?: string | undefined;
  error?: string | undefined;
  onEnter: () => void;
}

/** Ten million pieces or ninety-nine million euro: more is a slip of the hand. */
const MOST_DIGITS = 11;

/** A figure typed on the number pad or the keyboard, shown large. */
export function PadEntry({ label, text, onText, standing, decimals, unit, error, onEnter }: PadEntryProps) {
  const { t } = useTranslation();
  const { decimalSeparator } = useFormat();
  const press = (key: PadKey) =>
    onText(applyPadKey(text, key, { decimalSeparator, maxDecimals: decimals, maxLength: MOST_DIGITS }));
  usePadKeys({ text, setText: onText, onKey: press, onEnter });
  return (
    <div className={styles.padEntry}>
      <FigureOutput label={label} unit={unit} standing={text === ''} autoFocus>
        {text === '' ? standing : text}
      </FigureOutput>
      {error ? <FieldError>{error}</FieldError> : null}
      <NumberPad
        label={t('common:numberPad')}
        backspaceLabel={t('common:backspace')}
        clearLabel={t('common:clear')}
        decimalSeparator={decimals > 0 ? decimalSeparator : undefined}
        onKey={press}
      />
    </div>
  );
}
