import { select } from '../../storage/sql.ts';

/** Practice is left out everywhere: it moved neither goods nor money. */
type Day = { business_day: string };

export interface KindTotalsRow {
  readonly kind: 'sale' | 'refund';
  readonly receipts: number;
  readonly total_minor: number;
  readonly discount_minor: number;
  readonly tax_minor: number;
  readonly rounding_minor: number;
  readonly cost_minor: number | null;
  readonly unknown_costs: number;
}

export const sumByKind = select<Day, KindTotalsRow>(
  `SELECT kind, count(*) AS receipts, sum(total_minor) AS total_minor, sum(discount_minor) AS discount_minor,
     sum(tax_minor) AS tax_minor, sum(rounding_minor) AS rounding_minor, sum(cost_minor) AS cost_minor,
     sum(cost_minor IS NULL) AS unknown_costs
   FROM document WHERE business_day = :business_day AND kind IN ('sale', 'refund') GROUP BY kind`,
);

export const findPreviousDay = select<Day, { business_day: string | null }>(
  'SELECT max(business_day) AS business_day FROM document WHERE business_day < :business_day',
);

/** Money that really came and went: cash after its change and its rounding. How imported history was paid is unknown. */
export const sumTenders = select<
  Day,
  { kind: string; label: string; in_minor: number; out_minor: number; n: number }
>(
  `SELECT CASE g.imported WHEN 1 THEN 'unknown' ELSE p.kind END AS kind, p.label, sum(max(p.tendered_minor - p.change_minor, 0)) AS in_minor,
     sum(max(p.change_minor - p.tendered_minor, 0)) AS out_minor, count(*) AS n
   FROM document d JOIN payment p ON p.document_id = d.id JOIN register g ON g.id = d.register_id
   WHERE d.business_day = :business_day AND d.kind IN ('sale', 'refund')
   GROUP BY 1, p.label ORDER BY in_minor DESC, 1, p.label`,
);

export const sumTaxes = select<
  Day,
  { name: string; rate_ppm: number; base_minor: number; tax_minor: number }
>(
  `SELECT t.name, t.rate_ppm, sum(t.base_minor) AS base_minor, sum(t.amount_minor) AS tax_minor
   FROM document d JOIN line_tax t ON t.document_id = d.id
   WHERE d.business_day = :business_day AND d.kind IN ('sale', 'refund')
   GROUP BY t.name, t.rate_ppm ORDER BY t.rate_ppm DESC, t.name`,
);

/** By the shop's wall clock when each was sold. */
export const sumHours = select<Day, { hour: number; sales_minor: number; receipts: number }>(
  `SELECT (closed_at_ms / 60000 + zone_offset_minutes) / 60 % 24 AS hour, sum(total_minor) AS sales_minor,
     count(*) AS receipts
   FROM document WHERE business_day = :business_day AND kind = 'sale' GROUP BY hour ORDER BY hour`,
);

/** What came back is taken off; what came back whole did not sell. */
export const sumProducts = select<
  Day & { limit: number },
  {
    product_id: string;
    name: string;
    category_name: string | null;
    quantity_milli: number;
    unit: string;
    amount_minor: number;
  }
>(
  `SELECT s.product_id, s.name, c.name AS category_name, s.quantity_milli, s.unit, s.amount_minor
   FROM (
     SELECT product_id, max(name) AS name, max(category_id) AS category_id,
       sum(quantity_milli) AS quantity_milli, max(unit) AS unit, sum(payable_minor) AS amount_minor
     FROM (
       SELECT l.product_id, l.name, l.category_id, l.quantity_milli, l.unit, l.payable_minor
       FROM document d JOIN document_line l ON l.document_id = d.id
       WHERE d.business_day = :business_day AND d.kind IN ('sale', 'refund')
       UNION ALL
       SELECT i.product_id, i.name, i.category_id, l.quantity_milli, i.unit, l.payable_minor
       FROM document d JOIN imported_line l ON l.document_seq = d.seq JOIN imported_item i ON i.seq = l.item_seq
       WHERE d.business_day = :business_day AND d.kind IN ('sale', 'refund')
     ) GROUP BY product_id HAVING sum(quantity_milli) > 0
   ) s LEFT JOIN category c ON c.id = s.category_id
   ORDER BY s.amount_minor DESC, s.product_id LIMIT :limit`,
);

/** History is told apart by its register. */
export const countImported = select<Day, { n: number }>(
  `SELECT count(*) AS n FROM document WHERE business_day = :business_day AND kind IN ('sale', 'refund')
     AND +register_id IN (SELECT id FROM register WHERE imported = 1)`,
);

export const sumStaff = select<Day, { name: string; sales_minor: number; receipts: number }>(
  `SELECT s.name, sum(d.total_minor) AS sales_minor, count(*) AS receipts
   FROM document d JOIN staff s ON s.id = d.staff_id
   WHERE d.business_day = :business_day AND d.kind = 'sale'
   GROUP BY d.staff_id ORDER BY sales_minor DESC, s.name`,
);

/** Those given up for a reason; an empty cart that made room for another has none. */
export const countVoidedCarts = select<Day, { n: number }>(
  `SELECT count(*) AS n FROM cart
   WHERE state = 'voided' AND kind = 'sale' AND business_day = :business_day AND void_reason <> ''`,
);

/** Movements are stated as positive amounts; their kind says which way the money went. */
export const sumDrawers = select<Day, { cash_minor: number }>(
  `SELECT coalesce(sum(CASE WHEN m.kind IN ('tendered', 'float', 'paidIn') THEN m.amount_minor
     ELSE -m.amount_minor END), 0) AS cash_minor
   FROM register r CROSS JOIN cash_movement m ON m.register_id = r.id AND m.business_day = :business_day`,
);
