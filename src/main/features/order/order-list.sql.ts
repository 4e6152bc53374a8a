import { type ReadSql, select } from '../../storage/sql.ts';

/** What a list may ask for; a name stands for a condition, its value is a parameter. */
export type DocumentFilter =
  | 'fromDay'
  | 'toDay'
  | 'staff'
  | 'customer'
  | 'product'
  | 'tender'
  | 'imported'
  | 'own'
  | 'minTotal'
  | 'maxTotal'
  | 'text'
  | 'kind'
  | 'unrefunded'
  | 'partlyRefunded'
  | 'refunded';

const sold = '(SELECT sum(l.quantity_milli) FROM document_line l WHERE l.document_id = d.id)';
const returned = `(SELECT sum(l.quantity_milli) FROM document r JOIN document_line l ON l.document_id = r.id
    WHERE r.original_document_id = d.id)`;
/** Few sales come back, so they are listed rather than asked of each document. */
const gaveBack = 'd.id IN (SELECT original_document_id FROM document WHERE original_document_id IS NOT NULL)';
const anyRefund = 'EXISTS (SELECT 1 FROM document r WHERE r.original_document_id = d.id)';

/** Numbers are matched from their start, customers anywhere in their name; a bare number is any register's running one. */
const matchesText = `d.seq IN (
    SELECT seq FROM document WHERE fiscal_number >= :text AND fiscal_number < :text_end
    UNION SELECT seq FROM document WHERE order_number >= :text AND order_number < :text_end
    UNION SELECT m.seq FROM customer c CROSS JOIN document m ON m.customer_id = c.id
      WHERE c.sort_name LIKE :words ESCAPE '\\'
    UNION SELECT m.seq FROM register g CROSS JOIN document m
      ON m.register_id = g.id AND m.kind IN ('sale', 'refund', 'training') AND m.series_number = :running)`;

/** A matter of few registers, so no index is chosen by it. */
const isImported = '+d.register_id IN (SELECT id FROM register WHERE imported = 1)';

const documentConditions: Readonly<Record<DocumentFilter, string>> = {
  fromDay: 'd.business_day >= :from_day',
  toDay: 'd.business_day <= :to_day',
  staff: 'd.staff_id = :staff_id',
  customer: 'd.customer_id = :customer_id',
  product: `d.seq IN (
    SELECT m.seq FROM document_line l JOIN document m ON m.id = l.document_id WHERE l.product_id = :product_id
    UNION ALL SELECT l.document_seq FROM imported_item i JOIN imported_line l ON l.item_seq = i.seq
      WHERE i.product_id = :product_id)`,
  tender: 'EXISTS (SELECT 1 FROM payment p WHERE p.kind = :tender AND p.document_id = d.id)',
  imported: isImported,
  own: `NOT (${isImported})`,
  minTotal: 'd.total_minor >= :min_total',
  maxTotal: 'd.total_minor <= :max_total',
  text: matchesText,
  kind: 'd.kind = :kind',
  unrefunded: `NOT ${anyRefund}`,
  partlyRefunded: `${gaveBack} AND ${sold} + ${returned} <> 0`,
  refunded: `${gaveBack} AND ${sold} + ${returned} = 0`,
};

export type DocumentParams = Readonly<Record<string, string | number | null>>;
export type PlaceRow = { readonly id: string; readonly business_day: string; readonly at_ms: number };

/** One statement for each combination of filters, so that each gets the index it needs. */
const statements = new Map<string, ReadSql<DocumentParams, never>>();

