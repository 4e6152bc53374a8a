import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { cartSummary } from './cart-order.ts';
import { getSummary, type SummaryRow } from './order-list.sql.ts';

export type OrderSummary = CallAnswer<'order.list'>['rows'][number];

/** A document as a row of the list, or, where none has the id, the cart that has it; null when there is neither. */
export function orderSummary(db: ReadableDb, id: string): OrderSummary | null {
  const row = db.get(getSummary, { id });
  return row ? toSummary(row) : cartSummary(db, id);
}

function tendersOf({ imported, tenders }: SummaryRow): OrderSummary['tenders'] {
  if (imported === 1) return ['unknown'];
  return tenders ? (tenders.split(',') as OrderSummary['tenders']) : [];
}

function toSummary(row: SummaryRow): OrderSummary {
  return {
    id: row.id,
    kind: row.kind,
    state: row.kind === 'sale' ? row.refund_state : row.kind,
    number: row.fiscal_number,
    orderNumber: row.order_number,
    atMs: row.closed_at_ms,
    zoneOffsetMinutes: row.zone_offset_minutes,
    businessDay: row.business_day,
    staff: { id: row.staff_id, name: row.staff_name },
    customerName: row.customer_name,
    registerName: row.register_name,
    imported: row.imported === 1,
    itemCount: row.item_count,
    totalMinor: row.total_minor,
    tenders: tendersOf(row),
  };
}
