import type { ReadableDb } from '../../storage/sql.ts';
import { listUnfinishedRuns } from './import.sql.ts';
import { type ImportRun, toRun } from './import-run.ts';

/** Whether a job works on this import right now. */
export function isBusy({ state }: ImportRun): boolean {
  return state === 'checking' || state === 'applying' || state === 'cancelling' || state === 'undoing';
}

/** The import another job works on, if any. */
export function findBusyOther(db: ReadableDb, id: string): ImportRun | null {
  const others = db.all(listUnfinishedRuns, {}).map(toRun);
  return others.find((run) => run.id !== id && isBusy(run)) ?? null;
}
