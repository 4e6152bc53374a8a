import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ControlSize = 'touch' | 'dense' | 'hero';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  /** touch: 44 px, for Sell; dense: 32 px, for Manage; hero: 64 px, the one big action. */
  size?: ControlSize | undefined;
  icon?: LucideIcon | undefined;
  /** Printed on the key cap, e.g. "F12" or "Ctrl N"; register the key itself with useCommands. */
  shortcut?: string | undefined;
  /** Set large at the far end, e.g. the amount on "Charge". */
  trailing?: ReactNode;
  loading?: boolean | undefined;
  fullWidth?: boolean | undefined;
  /** For buttons that choose, e.g. a payment method. */
  selected?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** The one push button: four weights, three sizes, optional icon, key cap and busy state. */
export function Button({
  children,
  variant = 'secondary',
  size = 'dense',
  icon: Icon,
  shortcut,
  trailing,
  loading = false,
  fullWidth = false,
  selected,
  className,
  onClick,
  ...native
}: ButtonProps) {
  const iconSize = size === 'dense' ? 16 : 18;
  return (
    <button
      type="button"
      {...native}
      // Busy is not disabled: a disabled button would lose the focus, and with it the person's place.
      onClick={loading ? (event) => event.preventDefault() : onClick}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      aria-pressed={selected}
      aria-keyshortcuts={shortcut
        ?.replaceAll(' ', '+')
        .replace('Ctrl', 'Control')
        .replace('⌘', 'Meta')
        .replace('Esc', 'Escape')}
      data-selected={selected || undefined}
      className={classNames(
        styles.button,
        styles[variant],
        styles[size],
        fullWidth && styles.full,
        className,
      )}
    >
      {loading ? <Spinner /> : null}
      {Icon && !loading ? (
        <Icon className={styles.icon} size={iconSize} strokeWidth={1.75} aria-hidden />
      ) : null}
      <span className={styles.label}>{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
      {trailing ? <span className={classNames(styles.trailing, 'tabular')}>{trailing}</span> : null}
    </button>
  );
}
