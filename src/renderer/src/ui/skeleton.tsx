import { useEffect, useState } from 'react';
import styles from './skeleton.module.css';

const DELAY_MS = 150;

/** True once 150 ms have passed: what loads faster never flashes a skeleton. */
export function useAfterDelay(delayMs = DELAY_MS): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return passed;
}

export interface SkeletonProps {
  label: string;
  rows?: number;
  shape?: 'rows' | 'tiles' | 'card';
}

/** Grey shapes where the content will be, after 150 ms only. */
export function Skeleton({ label, rows = 8, shape = 'rows' }: SkeletonProps) {
  const visible = useAfterDelay();
  return (
    <div className={styles[shape]} role="status" aria-busy="true" aria-label={label}>
      {visible
        ? Array.from({ length: rows }, (_, index) => `block-${index}`).map((key) => (
            <span key={key} className={styles.block} />
          ))
        : null}
    </div>
  );
}
