import { ScanBarcode, Search, X } from 'lucide-react';
import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size'> {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  /** scan: the big field of Sell, with the accent ring; list: the small one above a table. */
  variant?: 'scan' | 'list';
  ref?: Ref<HTMLInputElement> | undefined;
}

/** Where people type and scanners scan. */
export function SearchField({
  label,
  clearLabel,
  value,
  onChange,
  variant = 'list',
  ref,
  ...native
}: SearchFieldProps) {
  const Icon = variant === 'scan' ? ScanBarcode : Search;
  return (
    <div className={classNames(styles.frame, styles[variant])}>
      <Icon size={variant === 'scan' ? 22 : 16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <input
        ref={ref}
        type="search"
        autoComplete="off"
        spellCheck={false}
        {...native}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={styles.input}
      />
      {value === '' ? null : <IconButton icon={X} label={clearLabel} onClick={() => onChange('')} />}
    </div>
  );
}
