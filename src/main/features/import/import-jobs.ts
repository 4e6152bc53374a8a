import { countStaged } from '../../jobs/catalogue-import.sql.ts';
import type { CheckOrder, CheckResult } from '../../jobs/catalogue-import-check.ts';
import { inPieces, noPieces, type PieceWork } from '../../jobs/in-pieces.ts';
import { type RunningCheck, runCatalogueCheck } from '../../jobs/run-catalogue-check.ts';
import { openStagingDatabase } from '../../storage/staging-database.ts';
import type { ServiceParts } from '../services.ts';
import { ApplyRun } from './apply-run.ts';
import {
  clearMadeCategories,
  clearSomeBefore,
  countBefore,
  listRunsToClear,
  listUnfinishedRuns,
  updateCancelling,
  updateChecked,
  updateCounts,
  updateFinished,
  updateState,
  updateUndo,
} from './import.sql.ts';
import { ImportFiles } from './import-files.ts';
import { findImport, type ImportProgress, type ImportRun, toRun } from './import-run.ts';
import { JobProgress } from './job-progress.ts';
import { takeBackLast } from './take-back.ts';
import { forgetUndo, NOTHING_UNDONE, UndoRun } from './undo-run.ts';
import { writingContext } from './writing-context.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const CLEARED_AT_ONCE = 20;
/** So many of the latest applied imports can be undone. */
const UNDOABLE_RUNS = 3;

export type ImportJobsParts = Pick<ServiceParts, 'db' | 'clock' | 'log' | 'live'> & {
  readonly options: Pick<ServiceParts['options'], 'dataDir'>;
};

/** One that writes: how many rows of it are done, and whether a person stopped it. */
type WritingWork = Omit<PieceWork, 'isStopped'> & {
  done(): number;
  isStopped?(): boolean;
};

/** The work of imports that outlives a call: checks in a thread of their own, writing and taking back in short pieces
 *  between calls (docs/decisions/imports-in-pieces.md). Handlers change the run's row, commit, then start a job here. */
export class ImportJobs {
  readonly files: ImportFiles;
  readonly #parts: ImportJobsParts;
  readonly #progress: JobProgress;
  readonly #checks = new Map<string, RunningCheck>();
  readonly #jobs = new Set<Promise<void>>();
  readonly #cancelled = new Set<string>();
  #writing = 0;
  #closing = false;

  constructor(parts: ImportJobsParts) {
    this.#parts = parts;
    this.#progress = new JobProgress(parts.live);
    this.files = new ImportFiles(parts.options.dataDir);
  }

  /** At start: what was being written when the program ended is taken back, a check that was cut off can be asked for
   *  again, and what nobody came back to is cleared away. */
  recover(): void {
    const { db, clock } = this.#parts;
    const keptSinceMs = clock.nowMs() - KEPT_MS;
    for (const run of db.all(listUnfinishedRuns, {}).map(toRun)) {
      if (run.state === 'checking')
        db.run(updateState, { id: run.id, from_state: 'checking', state: 'received' });
      if (run.state === 'applying' || run.state === 'cancelling') {
        db.run(updateCancelling, {
          id: run.id,
          error_code: run.state === 'applying' ? 'import.interrupted' : null,
        });
        this.startTakingBack(run.id);
      } else if (run.state === 'undoing') this.startUndoing(run.id);
      else if (run.createdAtMs < keptSinceMs) this.#finish(run.id, 'cancelled', 'import.abandoned');
    }
    for (const id of this.files.list()) {
      const run = findImport(db, id);
      if (run === null || run.createdAtMs < keptSinceMs) this.files.removeAll(id);
      else if (run.finishedAtMs !== null) this.files.removeList(id);
    }
    this.#start('clear', () => this.#clearOld());
  }

  /** Products are being written, or what was written is taken back. */
  get isWriting(): boolean {
    return this.#writing > 0;
  }

  progressOf(id: string): ImportProgress | null {
    return this.#progress.get(id);
  }

