/** Search by weighted columns, by parts and near spellings of words, and by what sells (docs/decisions/search.md). */
export const sql = `
DROP TRIGGER product_search_insert;
DROP TRIGGER product_search_update;
DROP TRIGGER product_search_delete;
DROP TABLE product_search;

-- How often it was on a closed sale: lines, not pieces, so that screws and sofas compare.
ALTER TABLE product ADD COLUMN sold_count INTEGER NOT NULL DEFAULT 0;
UPDATE product SET sold_count = sold.lines FROM (
  SELECT l.product_id, count(*) AS lines FROM document_line l JOIN document d ON d.id = l.document_id
  WHERE d.kind = 'sale' AND l.quantity_milli > 0 GROUP BY l.product_id
) sold WHERE sold.product_id = product.id;
CREATE INDEX product_sales
  ON product (status, sold_count, seq, on_hand_milli, low_stock_milli, price_minor, stock_counted);

-- The words are cut by the program (src/domain/product-search); the index keeps no second copy of them.
CREATE VIRTUAL TABLE product_search USING fts5 (
  name, brand, codes, sounds, category, description, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE product_search_terms USING fts5vocab (product_search, 'row');

-- Every word of letters that a name, brand or category ever had. Only added to: whoever has read up to an id reads on.
CREATE TABLE search_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- For one to three letters, the active products that have a word beginning so and sell best. floor: none of a full
-- list is worth less (worth only grows). complete: no product with this beginning is missing.
CREATE TABLE search_beginning (
  beginning TEXT PRIMARY KEY,
  products_json TEXT NOT NULL,
  floor INTEGER NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What is yet to be brought into the index: its words, or only its place among those that sell.
CREATE TABLE search_pending (
  seq INTEGER PRIMARY KEY,
  words INTEGER NOT NULL CHECK (words IN (0, 1))
) STRICT;
INSERT INTO search_pending (seq, words) SELECT seq, 1 FROM product;
UPDATE product SET search_text = '';

CREATE TRIGGER search_product_insert AFTER INSERT ON product BEGIN
  INSERT INTO search_pending (seq, words) VALUES (new.seq, 1) ON CONFLICT (seq) DO UPDATE SET words = 1;
END;
CREATE TRIGGER search_product_update
AFTER UPDATE OF name, brand, sku, pack_size, supplier_code, category_id, description, status ON product
WHEN old.name IS NOT new.name OR old.brand IS NOT new.brand OR old.sku IS NOT new.sku
  OR old.pack_size IS NOT new.pack_size OR old.category_id IS NOT new.category_id
  OR old.supplier_code IS NOT new.supplier_code OR old.description IS NOT new.description OR old.status IS NOT new.status
BEGIN
  INSERT INTO search_pending (seq, words) VALUES (new.seq, 1) ON CONFLICT (seq) DO UPDATE SET words = 1;
END;
CREATE TRIGGER search_product_sold AFTER UPDATE OF sold_count ON product BEGIN
  INSERT INTO search_pending (seq, words) VALUES (new.seq, 0) ON CONFLICT (seq) DO NOTHING;
END;
CREATE TRIGGER search_product_delete AFTER DELETE ON product BEGIN
  DELETE FROM product_search WHERE rowid = old.seq;
  DELETE FROM search_pending WHERE seq = old.seq;
END;
CREATE TRIGGER search_category_update AFTER UPDATE OF name ON category WHEN old.name IS NOT new.name BEGIN
  INSERT INTO search_pending (seq, words) SELECT seq, 1 FROM product WHERE category_id = new.id
  ON CONFLICT (seq) DO UPDATE SET words = 1;
END;

CREATE TRIGGER product_sold AFTER INSERT ON document_line
WHEN new.quantity_milli > 0 AND (SELECT kind FROM document WHERE id = new.document_id) = 'sale' BEGIN
  UPDATE product SET sold_count = sold_count + 1 WHERE id = new.product_id;
END;
`;
