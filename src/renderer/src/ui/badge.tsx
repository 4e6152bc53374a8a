import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A short rounded note in one of five tones; also used as a count. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={classNames(styles.badge, styles[tone], 'tabular')}>
      {Icon ? <Icon size={14} strokeWidth={2} aria-hidden /> : null}
      {children}
    </span>
  );
}
