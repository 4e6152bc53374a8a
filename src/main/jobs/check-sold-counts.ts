import { type ReadableDb, select } from '../storage/sql.ts';

/** Products whose count of sales is not that of their documents. */
const listWrongSoldCounts = select<Record<string, never>, { id: string; sold_count: number; lines: number }>(`
SELECT p.id, p.sold_count,
  (SELECT count(*) FROM document_line l JOIN document d ON d.id = l.document_id
    WHERE l.product_id = p.id AND l.quantity_milli > 0 AND d.kind = 'sale')
  + (SELECT count(*) FROM imported_item i JOIN imported_line l ON l.item_seq = i.seq
    WHERE i.product_id = p.id AND l.quantity_milli > 0) AS lines
FROM product p WHERE p.sold_count <> lines`);

/** Derives every product's count of sales from the documents again; what differs is a bug. */
export function checkSoldCounts(db: ReadableDb): { id: string; soldCount: number; lines: number }[] {
  const wrong = db.all(listWrongSoldCounts, {});
  return wrong.map(({ id, sold_count, lines }) => ({ id, soldCount: sold_count, lines }));
}
