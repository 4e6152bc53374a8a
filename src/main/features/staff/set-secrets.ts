import type { CallParsedInput } from '../../../shared/contract/index.ts';
import { roleAllows } from '../../../shared/contract/permissions.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { staged } from '../../handlers.ts';
import { endStaffSessions } from '../session/open-session.ts';
import { hashNewPassword, type PasswordError, passwordMatches } from '../session/password-rules.ts';
import { isGoodPin } from '../session/pin-rules.ts';
import { callerSubject, type Proof, personSubject, prove, settle } from '../session/proof.ts';
import { type SlowHash, slowHash } from '../session/slow-hash.ts';
import { getShop } from '../shop/shop.service.ts';
import { storePin } from './add-staff.ts';
import { deletePin, findStaff, type StaffRow, setPasswordHash } from './staff.sql.ts';

interface Prepared<T> {
  /** Null where the caller's role is enough. */
  readonly proof: Proof | null;
  readonly secret: Result<T, AppError<PasswordError | 'auth.pinTooSimple'>>;
}

type Refusal = AppError<'staff.unknown' | 'auth.forbidden' | 'auth.badCredentials' | 'auth.throttled'>;

export const setPassword = staged({
  secret: true,
  prepare: async (ctx, input: CallParsedInput<'staff.setPassword'>) => {
    const person = ctx.db.get(findStaff, { id: input.id });
    if (!person) return err({ code: 'staff.unknown' as const, data: { id: input.id } });
    const names = [person.username, person.name, getShop(ctx.db).name];
    return prepare(ctx, person, input.currentPassword, () => hashNewPassword(input.newPassword, names));
  },
  run: (ctx, input: CallParsedInput<'staff.setPassword'>, { proof, secret }: Prepared<string>) => {
    const allowed = settleProof(ctx, input.id, proof);
    if (!allowed.ok) return allowed;
    if (!secret.ok) return secret as Result<never, AppError<PasswordError>>;
    ctx.db.runOne(setPasswordHash, { id: input.id, password_hash: secret.value });
    endStaffSessions(ctx, input.id, input.id === ctx.staff.id ? ctx.staff.sessionHash : '');
    return changed(ctx, input.id, 'staff.passwordSet');
  },
});

export const setPin = staged({
  secret: true,
  prepare: async (ctx, input: CallParsedInput<'staff.setPin'>) => {
    const person = ctx.db.get(findStaff, { id: input.id });
    if (!person) return err({ code: 'staff.unknown' as const, data: { id: input.id } });
    return prepare(ctx, person, input.currentPassword, () => hashNewPin(ctx, input.pin));
  },
  run: (ctx, input: CallParsedInput<'staff.setPin'>, { proof, secret }: Prepared<SlowHash | null>) => {
    const allowed = settleProof(ctx, input.id, proof);
    if (!allowed.ok) return allowed;
    if (!secret.ok) return secret as Result<never, AppError<'auth.pinTooSimple'>>;
    if (secret.value) storePin(ctx, input.id, secret.value);
    else ctx.db.run(deletePin, { staff_id: input.id });
    return changed(ctx, input.id, secret.value ? 'staff.pinSet' : 'staff.pinCleared');
  },
});

async function hashNewPin(
  ctx: QueryCtx,
  pin: string | null,
): Promise<Result<SlowHash | null, AppError<'auth.pinTooSimple'>>> {
  if (pin === null) return ok(null);
  return isGoodPin(pin) ? ok(await slowHash(ctx.dataDir, pin)) : err({ code: 'auth.pinTooSimple' });
}

/** One's own secret changes against one's current password; anyone else's with the permission. */
async function prepare<T>(
  ctx: QueryCtx,
  person: StaffRow,
  currentPassword: string | undefined,
  hash: () => Promise<Result<T, AppError<PasswordError | 'auth.pinTooSimple'>>>,
): Promise<Result<Prepared<T>, AppError<'auth.forbidden'>>> {
  const own = person.id === ctx.staff.id;
  if (!own && !roleAllows(ctx.staff.role, 'staff.manage'))
    return err({ code: 'auth.forbidden', data: { permission: 'staff.manage' } });
  const subjects = [personSubject(person.id), callerSubject(ctx)];
  const proof = own
    ? await prove(ctx, subjects, () => passwordMatches(currentPassword ?? '', person.password_hash))
    : null;
  const mayGoOn = proof === null || proof.passed;
  return ok({ proof, secret: mayGoOn ? await hash() : err({ code: 'input.invalid' }) });
}

function settleProof(ctx: CommandCtx, id: string, proof: Proof | null): Result<null, Refusal> {
  if (!ctx.db.get(findStaff, { id })) return err({ code: 'staff.unknown', data: { id } });
  return proof ? settle(ctx, proof) : ok(null);
}

function changed(ctx: CommandCtx, id: string, action: string) {
  ctx.audit({ action, subjectKind: 'staff', subjectId: id });
  const version = ctx.db.get(findStaff, { id })?.version ?? 0;
  ctx.emit({ kind: 'staff.saved', staffId: id, version });
  ctx.changed('staff', id);
  return ok({});
}
