import { Check } from 'lucide-react';
import styles from './stepper.module.css';

export interface StepperProps {
  label: string;
  steps: readonly string[];
  /** The step one is on, from 0. */
  current: number;
  /** Goes back to a step already done. */
  onStep?: (index: number) => void;
}

/** Where one is in a wizard. */
export function Stepper({ label, steps, current, onStep }: StepperProps) {
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step} className={styles.step} data-state={stateOf(index, current)}>
            <button
              type="button"
              className={styles.button}
              disabled={index >= current || !onStep}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onStep?.(index)}
            >
              <span className={`${styles.disc} tabular`}>
                {index < current ? <Check size={14} strokeWidth={2.5} aria-hidden /> : index + 1}
              </span>
              {step}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateOf(index: number, current: number): 'done' | 'current' | 'ahead' {
  if (index === current) return 'current';
  return index < current ? 'done' : 'ahead';
}
