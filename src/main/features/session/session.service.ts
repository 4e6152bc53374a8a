import { type Permission, roleAllows } from '../../../shared/contract/permissions.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import { handOver, type OpenedSession, openSession, viewSession } from './open-session.ts';
import { passwordMatches } from './password-rules.ts';
import { callerSubject, type Proof, personSubject, prove, settle, unknownNameSubject } from './proof.ts';
import { recover } from './recover.ts';
import {
  endSession,
  findPerson,
  findPersonByUsername,
  insertApproval,
  listActivePeople,
  type PersonRow,
} from './session.sql.ts';
import { slowHashMatches } from './slow-hash.ts';

const APPROVAL_MS = 2 * 60_000;

interface Attempt {
  readonly person: PersonRow | null;
  readonly proof: Proof;
}

const signIn = staged({
  secret: true,
  prepare: async (ctx, input: { username: string; password: string; carrier: 'cookie' | 'token' }) => {
    if (!ctx.services.shopExists()) return err({ code: 'setup.incomplete' as const });
    const username = input.username.trim().toLowerCase();
    const found = ctx.db.get(findPersonByUsername, { username });
    const person = found?.active === 1 ? found : null;
    const named = person ? personSubject(person.id) : unknownNameSubject(ctx, username);
    const proof = await prove(ctx, [named, callerSubject(ctx)], () =>
      passwordMatches(input.password, person?.password_hash ?? null),
    );
    return ok({ person, proof });
  },
  run: (ctx, input, attempt: Attempt) => begin(ctx, attempt, input.carrier, 'password'),
  finish: handOver,
});

const signInWithPin = staged({
  secret: true,
  prepare: async (ctx, input: { staffId: string; pin: string; carrier: 'cookie' | 'token' }) =>
    provePin(ctx, input),
  run: (ctx, input, attempt: Attempt) => begin(ctx, attempt, input.carrier, 'pin'),
  finish: handOver,
});

const approve = staged({
  secret: true,
  prepare: async (ctx, input: { staffId: string; pin: string; permission: string }) => {
    const person = ctx.db.get(findPerson, { id: input.staffId });
    if (person && !roleAllows(person.role, input.permission as Permission))
      return err({ code: 'auth.forbidden' as const });
    return provePin(ctx, input);
  },
  run: (ctx, input, attempt: Attempt) => {
    const settled = settle(ctx, attempt.proof);
    if (!settled.ok) return settled;
    return ok(lendPermission(ctx, attempt.person as PersonRow, input.permission));
  },
});

export const sessionHandlers: FeatureHandlers<'session'> = {
  current: (ctx) =>
    ok({
      session: ctx.who ? viewSession(ctx.db, ctx.who.id, ctx.at?.id ?? null, null) : null,
      deviceEnrolled: ctx.at !== null,
      deviceName: ctx.at?.name ?? null,
    }),
  listPeople: (ctx) =>
    ok(
      ctx.db
        .all(listActivePeople, {})
        .map(({ id, name, role, pin_hash }) => ({ id, name, role, hasPin: pin_hash !== null })),
    ),
  signIn,
  signInWithPin,
  signOut: staged({
    run: (ctx: CommandCtx) => {
      ctx.db.run(endSession, { token_hash: ctx.staff.sessionHash, now_ms: ctx.nowMs });
      ctx.audit({ action: 'session.signedOut', subjectKind: 'staff', subjectId: ctx.staff.id });
      ctx.changed('session');
      return ok({});
    },
    finish: (ctx) => {
      ctx.caller.setSession(null);
      return {};
    },
  }),
  approve,
  listApprovers: (ctx, { permission }) =>
    ok(
      ctx.db
        .all(listActivePeople, {})
        .filter(({ role, pin_hash }) => pin_hash !== null && roleAllows(role, permission as Permission))
        .map(({ id, name }) => ({ id, name })),
    ),
  recover,
};

/** One try at a person's PIN. A person without one is told so; an unknown or disabled one costs time like any other. */
async function provePin(ctx: QueryCtx, input: { staffId: string; pin: string }) {
  const found = ctx.db.get(findPerson, { id: input.staffId });
  const person = found?.active === 1 ? found : null;
  if (person?.pin_hash === null) return err({ code: 'auth.noPin' as const });
  const named = person ? personSubject(person.id) : unknownNameSubject(ctx, input.staffId);
  const stored =
    person?.pin_hash && person.pin_salt ? { salt: person.pin_salt, hash: person.pin_hash } : null;
  const proof = await prove(ctx, [named, callerSubject(ctx)], () =>
    slowHashMatches(ctx.dataDir, input.pin, stored),
  );
  return ok({ person, proof });
}

function begin(
  ctx: CommandCtx,
  { person, proof }: Attempt,
  carrier: 'cookie' | 'token',
  by: 'password' | 'pin',
) {
  const settled = settle(ctx, proof);
  if (!settled.ok) return settled;
  // Disabled while the hash was being computed: the person must not slip in.
  const now = person && ctx.db.get(findPerson, { id: person.id });
  if (now?.active !== 1) return err({ code: 'auth.badCredentials' as const });
  ctx.audit({
    action: 'session.signedIn',
    subjectKind: 'staff',
    subjectId: now.id,
    staffId: now.id,
    after: { by },
  });
  ctx.changed('session');
  return ok<OpenedSession>(openSession(ctx, now.id, ctx.at?.id ?? null, carrier));
}

function lendPermission(ctx: CommandCtx, approver: PersonRow, permission: string) {
  const id = ctx.newId();
  const expiresAtMs = ctx.nowMs + APPROVAL_MS;
  ctx.db.runOne(insertApproval, {
    id,
    approver_id: approver.id,
    staff_id: ctx.staff.id,
    device_id: ctx.device.id,
    permission,
    created_at_ms: ctx.nowMs,
    expires_at_ms: expiresAtMs,
  });
  ctx.audit({
    action: 'session.approved',
    subjectKind: 'staff',
    subjectId: approver.id,
    after: { permission, for: ctx.staff.id },
  });
  return { approvalId: id, approver: { id: approver.id, name: approver.name }, expiresAtMs };
}
