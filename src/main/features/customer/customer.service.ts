import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  type CustomerRow,
  countCustomers,
  findCustomer,
  insertCustomer,
  listCustomers,
  updateCustomer,
} from './customer.sql.ts';
import { searchColumns, toCustomerQuery } from './customer-query.ts';

export type CustomerView = CallAnswer<'customer.get'>;
type Fields = Pick<CallParsedInput<'customer.create'>, 'name' | 'phone' | 'email' | 'note'>;
type Stale = AppError<'customer.unknown' | 'version.conflict'>;

export const customerHandlers: FeatureHandlers<'customer'> = {
  search,
  get: (ctx, input) => getCustomer(ctx.db, input.id),
  create,
  update,
};

function search(
  ctx: QueryCtx,
  { text, limit, offset }: CallParsedInput<'customer.search'>,
): Result<CallAnswer<'customer.search'>, never> {
  const query = toCustomerQuery(text);
  if (query === null) return ok({ rows: [], total: 0 });
  const rows = ctx.db.all(listCustomers, { ...query, limit, offset });
  return ok({ rows: rows.map(toView), total: ctx.db.get(countCustomers, query)?.total ?? 0 });
}

/** One customer with what their documents say of them. */
export function getCustomer(db: ReadableDb, id: string): Result<CustomerView, AppError<'customer.unknown'>> {
  const row = db.get(findCustomer, { id });
  return row ? ok(toView(row)) : err({ code: 'customer.unknown', data: { id } });
}

function create(ctx: CommandCtx, input: CallParsedInput<'customer.create'>): Result<CustomerView, never> {
  const id = ctx.newId();
  ctx.db.runOne(insertCustomer, { ...columnsOf(id, input), now_ms: ctx.nowMs });
  return ok(announce(ctx, id, 'customer.added', null));
}

function update(ctx: CommandCtx, input: CallParsedInput<'customer.update'>): Result<CustomerView, Stale> {
  const current = getCustomer(ctx.db, input.id);
  if (!current.ok) return current;
  const { version } = current.value;
  if (version !== input.expectedVersion) {
    return err({ code: 'version.conflict', data: { current: current.value } });
  }
  ctx.db.runOne(updateCustomer, { ...columnsOf(input.id, input), version });
  return ok(announce(ctx, input.id, 'customer.changed', current.value));
}

/** Leaves the traces of a saved customer. The audit log says which facts changed, never what they are: it is kept
 *  for ever, and a person's data must remain erasable (R39). */
function announce(ctx: CommandCtx, id: string, action: string, before: CustomerView | null): CustomerView {
  const saved = getCustomer(ctx.db, id);
  if (!saved.ok) throw new Error(`customer ${id} is gone`);
  const after = saved.value;
  const facts = ['name', 'phone', 'email', 'note'] as const;
  const changed = facts.filter((fact) => (before ? before[fact] !== after[fact] : after[fact]));
  ctx.audit({ action, subjectKind: 'customer', subjectId: id, after: { changed } });
  ctx.emit({ kind: 'customer.saved', customerId: id, version: after.version });
  ctx.changed('customer', id);
  return after;
}

function columnsOf(id: string, { name, phone, email, note }: Fields) {
  return { id, name, phone, email, note, ...searchColumns(name, phone) };
}

function toView(row: CustomerRow): CustomerView {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    email: row.email,
    note: row.note,
    lastVisitAtMs: row.last_visit_at_ms,
    visitCount: row.visit_count,
    spentMinor: row.spent_minor,
    version: row.version,
  };
}