function statement<R>(text: string): ReadSql<DocumentParams, R> {
  const known =
    statements.get(text) ?? (select<DocumentParams, never>(text) as ReadSql<DocumentParams, never>);
  statements.set(text, known);
  return known as unknown as ReadSql<DocumentParams, R>;
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

/** Places in the list, newest first: business day, then the order of closing. */
export function listDocumentPlaces(filters: readonly DocumentFilter[]): ReadSql<DocumentParams, PlaceRow> {
  return statement(`SELECT d.id, d.business_day, d.closed_at_ms AS at_ms FROM document d
    ${where(filters.map((filter) => documentConditions[filter]))}
    ORDER BY d.business_day DESC, d.seq DESC LIMIT :limit OFFSET :offset`);
}

/** How many, and what they come to; practice counts among the rows but never as money. */
export function sumDocuments(
  filters: readonly DocumentFilter[],
): ReadSql<DocumentParams, { n: number; sum_minor: number }> {
  return statement(`SELECT count(*) AS n,
      coalesce(sum(CASE d.kind WHEN 'training' THEN 0 ELSE d.total_minor END), 0) AS sum_minor
    FROM document d ${where(filters.map((filter) => documentConditions[filter]))}`);
}

export type CartFilter = 'fromDay' | 'toDay' | 'staff' | 'customer' | 'product' | 'text';

const cartConditions: Readonly<Record<CartFilter, string>> = {
  fromDay: 'k.business_day >= :from_day',
  toDay: 'k.business_day <= :to_day',
  staff: 'k.staff_id = :staff_id',
  customer: 'k.customer_id = :customer_id',
  product:
    'EXISTS (SELECT 1 FROM cart_line l WHERE l.cart_id = k.id AND l.product_id = :product_id AND l.removed = 0)',
  text: `(k.order_number >= :text AND k.order_number < :text_end OR k.customer_id IN
    (SELECT id FROM customer WHERE sort_name LIKE :words ESCAPE '\\'))`,
};

function cartWhere(filters: readonly CartFilter[]): string {
  return where(['k.state = :cart_state', ...filters.map((filter) => cartConditions[filter])]);
}

export function listCartPlaces(filters: readonly CartFilter[]): ReadSql<DocumentParams, PlaceRow> {
  return statement(`SELECT k.id, k.business_day, k.updated_at_ms AS at_ms FROM cart k ${cartWhere(filters)}
    ORDER BY k.business_day DESC, k.updated_at_ms DESC, k.id DESC LIMIT :limit OFFSET :offset`);
}

export function countCarts(filters: readonly CartFilter[]): ReadSql<DocumentParams, { n: number }> {
  return statement(`SELECT count(*) AS n FROM cart k ${cartWhere(filters)}`);
}

export interface SummaryRow {
  readonly id: string;
  readonly kind: 'sale' | 'refund' | 'training';
  readonly fiscal_number: string;
  readonly order_number: string;
  readonly closed_at_ms: number;
  readonly zone_offset_minutes: number;
  readonly business_day: string;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly customer_name: string | null;
  readonly register_name: string;
  readonly imported: number;
  readonly item_count: number;
  readonly total_minor: number;
  /** Parted by commas. */
  readonly tenders: string | null;
  readonly refund_state: 'paid' | 'partlyRefunded' | 'refunded';
}

export const getSummary = select<{ id: string }, SummaryRow>(
  `SELECT d.id, d.kind, d.fiscal_number, d.order_number, d.closed_at_ms, d.zone_offset_minutes, d.business_day,
     d.staff_id, s.name AS staff_name, c.name AS customer_name, d.register_name, g.imported, d.item_count, d.total_minor,
     (SELECT group_concat(kind) FROM (SELECT p.kind FROM payment p WHERE p.document_id = d.id
        GROUP BY p.kind ORDER BY min(p.position))) AS tenders,
     CASE WHEN NOT ${anyRefund} THEN 'paid' WHEN ${sold} + ${returned} = 0 THEN 'refunded'
       ELSE 'partlyRefunded' END AS refund_state
   FROM document d JOIN staff s ON s.id = d.staff_id JOIN register g ON g.id = d.register_id
     LEFT JOIN customer c ON c.id = d.customer_id WHERE d.id = :id`,
);
