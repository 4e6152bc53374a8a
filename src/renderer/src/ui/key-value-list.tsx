import { Fragment, type ReactNode } from 'react';
import styles from './key-value-list.module.css';

export interface KeyValue {
  id: string;
  label: ReactNode;
  value: ReactNode;
  /** quiet: value as muted as its label, e.g. above a total. */
  tone?: 'plain' | 'quiet' | 'strong' | 'success';
}

/** Names at the start, values at the end, one a line: totals, details. */
export function KeyValueList({ items }: { items: readonly KeyValue[] }) {
  if (items.length === 0) return null;
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <Fragment key={item.id}>
          <dt className={styles[item.tone ?? 'plain']}>{item.label}</dt>
          <dd className={`${styles.value} ${styles[item.tone ?? 'plain']} tabular`}>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
