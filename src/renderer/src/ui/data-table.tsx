// biome-ignore-all lint/a11y/useSemanticElements: rows are placed absolutely, which table elements cannot be
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { useChoosing } from './data-table-choosing.tsx';

export interface Column<Row> {
  key: string;
  header: string;
  /** A CSS grid track: "1fr", "120px", "minmax(200px, 2fr)". */
  width: string;
  /** end: right-aligned tabular figures. */
  align?: 'start' | 'end';
  tone?: 'plain' | 'strong' | 'muted';
  sortable?: boolean;
  cell: (row: Row, index: number) => ReactNode;
  /** In place of the header's text. */
  head?: ReactNode;
}

export interface Sort {
  key: string;
  direction: 'asc' | 'desc';
}

export interface DataTableProps<Row> {
  /** Names the table for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** How many there are in all, loaded or not; lets the scroll bar tell the truth. */
  totalCount?: number | undefined;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  activeId?: string | undefined;
  /** The active row moved: by arrow keys or a click. */
  onActivate?: ((row: Row) => void) | undefined;
  /** Enter or double click. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Called when the end of the loaded rows comes near. */
  onNearEnd?: (() => void) | undefined;
  rowHeightPx?: number | undefined;
  /** Rows can be chosen: a box before each, Shift for a range, Space for the active row. */
  selection?: RowSelection<Row> | undefined;
}

export interface RowSelection<Row> {
  isChosen: (row: Row) => boolean;
  /** True: all there are; false: none. */
  all: boolean | 'some';
  /** These rows become chosen, or are no longer. */
  onChoose: (rows: readonly Row[], chosen: boolean) => void;
  onAll: (chosen: boolean) => void;
  labels: { readonly all: string; readonly row: (row: Row) => string };
}

const NEAR_END_ROWS = 20;

/** A table of any length: only the rows in sight exist; sorting and paging are the caller's, on the server. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowHeightPx = 40, onNearEnd } = props;
  const choosing = useChoosing(props);
  const columns = choosing.columns;
  const scroller = useRef<HTMLDivElement>(null);
  const tableId = useId();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastShown >= rows.length - NEAR_END_ROWS && rows.length > 0) onNearEnd?.();
  }, [lastShown, rows.length, onNearEnd]);

  const shownIndexes = new Set(shown.map((item) => item.index));
  const activeIndex = rows.findIndex((row) => props.rowId(row) === props.activeId);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    if (event.key === ' ' && row && choosing.toggle && event.target === event.currentTarget) {
      event.preventDefault();
      choosing.toggle(row, activeIndex, event.shiftKey);
      return;
    }
    if (event.key === 'Enter' && row && event.target === event.currentTarget) {
      event.preventDefault();
      props.onOpen?.(row);
      return;
    }
    const next = nextIndex(event.key, activeIndex, rows.length);
    const nextRow = next === undefined ? undefined : rows[next];
    if (next === undefined || !nextRow) return;
    event.preventDefault();
    props.onActivate?.(nextRow);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={(props.totalCount ?? rows.length) + 1}
      aria-colcount={columns.length}
      aria-activedescendant={shownIndexes.has(activeIndex) ? `${tableId}-${activeIndex}` : undefined}
      tabIndex={0}
      className={styles.table}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} tabIndex={-1} className={styles.headRow} style={template}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself handles the keys for its active row
            <div
              key={props.rowId(row)}
              id={`${tableId}-${item.index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={item.index === activeIndex}
              className={classNames(styles.row, item.index === activeIndex && styles.active)}
              style={{ ...template, blockSize: rowHeightPx, transform: `translateY(${item.start}px)` }}
              onClick={() => props.onActivate?.(row)}
              onDoubleClick={() => props.onOpen?.(row)}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" tabIndex={-1} className={cellClass(column)}>
                  {spanned(column.cell(row, item.index))}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const sorted = sort?.key === column.key ? sort.direction : undefined;
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  const ariaSort = sorted === 'asc' ? 'ascending' : 'descending';
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted ? ariaSort : undefined}
      className={classNames(styles.headCell, column.align === 'end' && styles.end)}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ key: column.key, direction: sorted === 'asc' ? 'desc' : 'asc' })}
        >
          {column.header}
          {sorted ? <Arrow size={13} aria-hidden /> : null}
        </button>
      ) : (
        (column.head ?? column.header)
      )}
    </div>
  );
}

/** Words of their own element are cut with an ellipsis; bare ones in a flexible cell would just end. */
function spanned(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <span>{content}</span> : content;
}

function cellClass<Row>(column: Column<Row>): string {
  return classNames(styles.cell, column.align === 'end' && styles.end, styles[column.tone ?? 'plain']);
}

const PAGE_ROWS = 12;

/** Where a key moves the active row; undefined for keys that do not. */
export function nextIndex(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  const moves: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + PAGE_ROWS,
    PageUp: current - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const move = moves[key];
  return move === undefined ? undefined : clamp(move);
}
