import { modify, select } from '../../storage/sql.ts';
import type { CustomerTable } from '../../storage/tables.ts';

export type CustomerRow = Pick<CustomerTable, 'id' | 'name' | 'phone' | 'email' | 'note' | 'version'> & {
  last_visit_at_ms: number | null;
  visit_count: number;
  spent_minor: number;
};

/** Visits are sales; what came back is taken off what was spent. Training never counts. */
const columns = `c.id, c.name, c.phone, c.email, c.note, c.version,
  (SELECT max(d.closed_at_ms) FROM document d WHERE d.customer_id = c.id AND d.kind = 'sale') AS last_visit_at_ms,
  (SELECT count(*) FROM document d WHERE d.customer_id = c.id AND d.kind = 'sale') AS visit_count,
  (SELECT coalesce(sum(CASE d.kind WHEN 'sale' THEN d.total_minor ELSE -abs(d.total_minor) END), 0)
    FROM document d WHERE d.customer_id = c.id AND d.kind IN ('sale', 'refund')) AS spent_minor`;

export const findCustomer = select<{ id: string }, CustomerRow>(
  `SELECT ${columns} FROM customer c WHERE c.id = :id`,
);

/** Each of the three ways is null where the text cannot mean it; all null: everybody.
 *  words_json: a JSON list of folded words, each of which must begin a word of the name. */
export type CustomerQuery = { words_json: string | null; digits: string | null; email: string | null };

const matches = `((:words_json IS NULL AND :digits IS NULL AND :email IS NULL)
  OR (:words_json IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM json_each(:words_json) w WHERE instr(' ' || c.search_text, ' ' || w.value) = 0))
  OR instr(c.phone_digits, :digits) > 0
  OR substr(lower(c.email), 1, length(:email)) = :email)`;

export const listCustomers = select<CustomerQuery & { limit: number; offset: number }, CustomerRow>(`
WITH page AS MATERIALIZED (
  SELECT c.id, c.sort_name FROM customer c WHERE ${matches} ORDER BY c.sort_name, c.id LIMIT :limit OFFSET :offset
)
SELECT ${columns} FROM page CROSS JOIN customer c ON c.id = page.id ORDER BY page.sort_name, page.id`);

export const countCustomers = select<CustomerQuery, { total: number }>(
  `SELECT count(*) AS total FROM customer c WHERE ${matches}`,
);

type Written = Omit<CustomerTable, 'created_at_ms' | 'version'>;

export const insertCustomer = modify<Written & { now_ms: number }>(`
INSERT INTO customer (id, name, phone, phone_digits, email, note, sort_name, search_text, created_at_ms, version)
VALUES (:id, :name, :phone, :phone_digits, :email, :note, :sort_name, :search_text, :now_ms, 1)`);

export const updateCustomer = modify<Written & { version: number }>(`
UPDATE customer SET name = :name, phone = :phone, phone_digits = :phone_digits, email = :email, note = :note,
  sort_name = :sort_name, search_text = :search_text, version = version + 1
WHERE id = :id AND version = :version`);
