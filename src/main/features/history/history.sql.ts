import { modify, select } from '../../storage/sql.ts';
import type { ImportedItemTable, ImportedLineTable } from '../../storage/tables.ts';

/** What is frozen of a product is what it is called at the moment of the import. */
export const insertItem = modify<{ product_id: string }, Pick<ImportedItemTable, 'seq'>>(
  `INSERT INTO imported_item (product_id, name, sku, category_id, unit)
   SELECT id, name, sku, category_id, unit FROM product WHERE id = :product_id RETURNING seq`,
);

export const getDocumentSeq = select<{ id: string }, { seq: number }>(
  'SELECT seq FROM document WHERE id = :id',
);

export const insertImportedLine = modify<ImportedLineTable>(
  `INSERT INTO imported_line (document_seq, position, item_seq, quantity_milli, unit_price_minor, payable_minor)
   VALUES (:document_seq, :position, :item_seq, :quantity_milli, :unit_price_minor, :payable_minor)`,
);

/** An import's own: nothing of it is told to the outbox, since nothing happened in this shop. */
export const insertImportedMovement = modify<{
  id: string;
  product_id: string;
  kind: 'opening' | 'sale' | 'refund' | 'adjust';
  quantity_milli: number;
  reason: string;
  note: string;
  at_ms: number;
  staff_id: string;
}>(
  `INSERT INTO stock_movement
     (id, product_id, kind, quantity_milli, reason, note, document_id, document_line_id, at_ms, staff_id)
   VALUES (:id, :product_id, :kind, :quantity_milli, :reason, :note, NULL, NULL, :at_ms, :staff_id)`,
);

/** What sold then sells: the search and the list by sales count it as they count the till's own lines. */
export const addSoldLines = modify<Record<string, never>>(`
UPDATE product SET sold_count = sold_count + sold.lines FROM (
  SELECT i.product_id, count(*) AS lines FROM imported_line l JOIN imported_item i ON i.seq = l.item_seq
  WHERE l.quantity_milli > 0 GROUP BY i.product_id
) sold WHERE sold.product_id = product.id`);
