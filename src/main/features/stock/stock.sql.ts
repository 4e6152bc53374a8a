import { modify, select } from '../../storage/sql.ts';
import type { ProductTable, StockMovementTable } from '../../storage/tables.ts';

/** Of a product that is tracked, and of no other. Its on-hand figure follows by trigger, in the same transaction; a
 *  movement itself is never changed. */
export const insertMovement = modify<Omit<StockMovementTable, 'seq'>>(`
INSERT INTO stock_movement
  (id, product_id, kind, quantity_milli, reason, note, document_id, document_line_id, at_ms, staff_id)
SELECT :id, :product_id, :kind, :quantity_milli, :reason, :note, :document_id, :document_line_id, :at_ms, :staff_id
FROM product WHERE id = :product_id AND tracked = 1`);

export const findOnHand = select<{ id: string }, Pick<ProductTable, 'on_hand_milli' | 'tracked'>>(
  'SELECT on_hand_milli, tracked FROM product WHERE id = :id',
);

export type MovementRow = Pick<
  StockMovementTable,
  'id' | 'at_ms' | 'kind' | 'quantity_milli' | 'reason' | 'note' | 'document_id'
> & { balance_milli: number; document_number: string | null; staff_name: string | null };

/** The balance is summed over all movements first, so that it is the same on every page. */
export const listMovementPage = select<{ product_id: string; limit: number; offset: number }, MovementRow>(`
WITH page AS MATERIALIZED (
  SELECT seq, sum(quantity_milli) OVER (ORDER BY seq) AS balance_milli
  FROM stock_movement WHERE product_id = :product_id
  ORDER BY seq DESC LIMIT :limit OFFSET :offset
)
SELECT m.id, m.at_ms, m.kind, m.quantity_milli, page.balance_milli, m.reason, m.note, m.document_id,
  d.fiscal_number AS document_number, f.name AS staff_name
FROM page CROSS JOIN stock_movement m ON m.seq = page.seq
LEFT JOIN document d ON d.id = m.document_id
LEFT JOIN staff f ON f.id = m.staff_id
ORDER BY page.seq DESC`);

export const countMovements = select<{ product_id: string }, { total: number }>(
  'SELECT count(*) AS total FROM stock_movement WHERE product_id = :product_id',
);
