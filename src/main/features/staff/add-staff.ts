import type { Role } from '../../../shared/contract/permissions.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { hashNewPassword, type PasswordError } from '../session/password-rules.ts';
import { isGoodPin } from '../session/pin-rules.ts';
import { type SlowHash, slowHash } from '../session/slow-hash.ts';
import { insertHistoryStaff, insertStaff, savePin } from './staff.sql.ts';

export interface NewPerson {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly pin?: string | undefined;
}

export interface PreparedSecrets {
  readonly passwordHash: string;
  readonly pin: SlowHash | null;
}

/** Judges and hashes what a new person will sign in with; slow, off the main thread. */
export async function prepareSecrets(
  ctx: QueryCtx,
  person: NewPerson,
  shopName: string,
): Promise<Result<PreparedSecrets, AppError<PasswordError | 'auth.pinTooSimple'>>> {
  if (person.pin !== undefined && !isGoodPin(person.pin)) return err({ code: 'auth.pinTooSimple' });
  const password = await hashNewPassword(person.password, [person.username, person.name, shopName]);
  if (!password.ok) return password;
  return ok({
    passwordHash: password.value,
    pin: person.pin === undefined ? null : await slowHash(ctx.dataDir, person.pin),
  });
}

/** Stores a person; the user name must be free. @returns the id */
export function addStaff(
  ctx: CommandCtx,
  person: Pick<NewPerson, 'name' | 'username'> & { readonly role: Role },
  secrets: PreparedSecrets,
  recoveryHash: string | null = null,
): string {
  const id = ctx.newId();
  const { name, username, role } = person;
  ctx.db.runOne(insertStaff, {
    id,
    name,
    username,
    role,
    password_hash: secrets.passwordHash,
    recovery_hash: recoveryHash,
    now_ms: ctx.nowMs,
  });
  if (secrets.pin) storePin(ctx, id, secrets.pin);
  ctx.audit({
    action: 'staff.created',
    subjectKind: 'staff',
    subjectId: id,
    after: { name, username, role, hasPin: secrets.pin !== null },
  });
  ctx.emit({ kind: 'staff.saved', staffId: id, version: 1 });
  ctx.changed('staff', id);
  return id;
}

export function storePin(ctx: CommandCtx, staffId: string, { salt, hash }: SlowHash): void {
  ctx.db.runOne(savePin, { staff_id: staffId, salt, pin_hash: hash, now_ms: ctx.nowMs });
}

/** Who stands for what was sold before: nobody of this shop, with no password that could fit, never active.
 *  @returns the id */
export function addHistoryStaff(ctx: CommandCtx, name: string, username: string): string {
  const id = ctx.newId();
  ctx.db.runOne(insertHistoryStaff, { id, name, username, now_ms: ctx.nowMs });
  ctx.emit({ kind: 'staff.saved', staffId: id, version: 1 });
  return id;
}
