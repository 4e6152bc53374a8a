import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import { leaveCheckpointsToOthers } from '../../storage/checkpoint.ts';
import type { Connection } from '../../storage/connection.ts';

/** What is aimed at for a whole piece, its commit (a sync to disk) included: 10 ms with room for a slow commit. */
const PIECE_MS = 6;
/** Even where the disk is slow each piece gets something done. */
const LEAST_WORK_MS = 1;
/** Between pieces calls are answered; one call takes a few turns of the event loop and must not meet a piece at each. */
const REST_MS = 4;
/** After so many pieces the write-ahead log, some megabytes by then, is copied into the database. */
const PIECES_A_CHECKPOINT = 60;

export interface PieceFigures {
  pieces: number;
  /** From the start of a transaction to the end of its commit. */
  longestMs: number;
  totalMs: number;
}

export interface PieceWork {
  step(): 'more' | 'done';
  /** Asked between two pieces. */
  isStopped(): boolean;
  /** Copies the log into the database, on another thread. */
  checkpoint(): Promise<unknown>;
}

/** Runs `step` over and over in short transactions, with rests in which calls are answered, until it answers 'done'
 *  or `isStopped` says so between two pieces.
 *  @returns 'done' or 'stopped'. */
export async function inPieces(
  db: Connection,
  work: PieceWork,
  figures: PieceFigures,
): Promise<'done' | 'stopped'> {
  const backToOwnCheckpoints = leaveCheckpointsToOthers(db);
  try {
    return await runPieces(db, work, figures);
  } finally {
    backToOwnCheckpoints();
  }
}

async function runPieces(
  db: Connection,
  work: PieceWork,
  figures: PieceFigures,
): Promise<'done' | 'stopped'> {
  let commitMs = 2;
  for (;;) {
    if (work.isStopped()) return 'stopped';
    const startedAt = performance.now();
    const { state, workedUntil } = db.transaction(() =>
      onePiece(work, startedAt + Math.max(LEAST_WORK_MS, PIECE_MS - commitMs)),
    );
    const endedAt = performance.now();
    figures.pieces += 1;
    figures.totalMs += endedAt - startedAt;
    figures.longestMs = Math.max(figures.longestMs, endedAt - startedAt);
    commitMs = commitMs * 0.8 + (endedAt - workedUntil) * 0.2;
    if (state === 'done' || figures.pieces % PIECES_A_CHECKPOINT === 0) await work.checkpoint();
    if (state === 'done') return 'done';
    await rest(REST_MS);
  }
}

function onePiece(work: PieceWork, until: number): { state: 'more' | 'done'; workedUntil: number } {
  let state = work.step();
  while (state === 'more' && performance.now() < until) state = work.step();
  return { state, workedUntil: performance.now() };
}
