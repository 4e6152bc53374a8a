import { modify, select } from '../../storage/sql.ts';
import type { QuickKeyTable } from '../../storage/tables.ts';
import { type SummaryRow, summaryColumns, summaryJoins } from './product.sql.ts';

export const listQuickKeys = select<Record<string, never>, SummaryRow>(`
SELECT ${summaryColumns} FROM quick_key q CROSS JOIN product p ON p.id = q.product_id ${summaryJoins}
WHERE p.status = 'active' ORDER BY q.position`);

export const deleteQuickKeys = modify<Record<string, never>>('DELETE FROM quick_key');

export const insertQuickKey = modify<QuickKeyTable>(
  'INSERT INTO quick_key (position, product_id) VALUES (:position, :product_id)',
);
