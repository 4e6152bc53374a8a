import { type MouseEvent, useRef } from 'react';
import styles from './data-table.module.css';
import type { Column, DataTableProps } from './data-table.tsx';

/** The columns with a box before each row where rows can be chosen, and how a row is chosen by key. A box clicked with
 *  Shift takes along every row since the one clicked before. */
export function useChoosing<Row>({ columns, rows, selection }: DataTableProps<Row>): {
  columns: readonly Column<Row>[];
  toggle: ((row: Row, index: number, range: boolean) => void) | undefined;
} {
  const last = useRef<number | null>(null);
  if (!selection) return { columns, toggle: undefined };
  const { isChosen, all, onChoose, onAll, labels } = selection;
  const toggle = (row: Row, index: number, range: boolean) => {
    const from = range && last.current !== null ? last.current : index;
    last.current = index;
    onChoose(rows.slice(Math.min(from, index), Math.max(from, index) + 1), !isChosen(row));
  };
  const click = (event: MouseEvent, row: Row, index: number) => {
    event.stopPropagation();
    toggle(row, index, event.shiftKey);
  };
  const box: Column<Row> = {
    key: 'chosen',
    header: labels.all,
    width: '44px',
    head: (
      <label className={styles.choice}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={labels.all}
          checked={all === true}
          ref={(input) => {
            if (input) input.indeterminate = all === 'some';
          }}
          onChange={() => onAll(all === false)}
        />
      </label>
    ),
    cell: (row, index) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: the box inside is what people reach; this only widens it
      // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the active row does the same
      <div className={styles.choice} onClick={(event) => click(event, row, index)}>
        <input
          type="checkbox"
          className={styles.box}
          tabIndex={-1}
          aria-label={labels.row(row)}
          checked={isChosen(row)}
          readOnly
        />
      </div>
    ),
  };
  return { columns: [box, ...columns], toggle };
}
