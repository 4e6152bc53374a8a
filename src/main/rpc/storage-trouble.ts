import type { ErrorCode } from '../../shared/errors.ts';

/** SHMSIZE: the index of the database's log cannot grow. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);
const FAILED =
  /^(EIO|EROFS|SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_READONLY.*|SQLITE_CORRUPT.*|SQLITE_NOTADB)$/;

/** Which trouble of the disk an error is, or null when it is none: a full disk is no bug of ours, and the person at the
 *  till can do something about it. */
export function storageTrouble(error: unknown): ErrorCode | null {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (FULL.has(code)) return 'storage.full';
  return FAILED.test(code) ? 'storage.failed' : null;
}
