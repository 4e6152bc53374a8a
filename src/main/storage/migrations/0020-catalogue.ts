/** Products, their codes and categories, taxes, customers, and the search index kept in step by triggers. */
export const sql = `
CREATE TABLE tax_category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rate', 'zero', 'exempt')),
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tax_rate (
  id TEXT PRIMARY KEY,
  tax_category_id TEXT NOT NULL REFERENCES tax_category (id),
  name TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  rate_ppm INTEGER NOT NULL CHECK (rate_ppm >= 0),
  sequence INTEGER NOT NULL,
  compound INTEGER NOT NULL CHECK (compound IN (0, 1)),
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX tax_rate_category ON tax_rate (tax_category_id, sequence) WHERE current = 1;

CREATE TABLE category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES category (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX category_parent ON category (parent_id, position);
CREATE INDEX category_name ON category (name, id);

CREATE TABLE product (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sku TEXT,
  brand TEXT,
  pack_size TEXT,
  category_id TEXT REFERENCES category (id),
  unit TEXT NOT NULL,
  price_minor INTEGER CHECK (price_minor >= 0),
  cost_minor INTEGER,
  tax_category_id TEXT NOT NULL REFERENCES tax_category (id),
  description TEXT NOT NULL,
  image_id TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'archived')),
  negative_stock TEXT NOT NULL CHECK (negative_stock IN ('allow', 'warn', 'block')),
  low_stock_milli INTEGER,
  on_hand_milli INTEGER NOT NULL DEFAULT 0,
  search_text TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX product_sku ON product (sku) WHERE sku IS NOT NULL;
-- Each way to sort the list has an index of all that a filter asks, so that a page of few is found in the index alone.
CREATE INDEX product_name ON product (status, sort_name, seq, on_hand_milli, low_stock_milli, price_minor);
CREATE INDEX product_category
  ON product (category_id, status, sort_name, seq, on_hand_milli, low_stock_milli, price_minor);
CREATE INDEX product_updated ON product (status, updated_at_ms, seq, on_hand_milli, low_stock_milli, price_minor);
CREATE INDEX product_by_sku ON product (status, sku, seq, on_hand_milli, low_stock_milli, price_minor);
CREATE INDEX product_price ON product (status, price_minor, seq, on_hand_milli, low_stock_milli);
CREATE INDEX product_stock ON product (status, on_hand_milli, seq, low_stock_milli, price_minor);
CREATE INDEX product_low ON product (status)
  WHERE low_stock_milli IS NOT NULL AND on_hand_milli <= low_stock_milli;
CREATE INDEX product_tax ON product (tax_category_id, status);

CREATE TABLE product_barcode (
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('gtin', 'inStore')),
  product_id TEXT NOT NULL REFERENCES product (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (code, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_barcode_product ON product_barcode (product_id, position);

CREATE TABLE product_image (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  tile_webp BLOB NOT NULL,
  full_webp BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX product_image_product ON product_image (product_id);

CREATE TABLE quick_key (
  position INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id)
) STRICT;

CREATE INDEX quick_key_product ON quick_key (product_id);

CREATE VIRTUAL TABLE product_search USING fts5 (
  search_text, content = 'product', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN
  INSERT INTO product_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER product_search_update AFTER UPDATE OF search_text ON product
WHEN old.search_text IS NOT new.search_text BEGIN
  INSERT INTO product_search (product_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
  INSERT INTO product_search (rowid, search_text) VALUES (new.seq, new.search_text);
END;
CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN
  INSERT INTO product_search (product_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
END;

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT,
  phone_digits TEXT NOT NULL,
  email TEXT,
  note TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_name ON customer (sort_name);
`;
