import { ChevronDown } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import styles from './chip.module.css';
import { Chip } from './chip.tsx';
import { Menu } from './menu.tsx';

export interface ChipOption {
  value: string;
  label: string;
}

export interface ChipRowProps {
  /** Names the group for those who hear it. */
  label: string;
  moreLabel: string;
  options: readonly ChipOption[];
  value: string;
  onChange: (value: string) => void;
}

const MORE_WIDTH_PX = 52;

/** One line of chips; those that do not fit move into a menu at the end. */
export function ChipRow({ label, moreLabel, options, value, onChange }: ChipRowProps) {
  const row = useRef<HTMLFieldSetElement>(null);
  const shownCount = useFittingCount(row, options);
  const hidden = options.slice(shownCount);
  return (
    <fieldset
      ref={row}
      className={styles.row}
      aria-label={label}
      style={{ border: 0, padding: 0, margin: 0 }}
    >
      {options.map((option, index) => (
        <Chip
          key={option.value}
          data-chip
          selected={option.value === value}
          className={index < shownCount ? undefined : styles.hidden}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </Chip>
      ))}
      {hidden.length > 0 ? (
        <Menu
          items={hidden.map((option) => ({
            id: option.value,
            label: option.label,
            checked: option.value === value,
            onSelect: () => onChange(option.value),
          }))}
          trigger={
            <button
              type="button"
              aria-label={moreLabel}
              title={moreLabel}
              className={`${styles.chip} ${styles.more} ${hidden.some((option) => option.value === value) ? styles.selected : ''}`}
            >
              <ChevronDown size={16} aria-hidden />
            </button>
          }
        />
      ) : null}
    </fieldset>
  );
}

/** How many chips fit before the menu button, measured again whenever the row changes width. */
function useFittingCount(row: React.RefObject<HTMLElement | null>, options: readonly ChipOption[]): number {
  const [count, setCount] = useState(options.length);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => setCount(countFitting(element, options.length));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, options]);
  return count;
}

function countFitting(element: HTMLElement, total: number): number {
  const widths = [...element.querySelectorAll<HTMLElement>('[data-chip]')].map(
    (chip) => chip.offsetWidth + 8,
  );
  const room = element.clientWidth + 8;
  if (widths.reduce((sum, width) => sum + width, 0) <= room) return total;
  let used = MORE_WIDTH_PX;
  const fitting = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return Math.max(1, fitting === -1 ? total : fitting);
}
