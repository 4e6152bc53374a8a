import { type KeyboardEvent, useState } from 'react';

interface ArrowChoiceOptions<Row> {
  rows: readonly Row[];
  /** Which row stands out before any arrow: the first, or none until one is pressed (a row alone always does). */
  start: 'first' | 'none';
  /** Enter; undefined when no row stands out. */
  onEnter: (row: Row | undefined) => void;
}

/** Up and down in a list of finds while the focus stays in the search field; Enter takes the row that stands out. */
export function useArrowChoice<Row>({ rows, start, onEnter }: ArrowChoiceOptions<Row>) {
  const [moved, setMoved] = useState<number | null>(null);
  const still = start === 'first' || rows.length === 1 ? 0 : -1;
  const at = Math.min(moved ?? still, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setMoved(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setMoved(Math.max(0, at - 1));
    else if (event.key === 'Enter') onEnter(rows[at]);
    else return;
    event.preventDefault();
  };
  /** For a new search. */
  const restart = () => setMoved(null);
  return { at, onKeyDown, restart };
}
