import type { AppError, ErrorCode } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { EngineRefusal } from '../engine-refusal.ts';

export type BackupErrorCode = Extract<ErrorCode, `backup.${string}`>;
export type BackupResult<T> = Result<T, AppError<BackupErrorCode>>;

/** Why a backup could not be written or opened. Thrown inside a job, answered as a Result at its edge. */
export class BackupFault extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const UNUSABLE =
  /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EIO|ENODEV|ENXIO|SQLITE_CANTOPEN.*|SQLITE_READONLY.*|SQLITE_IOERR.*)$/;
const REFUSALS: Readonly<Record<string, BackupErrorCode>> = {
  'database.newer': 'backup.newer',
  'database.foreign': 'backup.foreign',
  'database.damaged': 'backup.damaged',
};

/** Runs a job; what is nobody's bug is answered. Anything else is thrown on. */
export async function answering<T>(work: () => T | Promise<T>): Promise<BackupResult<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return err({ code, data: { reason: (error as Error).message } });
  }
}

function codeOf(error: unknown): BackupErrorCode | null {
  if (error instanceof BackupFault) return error.code;
  if (error instanceof EngineRefusal) return REFUSALS[error.code] ?? null;
  const code = String((error as { code?: unknown }).code ?? '');
  if (FULL.has(code)) return 'backup.diskFull';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'backup.damaged';
  return UNUSABLE.test(code) ? 'backup.folderUnusable' : null;
}
