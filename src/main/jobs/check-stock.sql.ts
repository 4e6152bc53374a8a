import { select } from '../storage/sql.ts';

const derived = `FROM product p
LEFT JOIN (SELECT product_id, sum(quantity_milli) AS derived_milli FROM stock_movement GROUP BY product_id) m
  ON m.product_id = p.id`;
const differs = 'p.on_hand_milli <> coalesce(m.derived_milli, 0)';

export const countStock = select<Record<string, never>, { products: number; differ: number }>(
  `SELECT count(*) AS products, count(*) FILTER (WHERE ${differs}) AS differ ${derived}`,
);

export const listDiffering = select<
  { limit: number },
  { product_id: string; name: string; stored_milli: number; derived_milli: number }
>(`
SELECT p.id AS product_id, p.name, p.on_hand_milli AS stored_milli,
  coalesce(m.derived_milli, 0) AS derived_milli
${derived} WHERE ${differs} ORDER BY p.sort_name, p.seq LIMIT :limit`);
