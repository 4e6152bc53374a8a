import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { updateUndo } from './import.sql.ts';
import { findImport, type ImportRun, type ImportUndo } from './import-run.ts';
import { undoLastCategory, undoLastRow } from './undo-row.ts';
import type { WritingCtx } from './writing-context.ts';

export const NOTHING_UNDONE: ImportUndo = { possible: false, restored: 0, archived: 0, kept: 0 };

/** One undo, row by row, last row first. Its counts are stored with each row, so that a kill loses none. */
export class UndoRun {
  done = 0;
  readonly #ctx: WritingCtx;
  readonly #runId: string;
  #undo: ImportUndo;

  constructor(ctx: WritingCtx, run: ImportRun) {
    this.#ctx = ctx;
    this.#runId = run.id;
    this.#undo = { ...(run.undo ?? NOTHING_UNDONE), possible: false };
  }

  /** Undoes one row. Inside a transaction of the caller. */
  step(): 'more' | 'done' {
    const outcome = undoLastRow(this.#ctx, this.#runId);
    if (outcome === null) return undoLastCategory(this.#ctx, this.#runId) ? 'more' : 'done';
    this.#undo = { ...this.#undo, [outcome]: this.#undo[outcome] + 1 };
    this.done += 1;
    this.#ctx.db.runOne(updateUndo, { id: this.#runId, undo_json: JSON.stringify(this.#undo) });
    return 'more';
  }
}

/** What products were before an import is no longer kept. */
export function forgetUndo(db: WritableDb & ReadableDb, id: string): void {
  const undo = findImport(db, id)?.undo;
  if (undo?.possible === true) {
    db.runOne(updateUndo, { id, undo_json: JSON.stringify({ ...undo, possible: false }) });
  }
}
