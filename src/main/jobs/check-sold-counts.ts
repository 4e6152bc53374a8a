import { type ReadableDb, select } from '../storage/sql.ts';

/** Products whose count of sales is not that of their documents. */
const listWrongSoldCounts = select<Record<string, never>, { id: string; sold_count: number; lines: number }>(`
SELECT p.id, p.sold_count, count(d.id) AS lines FROM product p
LEFT JOIN document_line l ON l.product_id = p.id AND l.quantity_milli > 0
LEFT JOIN document d ON d.id = l.document_id AND d.kind = 'sale'
GROUP BY p.seq HAVING p.sold_count <> count(d.id)`);

/** Derives every product's count of sales from the documents again; what differs is a bug. */
export function checkSoldCounts(db: ReadableDb): { id: string; soldCount: number; lines: number }[] {
  const wrong = db.all(listWrongSoldCounts, {});
  return wrong.map(({ id, sold_count, lines }) => ({ id, soldCount: sold_count, lines }));
}
