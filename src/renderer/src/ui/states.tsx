import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './states.module.css';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What this is for, in a sentence. */
  children?: ReactNode;
  /** The first step: one button, perhaps two. */
  actions?: ReactNode;
}

/** What a place shows before it holds anything: what it is and the first step. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.disc}>
        <Icon size={24} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened. */
  title: string;
  /** What to do. */
  children?: ReactNode;
  /** 1 when it is the whole page. */
  headingLevel?: 1 | 2;
  /** The button that does it. */
  next?: { label: string; perform: () => void } | undefined;
}

/** What happened, what to do, and a button that does it. */
export function ErrorState({ title, children, next, headingLevel = 2 }: ErrorStateProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.disc} ${styles.alarm}`}>
        <CircleAlert size={24} strokeWidth={1.5} aria-hidden />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.text}>{children}</div> : null}
      {next ? (
        <div className={styles.actions}>
          <Button size="touch" variant="primary" onClick={next.perform}>
            {next.label}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
