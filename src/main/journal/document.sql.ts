import { modify, select } from '../storage/sql.ts';

/** Rows of a closed document. They are only ever added; triggers refuse the rest. */
export type DocumentRow = {
  id: string;
  kind: 'sale' | 'refund' | 'training';
  register_id: string;
  register_name: string;
  fiscal_number: string;
  series_number: number;
  order_number: string;
  cart_id: string | null;
  original_document_id: string | null;
  device_id: string;
  staff_id: string;
  approver_id: string | null;
  customer_id: string | null;
  currency: string;
  currency_exponent: number;
  tax_mode: 'included' | 'excluded';
  tax_rounding: 'line' | 'document';
  closed_at_ms: number;
  zone_offset_minutes: number;
  business_day: string;
  item_count: number;
  subtotal_minor: number;
  discount_minor: number;
  tax_minor: number;
  total_minor: number;
  rounding_minor: number;
  change_minor: number;
  cost_minor: number | null;
  reason: string;
  tax_context: 'default' | 'takeaway';
};

export type LineRow = {
  id: string;
  document_id: string;
  position: number;
  product_id: string;
  name: string;
  sku: string | null;
  barcode: string | null;
  category_id: string | null;
  unit: string;
  quantity_milli: number;
  unit_price_minor: number;
  shelf_price_minor: number;
  gross_minor: number;
  payable_minor: number;
  net_minor: number;
  cost_minor: number | null;
  tax_category_id: string;
  tax_category_name: string;
  note: string;
  original_line_id: string | null;
  label_code: string | null;
  batch: string | null;
  serial: string | null;
  expires_on: string | null;
  best_before: string | null;
};

export type AdjustmentRow = {
  id: string;
  document_id: string;
  line_id: string;
  position: number;
  kind: 'priceOverride' | 'lineDiscount' | 'orderDiscount';
  source_id: string;
  ppm: number | null;
  amount_minor: number;
  reason: string;
  staff_id: string | null;
  approver_id: string | null;
};

export type TaxRow = {
  document_id: string;
  line_id: string;
  sequence: number;
  rate_id: string;
  jurisdiction: string;
  name: string;
  rate_ppm: number;
  compound: number;
  base_minor: number;
  amount_minor: number;
};

export type PaymentRow = {
  id: string;
  document_id: string;
  position: number;
  kind: string;
  label: string;
  amount_minor: number;
  tendered_minor: number;
  change_minor: number;
  rounding_minor: number;
  reference: string | null;
  original_payment_id: string | null;
};

export type JournalRow = {
  register_id: string;
  seq: number;
  document_id: string;
  suite: string;
  payload_version: number;
  payload: string;
  previous_hash: string;
  hash: string;
  at_ms: number;
};

type DocumentKey = { document_id: string };

const insert = <R extends Record<string, string | number | null>>(table: string, columns: string) =>
  modify<R>(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/(\w+)/g, ':$1')})`);

const documentColumns = `id, kind, register_id, register_name, fiscal_number, series_number, order_number, cart_id,
  original_document_id, device_id, staff_id, approver_id, customer_id, currency, currency_exponent, tax_mode, tax_rounding,
  tax_context,
  closed_at_ms, zone_offset_minutes, business_day, item_count, subtotal_minor, discount_minor, tax_minor, total_minor,
  rounding_minor, change_minor, cost_minor, reason`;
export const insertDocument = insert<DocumentRow>('document', documentColumns);
export const getDocument = select<{ id: string }, DocumentRow>(
  `SELECT ${documentColumns} FROM document WHERE id = :id`,
);

const lineColumns = `id, document_id, position, product_id, name, sku, barcode, category_id, unit, quantity_milli,
  unit_price_minor, shelf_price_minor, gross_minor, payable_minor, net_minor, cost_minor, tax_category_id,
  tax_category_name, note, original_line_id, label_code, batch, serial, expires_on, best_before`;
export const insertLine = insert<LineRow>('document_line', lineColumns);
export const listLines = select<DocumentKey, LineRow>(
  `SELECT ${lineColumns} FROM document_line WHERE document_id = :document_id ORDER BY position`,
);

const adjustmentColumns =
  'id, document_id, line_id, position, kind, source_id, ppm, amount_minor, reason, staff_id, approver_id';
export const insertAdjustment = insert<AdjustmentRow>('line_adjustment', adjustmentColumns);
export const listAdjustments = select<DocumentKey, AdjustmentRow>(
  `SELECT ${adjustmentColumns} FROM line_adjustment WHERE document_id = :document_id ORDER BY line_id, position`,
);

const taxColumns =
  'document_id, line_id, sequence, rate_id, jurisdiction, name, rate_ppm, compound, base_minor, amount_minor';
export const insertTax = insert<TaxRow>('line_tax', taxColumns);
export const listTaxes = select<DocumentKey, TaxRow>(
  `SELECT ${taxColumns} FROM line_tax WHERE document_id = :document_id ORDER BY line_id, sequence, rate_id`,
);

const paymentColumns = `id, document_id, position, kind, label, amount_minor, tendered_minor, change_minor, rounding_minor,
  reference, original_payment_id`;
export const insertPayment = insert<PaymentRow>('payment', paymentColumns);
export const listPayments = select<DocumentKey, PaymentRow>(
  `SELECT ${paymentColumns} FROM payment WHERE document_id = :document_id ORDER BY position`,
);

const journalColumns =
  'register_id, seq, document_id, suite, payload_version, payload, previous_hash, hash, at_ms';
export const insertJournal = insert<JournalRow>('journal', journalColumns);
export const getJournalHead = select<{ register_id: string }, { seq: number; hash: string }>(
  'SELECT seq, hash FROM journal WHERE register_id = :register_id ORDER BY seq DESC LIMIT 1',
);
export const listJournal = select<{ register_id: string; after_seq: number; limit: number }, JournalRow>(
  `SELECT ${journalColumns} FROM journal WHERE register_id = :register_id AND seq > :after_seq ORDER BY seq LIMIT :limit`,
);

/** Binds each register's chain to this shop. */
export const getShopUuid = select<Record<string, never>, { shop_uuid: string }>(
  'SELECT shop_uuid FROM shop WHERE id = 1',
);
