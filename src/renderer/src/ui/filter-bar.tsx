import type { ReactNode } from 'react';
import type { Choice } from './choice-fields.tsx';
import styles from './filter-bar.module.css';
import { Menu } from './menu.tsx';

/** A line above a table: search, filters, and a note at the far end. */
export function FilterBar({
  label,
  children,
  note,
}: {
  label: string;
  children: ReactNode;
  note?: ReactNode;
}) {
  return (
    <search className={styles.bar} aria-label={label}>
      {children}
      {note ? <span className={styles.note}>{note}</span> : null}
    </search>
  );
}

export interface FilterChipProps<T extends string> {
  label: string;
  options: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One filter: its name, its value in bold, its choices in a menu. */
export function FilterChip<T extends string>({ label, options, value, onChange }: FilterChipProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu
      trigger={
        <button type="button" className={styles.chip}>
          {label} <strong className={styles.value}>{chosen?.label}</strong>
        </button>
      }
      items={options.map((option) => ({
        id: option.value,
        label: option.label,
        checked: option.value === value,
        disabled: option.disabled,
        onSelect: () => onChange(option.value),
      }))}
    />
  );
}
