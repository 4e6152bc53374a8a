import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { staged } from '../../handlers.ts';
import { endStaffSessions } from './open-session.ts';
import { hashNewPassword, type PasswordError } from './password-rules.ts';
import { callerSubject, type Proof, personSubject, prove, settle } from './proof.ts';
import { hashRecoveryCode, newRecoveryCode, recoveryCodeMatches } from './recovery-code.ts';
import { findPersonByUsername, findShopFacts, type PersonRow, setRecoveredPassword } from './session.sql.ts';

interface Recovery {
  readonly person: PersonRow | null;
  readonly proof: Proof;
  readonly password: Result<string, AppError<PasswordError>> | null;
  readonly code: string;
  readonly codeHash: string;
}

/** The printed code opens the way back for an owner whom guessers keep throttled: its tries count on the device or
 *  address alone, never on the person; a hundred random bits need no more. */
export const recover = staged({
  secret: true,
  prepare: async (ctx, input: { username: string; recoveryCode: string; newPassword: string }) => {
    const username = input.username.trim().toLowerCase();
    const found = ctx.db.get(findPersonByUsername, { username });
    const person = found?.active === 1 && found.role === 'owner' ? found : null;
    const proof = await prove(ctx, [`recovery:${callerSubject(ctx)}`], () =>
      recoveryCodeMatches(ctx.dataDir, input.recoveryCode, person?.recovery_hash ?? null),
    );
    const names = [username, person?.name ?? '', ctx.db.get(findShopFacts, {})?.name ?? ''];
    const password = proof.passed ? await hashNewPassword(input.newPassword, names) : null;
    const code = newRecoveryCode();
    return ok<Recovery>({
      person,
      proof,
      password,
      code,
      codeHash: await hashRecoveryCode(ctx.dataDir, code),
    });
  },
  run: (ctx, _input, { person, proof, password, code, codeHash }: Recovery) => {
    const settled = settle(ctx, proof);
    if (!settled.ok) return settled;
    const now = person && ctx.db.get(findPersonByUsername, { username: person.username });
    if (!now || !password || now.recovery_hash !== person.recovery_hash)
      return err({ code: 'auth.badCredentials' as const });
    if (!password.ok) return password;
    ctx.db.runOne(setRecoveredPassword, {
      id: now.id,
      password_hash: password.value,
      recovery_hash: codeHash,
    });
    ctx.services.throttle.succeeded(ctx.db, [personSubject(now.id)]);
    endStaffSessions(ctx, now.id);
    ctx.audit({ action: 'staff.recovered', subjectKind: 'staff', subjectId: now.id });
    ctx.changed('staff', now.id);
    return ok({ recoveryCode: code });
  },
});
