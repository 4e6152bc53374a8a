import type { ReactNode } from 'react';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: string;
  /** How many there are, already formatted. */
  count?: string | undefined;
  subtitle?: ReactNode;
  /** Buttons, the page's one primary action last. */
  actions?: ReactNode;
}

/** The title bar of a page. */
export function PageHeader({ title, count, subtitle, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>
          {title}
          {count ? <span className={`${styles.count} tabular`}>{count}</span> : null}
        </h1>
        {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
