import type { CallAnswer } from '../../../shared/contract/index.ts';
import { ROLE_PERMISSIONS } from '../../../shared/contract/permissions.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { hashToken, newToken } from './identify.ts';
import { touchDevice } from './identity.sql.ts';
import {
  bindSession,
  endSessionsOfDevice,
  endSessionsOfStaff,
  findDeviceById,
  findPerson,
  findShopFacts,
  insertSession,
} from './session.sql.ts';

export type SessionView = CallAnswer<'session.signIn'>;
export type Carrier = 'cookie' | 'token';

/** The till locks after this long without a key or a touch. */
const IDLE_LOCK_MS = 5 * 60_000;

/** What a sign-in leaves behind, in memory only. */
export interface OpenedSession {
  readonly token: string;
  readonly staffId: string;
  readonly deviceId: string | null;
  readonly carrier: Carrier;
}

/** Starts a session of this person, on this device only if one is given. */
export function openSession(
  ctx: CommandCtx,
  staffId: string,
  deviceId: string | null,
  carrier: Carrier,
): OpenedSession {
  const token = newToken();
  ctx.db.runOne(insertSession, {
    token_hash: hashToken(token),
    staff_id: staffId,
    device_id: deviceId,
    now_ms: ctx.nowMs,
  });
  if (deviceId) ctx.db.run(touchDevice, { id: deviceId, now_ms: ctx.nowMs });
  return { token, staffId, deviceId, carrier };
}

/** Hands the session over the way it was asked for; a repeated command does so again. */
export function handOver(ctx: QueryCtx, session: OpenedSession): SessionView {
  if (session.carrier === 'cookie') ctx.caller.setSession(session.token);
  return viewSession(
    ctx.db,
    session.staffId,
    session.deviceId,
    session.carrier === 'token' ? session.token : null,
  );
}

export function viewSession(
  db: ReadableDb,
  staffId: string,
  deviceId: string | null,
  token: string | null,
): SessionView {
  const person = db.get(findPerson, { id: staffId });
  const shop = db.get(findShopFacts, {});
  if (!person || !shop) throw new Error('a session without its person or shop');
  const device = deviceId === null ? undefined : db.get(findDeviceById, { id: deviceId });
  const { id, name, username, role } = person;
  return {
    staff: { id, name, username, role, hasPin: person.pin_hash !== null },
    permissions: [...ROLE_PERMISSIONS[role]],
    device: device
      ? {
          id: device.id,
          name: device.name,
          registerId: device.register_id,
          registerName: device.register_name,
        }
      : null,
    shop: {
      name: shop.name,
      currency: shop.currency,
      currencyExponent: shop.currency_exponent,
      language: shop.language,
      country: shop.country,
      timeZone: shop.time_zone,
      taxMode: shop.tax_mode,
      demo: shop.demo === 1,
    },
    idleLockMs: IDLE_LOCK_MS,
    token,
  };
}

/** Ends a person's sessions everywhere, but for the one (by its hash) that asks for it. */
export function endStaffSessions(ctx: CommandCtx, staffId: string, exceptHash = ''): void {
  ctx.db.run(endSessionsOfStaff, { staff_id: staffId, except_hash: exceptHash, now_ms: ctx.nowMs });
  ctx.changed('session');
}

export function endDeviceSessions(ctx: CommandCtx, deviceId: string): void {
  ctx.db.run(endSessionsOfDevice, { device_id: deviceId, now_ms: ctx.nowMs });
  ctx.changed('session');
}

/** A session begun before its device was enrolled belongs to that device from now on. */
export function bindSessionToDevice(ctx: CommandCtx, sessionHash: string, deviceId: string): void {
  ctx.db.runOne(bindSession, { token_hash: sessionHash, device_id: deviceId });
}
