const appendOnly = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is immutable'); END;`;

/** Carts change freely; documents, payments, movements and the journal are only ever added to. */
export const sql = `
CREATE TABLE cart (
  id TEXT PRIMARY KEY,
  order_number TEXT NOT NULL UNIQUE,
  register_id TEXT NOT NULL REFERENCES register (id),
  device_id TEXT NOT NULL REFERENCES device (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  customer_id TEXT REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'training')),
  state TEXT NOT NULL CHECK (state IN ('open', 'held', 'voided', 'closed')),
  label TEXT NOT NULL,
  void_reason TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  zone_offset_minutes INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cart_open_per_device ON cart (device_id) WHERE state = 'open';
CREATE INDEX cart_state ON cart (state, updated_at_ms);

CREATE TABLE cart_line (
  id TEXT PRIMARY KEY,
  cart_id TEXT NOT NULL REFERENCES cart (id),
  position INTEGER NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (id),
  name TEXT NOT NULL,
  sku TEXT,
  barcode TEXT,
  unit TEXT NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  shelf_price_minor INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL,
  tax_category_id TEXT NOT NULL REFERENCES tax_category (id),
  cost_minor INTEGER,
  note TEXT NOT NULL,
  price_reason TEXT,
  price_staff_id TEXT,
  price_approver_id TEXT,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX cart_line_cart ON cart_line (cart_id, position);
CREATE INDEX cart_line_product ON cart_line (product_id);

CREATE TABLE cart_discount (
  id TEXT PRIMARY KEY,
  cart_id TEXT NOT NULL REFERENCES cart (id),
  line_id TEXT REFERENCES cart_line (id),
  kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount')),
  value INTEGER NOT NULL CHECK (value > 0),
  reason TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  approver_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cart_discount_cart ON cart_discount (cart_id);

CREATE TABLE cart_payment (
  id TEXT PRIMARY KEY,
  cart_id TEXT NOT NULL REFERENCES cart (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  reference TEXT,
  at_ms INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cart_payment_cart ON cart_payment (cart_id, position);

CREATE TABLE document (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'training')),
  register_id TEXT NOT NULL REFERENCES register (id),
  register_name TEXT NOT NULL,
  fiscal_number TEXT NOT NULL UNIQUE,
  series_number INTEGER NOT NULL,
  order_number TEXT NOT NULL,
  cart_id TEXT REFERENCES cart (id),
  original_document_id TEXT REFERENCES document (id),
  device_id TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  approver_id TEXT REFERENCES staff (id),
  customer_id TEXT,
  currency TEXT NOT NULL,
  currency_exponent INTEGER NOT NULL,
  tax_mode TEXT NOT NULL,
  tax_rounding TEXT NOT NULL,
  closed_at_ms INTEGER NOT NULL,
  zone_offset_minutes INTEGER NOT NULL,
  business_day TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  subtotal_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  rounding_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  cost_minor INTEGER,
  reason TEXT NOT NULL,
  UNIQUE (register_id, kind, series_number)
) STRICT;
CREATE UNIQUE INDEX document_cart ON document (cart_id) WHERE cart_id IS NOT NULL;
CREATE INDEX document_day ON document (business_day, seq, kind, total_minor);
CREATE INDEX document_customer ON document (customer_id, seq) WHERE customer_id IS NOT NULL;
CREATE INDEX document_original ON document (original_document_id) WHERE original_document_id IS NOT NULL;
CREATE INDEX document_order_number ON document (order_number);
CREATE INDEX document_staff ON document (staff_id, business_day, seq, kind, total_minor);

-- cost_minor is of the whole line, signed as its quantity; null where no cost is known.
CREATE TABLE document_line (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  name TEXT NOT NULL,
  sku TEXT,
  barcode TEXT,
  category_id TEXT,
  unit TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL,
  unit_price_minor INTEGER NOT NULL,
  shelf_price_minor INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  payable_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  cost_minor INTEGER,
  tax_category_id TEXT NOT NULL,
  tax_category_name TEXT NOT NULL,
  note TEXT NOT NULL,
  original_line_id TEXT,
  UNIQUE (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_line_product ON document_line (product_id, document_id);
CREATE INDEX document_line_original ON document_line (original_line_id) WHERE original_line_id IS NOT NULL;

-- A priceOverride row explains only: (asked - shelf price) x quantity is already in the line's gross and in no sum.
CREATE TABLE line_adjustment (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  line_id TEXT NOT NULL REFERENCES document_line (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('priceOverride', 'lineDiscount', 'orderDiscount')),
  source_id TEXT NOT NULL,
  ppm INTEGER,
  amount_minor INTEGER NOT NULL,
  reason TEXT NOT NULL,
  staff_id TEXT,
  approver_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX line_adjustment_document ON line_adjustment (document_id, line_id, position);

CREATE TABLE line_tax (
  document_id TEXT NOT NULL REFERENCES document (id),
  line_id TEXT NOT NULL REFERENCES document_line (id),
  sequence INTEGER NOT NULL,
  rate_id TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  name TEXT NOT NULL,
  rate_ppm INTEGER NOT NULL,
  compound INTEGER NOT NULL,
  base_minor INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (document_id, line_id, rate_id)
) STRICT, WITHOUT ROWID;

-- amount is what the payment covers of the total; tendered - change = amount + rounding; negative where given back.
CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  tendered_minor INTEGER NOT NULL,
  change_minor INTEGER NOT NULL,
  rounding_minor INTEGER NOT NULL,
  reference TEXT,
  original_payment_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_document ON payment (document_id, position);
CREATE INDEX payment_kind ON payment (kind, document_id);

-- Amounts are 0 or more; the kind says which way the money went.
CREATE TABLE cash_movement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  register_id TEXT NOT NULL REFERENCES register (id),
  business_day TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('tendered', 'change', 'refund', 'float', 'paidIn', 'paidOut', 'drop')),
  amount_minor INTEGER NOT NULL,
  document_id TEXT REFERENCES document (id),
  payment_id TEXT,
  staff_id TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX cash_movement_day ON cash_movement (register_id, business_day);

CREATE TABLE stock_movement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  product_id TEXT NOT NULL REFERENCES product (id),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'adjust', 'opening')),
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli <> 0),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  document_id TEXT,
  document_line_id TEXT,
  at_ms INTEGER NOT NULL,
  staff_id TEXT
) STRICT;
CREATE INDEX stock_movement_product ON stock_movement (product_id, seq);
CREATE UNIQUE INDEX stock_movement_line ON stock_movement (document_line_id) WHERE document_line_id IS NOT NULL;

-- What is on hand stands beside the product, in step with its movements, and can be derived from them again.
CREATE TRIGGER stock_follows AFTER INSERT ON stock_movement BEGIN
  UPDATE product SET on_hand_milli = on_hand_milli + new.quantity_milli WHERE id = new.product_id;
END;

CREATE TABLE journal (
  register_id TEXT NOT NULL REFERENCES register (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
  suite TEXT NOT NULL,
  payload_version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (register_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_issue (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  copy_number INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('printer', 'pdf', 'system')),
  at_ms INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  UNIQUE (document_id, copy_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register (id),
  document_id TEXT,
  copy_number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'failed', 'uncertain', 'cancelled')),
  error_code TEXT,
  attempts INTEGER NOT NULL,
  payload BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_register ON print_job (register_id, created_at_ms);
${['document', 'document_line', 'line_adjustment', 'line_tax', 'payment', 'cash_movement', 'stock_movement', 'journal', 'receipt_issue'].map(appendOnly).join('\n')}
`;
