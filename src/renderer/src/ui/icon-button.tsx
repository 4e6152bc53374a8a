import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: LucideIcon;
  /** What it does, for those who hear it and as the tooltip. */
  label: string;
  variant?: 'quiet' | 'secondary';
  size?: 'touch' | 'dense';
}

/** A square button with only an icon; the label is required. */
export function IconButton({
  icon: Icon,
  label,
  variant = 'quiet',
  size = 'dense',
  className,
  ...native
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...native}
      aria-label={label}
      title={label}
      className={classNames(styles.button, styles[variant], styles[size], className)}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
