import type { CommandCtx } from '../../context.ts';
import { insertCustomer } from './customer.sql.ts';
import { searchColumns } from './customer-query.ts';

/** Adds the customers of an imported history; its one entry in the audit log tells of them, too. @returns their ids, in order */
export function addImportedCustomers(
  ctx: CommandCtx,
  customers: readonly { readonly name: string; readonly note: string }[],
): string[] {
  return customers.map(({ name, note }) => {
    const id = ctx.newId();
    const columns = searchColumns(name, null);
    ctx.db.runOne(insertCustomer, {
      id,
      name,
      phone: null,
      email: null,
      note,
      ...columns,
      now_ms: ctx.nowMs,
    });
    return id;
  });
}
