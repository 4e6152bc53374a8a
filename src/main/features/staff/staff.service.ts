import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { endStaffSessions } from '../session/open-session.ts';
import { getShop } from '../shop/shop.service.ts';
import { addStaff, type PreparedSecrets, prepareSecrets } from './add-staff.ts';
import { setPassword, setPin } from './set-secrets.ts';
import {
  countOtherOwners,
  findStaff,
  findUsername,
  listStaff,
  type StaffRow,
  updateStaff,
} from './staff.sql.ts';

type StaffView = CallAnswer<'staff.create'>;
type StaffUpdate = CallParsedInput<'staff.update'>;

const create = staged({
  secret: true,
  prepare: async (ctx, input: CallParsedInput<'staff.create'>) =>
    prepareSecrets(ctx, input, getShop(ctx.db).name),
  run: (ctx, input: CallParsedInput<'staff.create'>, secrets: PreparedSecrets) => {
    const { username } = input;
    if (ctx.db.get(findUsername, { username }))
      return err({ code: 'auth.usernameTaken' as const, data: { username } });
    return ok(viewStaff(ctx.db, addStaff(ctx, input, secrets)));
  },
});

export const staffHandlers: FeatureHandlers<'staff'> = {
  list: (ctx) => ok(ctx.db.all(listStaff, {}).map(toStaff)),
  create,
  update,
  setPassword,
  setPin,
};

function update(
  ctx: CommandCtx,
  input: StaffUpdate,
): Result<StaffView, AppError<'staff.unknown' | 'version.conflict' | 'auth.lastOwner'>> {
  const row = ctx.db.get(findStaff, { id: input.id });
  if (!row) return err({ code: 'staff.unknown', data: { id: input.id } });
  if (row.version !== input.expectedVersion)
    return err({ code: 'version.conflict', data: { version: row.version } });
  const staysOwner = input.role === 'owner' && input.active;
  if (
    !staysOwner &&
    row.role === 'owner' &&
    row.active === 1 &&
    ctx.db.get(countOtherOwners, { id: row.id })?.n === 0
  ) {
    return err({ code: 'auth.lastOwner' });
  }
  const { id, name, role, active } = input;
  ctx.db.runOne(updateStaff, { id, name, role, active: Number(active), version: row.version });
  // A changed role is in force with the next call; whoever was disabled is out at once.
  if (!active) endStaffSessions(ctx, id);
  return ok(saved(ctx, 'staff.changed', toStaff(row)));
}

function saved(ctx: CommandCtx, action: string, before: StaffView): StaffView {
  const after = viewStaff(ctx.db, before.id);
  ctx.audit({ action, subjectKind: 'staff', subjectId: before.id, before, after });
  ctx.emit({ kind: 'staff.saved', staffId: before.id, version: after.version });
  ctx.changed('staff', before.id);
  return after;
}

function viewStaff(db: ReadableDb, id: string): StaffView {
  const row = db.get(findStaff, { id });
  if (!row) throw new Error('the person was not stored');
  return toStaff(row);
}

function toStaff(row: StaffRow): StaffView {
  const { id, name, username, role, version } = row;
  return { id, name, username, role, active: row.active === 1, hasPin: row.has_pin === 1, version };
}
