import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialogs.module.css';

interface FoundRowProps {
  /** A picture or initials. */
  mark: ReactNode;
  title: string;
  notes: readonly (string | null | undefined)[];
  end?: string;
  /** Enter takes this one. */
  chosen: boolean;
  onChoose: () => void;
}

/** One find of a search in a dialog; the arrow keys bring it into sight. */
export function FoundRow({ mark, title, notes, end, chosen, onChoose }: FoundRowProps) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={styles.row}
        aria-current={chosen || undefined}
        onClick={onChoose}
      >
        {mark}
        <span className={styles.rowWords}>
          <strong className={styles.rowTitle}>{title}</strong>
          <span className={styles.rowNote}>{notes.filter(Boolean).join(' · ')}</span>
        </span>
        {end === undefined ? null : <span className={`${styles.amount} tabular`}>{end}</span>}
      </button>
    </li>
  );
}
