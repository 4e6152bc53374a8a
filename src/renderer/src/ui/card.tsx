import type { ReactNode } from 'react';
import styles from './card.module.css';

/** A titled surface; the note or link sits at the right of the title. */
export function Card({ title, note, children }: { title?: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      {title ? (
        <header className={styles.header}>
          <h2 className={styles.title}>{title}</h2>
          {note ? <span className={styles.note}>{note}</span> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}

export interface StatCardProps {
  label: string;
  /** The figure, already formatted. */
  value: string;
  /** A Badge that compares or explains. */
  note?: ReactNode;
  size?: 'figure' | 'compact';
}

/** One figure with its name and a note. */
export function StatCard({ label, value, note, size = 'figure' }: StatCardProps) {
  return (
    <div className={size === 'figure' ? styles.stat : styles.compact}>
      <span className={styles.statLabel}>{label}</span>
      <span className={`${styles.value} tabular`}>{value}</span>
      {note ? <span>{note}</span> : null}
    </div>
  );
}
