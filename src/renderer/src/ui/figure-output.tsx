import type { ReactNode } from 'react';
import styles from './figure-output.module.css';

export interface FigureOutputProps {
  /** Names the figure for those who hear it. */
  label: string;
  children: ReactNode;
  /** After the figure: %, kg. */
  unit?: string | undefined;
  /** Not typed yet: what stands there is taken unless something is. */
  standing: boolean;
  /** hero: the only thing asked for; figure: beside others. */
  size?: 'hero' | 'figure';
  /** Holds the focus while the pad's keys are typed. */
  autoFocus?: boolean;
}

/** The figure a number pad types, in large type. */
export function FigureOutput({
  label,
  children,
  unit,
  standing,
  size = 'hero',
  autoFocus = false,
}: FigureOutputProps) {
  return (
    <output
      className={size === 'hero' ? styles.hero : styles.figure}
      aria-label={label}
      data-standing={standing || undefined}
      {...(autoFocus ? { tabIndex: -1, 'data-autofocus': true } : {})}
    >
      <span className="tabular">{children}</span>
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </output>
  );
}
