import type { ReactNode } from 'react';
import styles from './list-with-panel.module.css';

/** A list that fills the page, and beside it the detail of what is chosen in it. */
export function ListWithPanel({ children, panel }: { children: ReactNode; panel?: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div className={styles.list}>{children}</div>
      {panel}
    </div>
  );
}
