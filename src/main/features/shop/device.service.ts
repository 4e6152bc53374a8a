import type { CallAnswer } from '../../../shared/contract/index.ts';
import { PLAIN_SCANNER } from '../../../shared/contract/plain-scanner.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { hashToken, newToken } from '../session/identify.ts';
import { bindSessionToDevice, type Carrier, endDeviceSessions } from '../session/open-session.ts';
import {
  type DeviceRow,
  findDevice,
  insertDevice,
  listDevices,
  revokeDevice,
  setScannerOf,
} from './device.sql.ts';
import { findRegister } from './register.sql.ts';

type DeviceView = CallAnswer<'device.list'>[number];
type Scanner = CallAnswer<'device.getScanner'>;

/** What an enrolment leaves behind, in memory only. */
export interface Enrolment {
  readonly deviceId: string;
  readonly token: string;
  readonly carrier: Carrier;
}

export const deviceHandlers: FeatureHandlers<'device'> = {
  list: (ctx) => ok(ctx.db.all(listDevices, {}).map(toDevice)),
  enrol: staged({
    secret: true,
    run: (ctx: CommandCtx, input: { name: string; registerId: string; carrier: Carrier }) => {
      if (!ctx.db.get(findRegister, { id: input.registerId }))
        return err({ code: 'register.unknown' as const });
      const enrolment = enrolDevice(ctx, input, ctx.staff.id);
      bindSessionToDevice(ctx, ctx.staff.sessionHash, enrolment.deviceId);
      return ok(enrolment);
    },
    finish: (ctx, enrolment: Enrolment) => ({
      device: viewDevice(ctx.db, enrolment.deviceId),
      deviceToken: handOverDevice(ctx, enrolment),
    }),
  }),
  revoke: (ctx, { id }) => {
    const device = ctx.db.get(findDevice, { id });
    if (!device) return err({ code: 'device.unknown', data: { id } });
    ctx.db.runOne(revokeDevice, { id });
    endDeviceSessions(ctx, id);
    ctx.audit({ action: 'device.revoked', subjectKind: 'device', subjectId: id, before: toDevice(device) });
    ctx.changed('shop');
    return ok({});
  },
  getScanner: (ctx) => {
    const stored = ctx.db.get(findDevice, { id: ctx.device.id })?.scanner_json;
    return ok(stored ? (JSON.parse(stored) as Scanner) : PLAIN_SCANNER);
  },
  setScanner: (ctx, { scanner }) => {
    ctx.db.runOne(setScannerOf, { id: ctx.device.id, scanner_json: JSON.stringify(scanner) });
    ctx.audit({
      action: 'device.scannerSet',
      subjectKind: 'device',
      subjectId: ctx.device.id,
      after: scanner,
    });
    ctx.changed('shop');
    return ok(scanner);
  },
};

/** Makes the calling window, browser or program a device of a register (which must exist). */
export function enrolDevice(
  ctx: CommandCtx,
  { name, registerId, carrier }: { name: string; registerId: string; carrier: Carrier },
  enrolledBy: string,
): Enrolment {
  const deviceId = ctx.newId();
  const token = newToken();
  const kind = ctx.caller.door;
  ctx.db.runOne(insertDevice, {
    id: deviceId,
    name,
    kind,
    register_id: registerId,
    token_hash: hashToken(token),
    enrolled_by: enrolledBy,
    now_ms: ctx.nowMs,
  });
  ctx.audit({
    action: 'device.enrolled',
    subjectKind: 'device',
    subjectId: deviceId,
    after: { name, kind, registerId },
  });
  ctx.changed('shop');
  return { deviceId, token, carrier };
}

/** Hands the device's token to its door, or answers it where it was asked for. */
export function handOverDevice(ctx: QueryCtx, { token, carrier }: Enrolment): string | null {
  if (carrier === 'token') return token;
  ctx.caller.setDevice(token);
  return null;
}

function viewDevice(db: ReadableDb, id: string): DeviceView {
  const row = db.get(findDevice, { id });
  if (!row) throw new Error('the device was not stored');
  return toDevice(row);
}

function toDevice(row: DeviceRow): DeviceView {
  return {
    id: row.id,
    name: row.name,
    registerId: row.register_id,
    registerName: row.register_name,
    kind: row.kind,
    enrolledAtMs: row.enrolled_at_ms,
    lastSeenAtMs: row.last_seen_at_ms,
    active: row.active === 1,
  };
}
