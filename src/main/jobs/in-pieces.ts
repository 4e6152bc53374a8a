import { performance } from 'node:perf_hooks';
import { type WriteAheadLog, writeAheadLog } from '../storage/write-ahead-log.ts';
import { checkpoint, type WritingParts } from './checkpointer.ts';
import { untilQuiet } from './until-quiet.ts';

/** What is aimed at for a whole piece, its commit included: a scan waits for no more than the rest of one. */
const PIECE_MS = 4;
/** Even where a commit is slow each piece gets something done. */
const LEAST_WORK_MS = 1;
/** After so many pieces the write-ahead log, some megabytes by then, is copied into the database. */
const PIECES_A_CHECKPOINT = 60;
/** What fewer pieces leave in the log is copied with what others write. */
const PIECES_WORTH_A_CHECKPOINT = 5;

export interface PieceFigures {
  pieces: number;
  /** From the start of a transaction to the end of its commit. */
  longestMs: number;
  totalMs: number;
}

export const noPieces = (): PieceFigures => ({ pieces: 0, longestMs: 0, totalMs: 0 });

export interface PieceWork {
  step(): 'more' | 'done';
  /** Asked between two pieces, and once more before the end is said. */
  isStopped(): boolean;
  /** Says in the database that all is done, in a transaction that is on the disk when it ends. Until then a crash finds
   *  the work unfinished: the latest pieces may be missing as a whole, never in part and never one without those before. */
  finish?(): void;
}

/** Runs `step` over and over in short transactions, with rests in which calls are answered, until it answers 'done'
 *  or `isStopped` says so between two pieces.
 *  @returns 'done' or 'stopped'. */
export async function inPieces(
  parts: WritingParts,
  work: PieceWork,
  figures: PieceFigures = noPieces(),
): Promise<'done' | 'stopped'> {
  const disk = writeAheadLog(parts.db);
  try {
    return await runPieces(parts, work, figures, disk);
  } finally {
    await disk.close();
  }
}

async function runPieces(
  parts: WritingParts,
  work: PieceWork,
  figures: PieceFigures,
  disk: WriteAheadLog,
): Promise<'done' | 'stopped'> {
  let commitMs = 2;
  let unsynced: Promise<void> = Promise.resolve();
  let sinceCheckpoint = 0;
  for (;;) {
    if (work.isStopped()) return 'stopped';
    const startedAt = performance.now();
    const { state, workedUntil } = disk.unsyncedTransaction(() =>
      onePiece(work, startedAt + Math.max(LEAST_WORK_MS, PIECE_MS - commitMs)),
    );
    const endedAt = performance.now();
    figures.pieces += 1;
    figures.totalMs += endedAt - startedAt;
    figures.longestMs = Math.max(figures.longestMs, endedAt - startedAt);
    commitMs = commitMs * 0.8 + (endedAt - workedUntil) * 0.2;
    sinceCheckpoint += 1;
    // While the disk takes the last piece the next is written, but no more than that: a sale's commit waits for all of it.
    await unsynced;
    unsynced = disk.sync();
    unsynced.catch(() => {});
    if (sinceCheckpoint >= (state === 'done' ? PIECES_WORTH_A_CHECKPOINT : PIECES_A_CHECKPOINT)) {
      await checkpoint(parts);
      sinceCheckpoint = 0;
    }
    if (state === 'done') {
      await unsynced;
      // The disk took its time: what was called off meanwhile has not come to its end.
      if (work.isStopped()) return 'stopped';
      if (work.finish) parts.db.transaction(() => work.finish?.());
      return 'done';
    }
    await untilQuiet();
  }
}

function onePiece(work: PieceWork, until: number): { state: 'more' | 'done'; workedUntil: number } {
  let state = work.step();
  while (state === 'more' && performance.now() < until) state = work.step();
  return { state, workedUntil: performance.now() };
}
