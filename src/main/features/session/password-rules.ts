import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';

export const SHORTEST_PASSWORD = 8;
/** bcrypt reads no further: what is longer is refused, never cut. */
export const LONGEST_PASSWORD_BYTES = 72;

export type PasswordError =
  | 'auth.passwordTooShort'
  | 'auth.passwordTooLong'
  | 'auth.passwordCommon'
  | 'input.invalid';

/** The same text typed on another keyboard may be composed differently; NFC makes it one. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** Whether bcrypt can tell this password from every other. It repeats the key with a zero byte between, so a zero
 *  inside would give a password twins, as half a surrogate pair would. */
export function isTellable(password: string): boolean {
  return (
    password.isWellFormed() &&
    !password.includes('\0') &&
    Buffer.byteLength(normalPassword(password)) <= LONGEST_PASSWORD_BYTES
  );
}

/** Judges a new password and hashes it off the main thread.
 *  @param names  of the person and the shop: no password may hold one */
export async function hashNewPassword(
  password: string,
  names: readonly string[],
): Promise<Result<string, AppError<PasswordError>>> {
  const normal = normalPassword(password);
  if ([...normal].length < SHORTEST_PASSWORD)
    return err({ code: 'auth.passwordTooShort', data: { shortest: SHORTEST_PASSWORD } });
  if (Buffer.byteLength(normal) > LONGEST_PASSWORD_BYTES)
    return err({ code: 'auth.passwordTooLong', data: { longestBytes: LONGEST_PASSWORD_BYTES } });
  if (!isTellable(normal)) return err({ code: 'input.invalid' });
  const hash = await runInWorker('hashPassword', { password: normal, names, judged: true });
  return hash === null ? err({ code: 'auth.passwordCommon' }) : ok(hash);
}

/** Hashes a password of the demo shop, which everybody may know. */
export async function hashKnownPassword(password: string): Promise<string> {
  const hash = await runInWorker('hashPassword', {
    password: normalPassword(password),
    names: [],
    judged: false,
  });
  if (hash === null) throw new Error('the password was not hashed');
  return hash;
}

/** @param hash  null for a person that does not exist; takes as long all the same */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const tellable = isTellable(password);
  const input = { password: tellable ? normalPassword(password) : '', hash: tellable ? hash : null };
  return runInWorker('checkPassword', input);
}