  /** Removes the files of all imports but this one. */
  keepOnly(id: string): void {
    for (const other of this.files.list())
      if (other !== id && !this.#checks.has(other)) this.files.removeAll(other);
  }

  startCheck(id: string, order: CheckOrder): void {
    this.#progress.begin(id, null);
    const check = runCatalogueCheck(order, ({ rows, share }) => this.#progress.step(id, rows, share));
    this.#checks.set(id, check);
    this.#start('check', () => this.#finishCheck(id, check));
  }

  startApplying(id: string): void {
    this.#start('apply', () => this.#apply(id));
  }

  startTakingBack(id: string): void {
    this.#start('takeBack', () => this.#takeBack(id));
  }

  startUndoing(id: string): void {
    // The import says that it is applied a moment before its own job has ended.
    const running = [...this.#jobs];
    this.#start('undo', async () => {
      await Promise.all(running);
      await this.#undo(id);
    });
  }

  /** The run's row says already that it is cancelled, or being cancelled. */
  stop(id: string): void {
    this.#cancelled.add(id);
    const check = this.#checks.get(id);
    if (check === undefined) this.#progress.tell(id);
    else check.stop();
  }

  /** Ends at the next piece. What was being written is taken back at the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const check of this.#checks.values()) check.stop();
    await Promise.all(this.#jobs);
  }

  #start(what: string, work: () => Promise<void>): void {
    const job: Promise<void> = work()
      .catch((error: unknown) => void this.#parts.log.bug(`import.${what}`, error))
      .finally(() => this.#jobs.delete(job));
    this.#jobs.add(job);
  }

  async #finishCheck(id: string, check: RunningCheck): Promise<void> {
    const { db } = this.#parts;
    try {
      const result = await check.result;
      if (this.#closing) return;
      if (result === null) this.files.removeAll(id);
      else this.#keepResult(id, result);
    } catch (error) {
      if (!this.#closing && findImport(db, id)?.state === 'checking') this.#finish(id, 'failed', 'internal');
      throw error;
    } finally {
      this.#checks.delete(id);
      this.#cancelled.delete(id);
      if (!this.#closing) this.#progress.end(id);
    }
  }

  #keepResult(id: string, { counts, faults, changes }: CheckResult): void {
    const stored = {
      counts_json: JSON.stringify({ ...counts, applied: 0 }),
      faults_json: JSON.stringify(faults),
      changes_json: JSON.stringify(changes),
    };
    // Cancelled at the last moment: its result is nobody's.
    if (this.#parts.db.run(updateChecked, { id, ...stored }) === 0) this.files.removeAll(id);
  }

  async #apply(id: string): Promise<void> {
    const { db, clock } = this.#parts;
    const run = findImport(db, id);
    const staging = openStagingDatabase(this.files.staging(id));
    try {
      if (run === null || staging === null) throw new Error(`nothing is staged for import ${id}`);
      const apply = new ApplyRun(writingContext(db, clock, run.staffId), run, staging);
      this.#progress.begin(id, staging.get(countStaged, {})?.n ?? 0);
      await this.#inPieces('apply', id, {
        step: () => apply.step(),
        done: () => apply.done,
        isStopped: () => this.#cancelled.has(id),
        finish: () => this.#markApplied(run, apply),
      });
    } catch (error) {
      db.run(updateCancelling, { id, error_code: 'internal' });
      throw error;
    } finally {
      staging?.close();
      if (!this.#closing) this.#afterApply(id);
    }
  }

  #markApplied(run: ImportRun, apply: ApplyRun): void {
    const { db, clock } = this.#parts;
    db.run(updateCounts, {
      id: run.id,
      counts_json: JSON.stringify(apply.counts()),
      faults_json: JSON.stringify(apply.faults()),
    });
    db.run(updateUndo, { id: run.id, undo_json: JSON.stringify({ ...NOTHING_UNDONE, possible: true }) });
    db.run(updateFinished, { id: run.id, state: 'applied', error_code: null, finished_at_ms: clock.nowMs() });
  }

  #afterApply(id: string): void {
    const state = findImport(this.#parts.db, id)?.state;
    if (state === 'applied' || state === 'undoing') {
      this.#end(id);
      this.#start('clear', () => this.#clearOld());
    } else this.startTakingBack(id);
  }

  async #takeBack(id: string): Promise<void> {
    const { db, clock } = this.#parts;
    const run = findImport(db, id);
    if (run === null) return;
    const total = db.get(countBefore, { run_id: id })?.n ?? 0;
    const ctx = writingContext(db, clock, run.staffId);
    let done = 0;
    this.#progress.begin(id, total);
    const step = () => {
      done = Math.min(total, done + 1);
      return takeBackLast(ctx, id);
    };
    const finish = () => this.#markTakenBack(id);
    const end = await this.#inPieces('takeBack', id, { step, done: () => done, finish });
    if (end === 'stopped') return;
    this.files.removeAll(id);
    this.#end(id);
  }

  async #undo(id: string): Promise<void> {
    const { db, clock } = this.#parts;
    const run = findImport(db, id);
    if (run === null) return;
    const undo = new UndoRun(writingContext(db, clock, run.staffId), run);
    this.#progress.begin(id, db.get(countBefore, { run_id: id })?.n ?? 0);
    const end = await this.#inPieces('undo', id, {
      step: () => undo.step(),
      done: () => undo.done,
      finish: () => this.#finish(id, 'undone', null),
    });
    if (end === 'done') this.#end(id);
  }

  #markTakenBack(id: string): void {
    const errorCode = findImport(this.#parts.db, id)?.errorCode ?? null;
    this.#finish(id, errorCode === 'internal' ? 'failed' : 'cancelled', errorCode);
  }

  #finish(id: string, state: 'failed' | 'cancelled' | 'undone', errorCode: string | null): void {
    const { db, clock } = this.#parts;
    db.run(updateFinished, { id, state, error_code: errorCode, finished_at_ms: clock.nowMs() });
  }

  #end(id: string): void {
    this.files.removeList(id);
    this.#cancelled.delete(id);
    this.#progress.end(id);
    for (const topic of ['product', 'stock'] as const) this.#parts.live.notify({ topic, id: null });
  }

  async #inPieces(what: string, id: string, work: WritingWork): Promise<'done' | 'stopped'> {
    const figures = noPieces();
    const isStopped = () => {
      this.#progress.step(id, work.done());
      return this.#closing || work.isStopped?.() === true;
    };
    this.#writing += 1;
    try {
      const end = await inPieces(this.#parts, { ...work, isStopped }, figures);
      this.#parts.log.info(`import.${what}`, { id, end, ...figures });
      return end;
    } finally {
      this.#writing -= 1;
    }
  }

  /** What products were before is kept until the import is over, and then goes in pieces too. */
  async #clearOld(): Promise<void> {
    const { db } = this.#parts;
    for (const { id } of db.all(listRunsToClear, { kept: UNDOABLE_RUNS })) {
      const step = () => {
        if (db.run(clearSomeBefore, { run_id: id, limit: CLEARED_AT_ONCE }) > 0) return 'more';
        db.run(clearMadeCategories, { run_id: id });
        forgetUndo(db, id);
        return 'done';
      };
      await inPieces(this.#parts, { step, isStopped: () => this.#closing });
    }
  }
}
