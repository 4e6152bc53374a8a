import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { CheckCounts, ShownChanges, ShownFaults } from '../../jobs/catalogue-import-check.ts';
import type { Inspection } from '../../jobs/catalogue-import-inspect.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { ImportRunTable } from '../../storage/tables.ts';
import { findRun } from './import.sql.ts';

export type ImportView = CallAnswer<'import.get'>;
export type ImportState = ImportView['state'];
export type ImportProgress = ImportView['progress'];
export type ImportOptions = CallParsedInput<'import.check'>['options'];
export type ImportCounts = CheckCounts & { readonly applied: number };

/** What an undo can do, or did. */
export interface ImportUndo {
  /** What products were before is still kept. */
  readonly possible: boolean;
  readonly restored: number;
  readonly archived: number;
  /** Changed since the import, and therefore left as they are. */
  readonly kept: number;
}

/** One import as stored, its JSON read. */
export interface ImportRun {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly totalBytes: number;
  readonly bytesReceived: number;
  readonly errorCode: string | null;
  readonly inspection: Inspection | null;
  readonly options: ImportOptions | null;
  readonly counts: ImportCounts | null;
  readonly faults: readonly ShownFaults[];
  readonly changes: ShownChanges | null;
  readonly undo: ImportUndo | null;
  readonly staffId: string;
  readonly createdAtMs: number;
  readonly finishedAtMs: number | null;
}

const AT_WORK: ReadonlySet<ImportState> = new Set(['checking', 'applying', 'cancelling', 'undoing']);

export function findImport(db: ReadableDb, id: string): ImportRun | null {
  const row = db.get(findRun, { id });
  return row === undefined ? null : toRun(row);
}

export function toRun(row: ImportRunTable): ImportRun {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state as ImportState,
    totalBytes: row.total_bytes,
    bytesReceived: row.bytes_received,
    errorCode: row.error_code,
    inspection: read<Inspection>(row.inspection_json),
    options: read<ImportOptions>(row.options_json),
    counts: read<ImportCounts>(row.counts_json),
    faults: read<ShownFaults[]>(row.faults_json) ?? [],
    changes: read<ShownChanges>(row.changes_json),
    undo: read<ImportUndo>(row.undo_json),
    staffId: row.staff_id,
    createdAtMs: row.created_at_ms,
    finishedAtMs: row.finished_at_ms,
  };
}

/** @param running  how far the job is, while one runs; what has been stored as over is over, whatever is still in memory */
export function toView(
  run: ImportRun,
  running: ImportProgress | null,
  { remembered, searchable }: Pick<ImportView, 'remembered' | 'searchable'>,
): ImportView {
  const { inspection, counts } = run;
  return {
    id: run.id,
    fileName: run.fileName,
    state: run.state,
    bytesReceived: run.bytesReceived,
    errorCode: run.errorCode,
    progress: (AT_WORK.has(run.state) ? running : null) ?? restingProgress(run),
    inspection: inspection && {
      encoding: inspection.encoding,
      delimiter: inspection.delimiter,
      decimalStyle: inspection.decimalStyle,
      hasHeader: inspection.hasHeader,
      workbook: inspection.workbook
        ? { sheets: [...inspection.workbook.sheets], sheet: inspection.workbook.sheet }
        : null,
      headers: [...inspection.headers],
      sampleRows: inspection.sampleRows.map((cells) => [...cells]),
      guess: [...inspection.guess],
    },
    options: run.options,
    remembered,
    changes: run.changes && {
      fields: [...run.changes.fields],
      rows: run.changes.rows.map((row) => ({ ...row, fields: [...row.fields] })),
    },
    searchable,
    undo: run.undo,
    counts,
    faults: run.faults.map((one) => ({ ...one, examples: [...one.examples] })),
    createdAtMs: run.createdAtMs,
    finishedAtMs: run.finishedAtMs,
  };
}

/** Between jobs: all rows that were to be looked at, or to be written, are done. */
function restingProgress({ state, counts }: ImportRun): ImportProgress {
  if (counts === null || (state !== 'checked' && state !== 'applied'))
    return { done: 0, total: null, msLeft: null };
  const total = state === 'checked' ? counts.rows : counts.new + counts.changed;
  return { done: total, total, msLeft: 0 };
}

function read<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
