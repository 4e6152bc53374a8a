import { createHash, randomBytes } from 'node:crypto';
import type { Caller, DeviceIdentity, StaffIdentity } from '../../context.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { findDevice, findSession, touchDevice, touchSession } from './identity.sql.ts';

/** A session not used for this long is over. */
const SESSION_IDLE_MS = 12 * 60 * 60 * 1000;

/** 256 random bits, base64url; only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Who calls, from which device. A session begun on one device is not valid on another. */
export function identify(
  db: ReadableDb,
  caller: Caller,
  nowMs: number,
): { who: StaffIdentity | null; at: DeviceIdentity | null; lastSeenAtMs: number } {
  const at = caller.deviceToken ? identifyDevice(db, caller.deviceToken) : null;
  const none = { who: null, at, lastSeenAtMs: nowMs };
  if (!caller.sessionToken) return none;
  const sessionHash = hashToken(caller.sessionToken);
  const row = db.get(findSession, { token_hash: sessionHash, seen_after_ms: nowMs - SESSION_IDLE_MS });
  if (!row || (row.device_id !== null && row.device_id !== at?.id)) return none;
  const who = { id: row.staff_id, name: row.name, role: row.role, sessionHash };
  return { who, at, lastSeenAtMs: row.last_seen_at_ms };
}

function identifyDevice(db: ReadableDb, token: string): DeviceIdentity | null {
  const row = db.get(findDevice, { token_hash: hashToken(token) });
  return row
    ? { id: row.id, name: row.name, registerId: row.register_id, registerName: row.register_name }
    : null;
}

/** Notes that the session, and the device it speaks from, are in use. */
export function markSeen(db: WritableDb, who: StaffIdentity, at: DeviceIdentity | null, nowMs: number): void {
  db.run(touchSession, { token_hash: who.sessionHash, now_ms: nowMs });
  if (at) db.run(touchDevice, { id: at.id, now_ms: nowMs });
}
