import type { ButtonHTMLAttributes } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  selected?: boolean;
}

/** A pill one taps to choose, e.g. a category. */
export function Chip({ selected = false, className, children, ...native }: ChipProps) {
  return (
    <button
      type="button"
      {...native}
      aria-pressed={selected}
      className={classNames(styles.chip, selected && styles.selected, className)}
    >
      {children}
    </button>
  );
}
