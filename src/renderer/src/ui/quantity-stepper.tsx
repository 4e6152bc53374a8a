import { Minus, Plus } from 'lucide-react';
import styles from './quantity-stepper.module.css';

export interface QuantityStepperProps {
  /** What is counted, e.g. the product's name. */
  label: string;
  /** The quantity as shown, already formatted. */
  text: string;
  onDecrease: () => void;
  onIncrease: () => void;
  /** Opens a way to type the quantity. */
  onEdit?: (() => void) | undefined;
  decreaseLabel: string;
  increaseLabel: string;
  disabled?: boolean | undefined;
}

/** − 3 + : one less, one more, or tap the figure to type it. */
export function QuantityStepper(props: QuantityStepperProps) {
  return (
    <fieldset className={styles.stepper} aria-label={props.label} disabled={props.disabled}>
      <button
        type="button"
        className={styles.step}
        aria-label={props.decreaseLabel}
        onClick={props.onDecrease}
      >
        <Minus size={12} aria-hidden />
      </button>
      {props.onEdit ? (
        <button type="button" className={styles.figure} onClick={props.onEdit}>
          {props.text}
        </button>
      ) : (
        <span className={styles.figure}>{props.text}</span>
      )}
      <button
        type="button"
        className={styles.step}
        aria-label={props.increaseLabel}
        onClick={props.onIncrease}
      >
        <Plus size={12} aria-hidden />
      </button>
    </fieldset>
  );
}
