/** The rest of a product (colour, age limit, untracked goods, pictures in order, supplier code, notes), categories with
 *  colour and archive, tax rates by day and context, carts that know both, and changes to many products at once.
 *
 *  `stock_counted` is 1 where the figure on hand says something: the product is tracked, and was ever moved or has a
 *  low-stock mark. The list filters by it, so every index of the list holds it. */
export const sql = `
ALTER TABLE product ADD COLUMN tile_colour TEXT;
ALTER TABLE product ADD COLUMN minimum_age INTEGER CHECK (minimum_age BETWEEN 1 AND 99);
ALTER TABLE product ADD COLUMN tracked INTEGER NOT NULL DEFAULT 1 CHECK (tracked IN (0, 1));
ALTER TABLE product ADD COLUMN stock_counted INTEGER NOT NULL DEFAULT 0 CHECK (stock_counted IN (0, 1));
ALTER TABLE product ADD COLUMN supplier_code TEXT;
ALTER TABLE product ADD COLUMN notes TEXT NOT NULL DEFAULT '';
UPDATE product SET stock_counted = 1
WHERE low_stock_milli IS NOT NULL OR EXISTS (SELECT 1 FROM stock_movement m WHERE m.product_id = product.id);

DROP TRIGGER stock_follows;
CREATE TRIGGER stock_follows AFTER INSERT ON stock_movement BEGIN
  UPDATE product SET on_hand_milli = on_hand_milli + new.quantity_milli, stock_counted = tracked
  WHERE id = new.product_id;
END;

DROP INDEX product_name;
DROP INDEX product_category;
DROP INDEX product_updated;
DROP INDEX product_by_sku;
DROP INDEX product_price;
DROP INDEX product_stock;
DROP INDEX product_low;
CREATE INDEX product_name
  ON product (status, sort_name, seq, on_hand_milli, low_stock_milli, price_minor, stock_counted);
CREATE INDEX product_category
  ON product (category_id, status, sort_name, seq, on_hand_milli, low_stock_milli, price_minor, stock_counted);
CREATE INDEX product_updated
  ON product (status, updated_at_ms, seq, on_hand_milli, low_stock_milli, price_minor, stock_counted);
CREATE INDEX product_by_sku ON product (status, sku, seq, on_hand_milli, low_stock_milli, price_minor, stock_counted);
CREATE INDEX product_price ON product (status, price_minor, seq, on_hand_milli, low_stock_milli, stock_counted);
CREATE INDEX product_stock ON product (status, on_hand_milli, seq, low_stock_milli, price_minor, stock_counted);
CREATE INDEX product_low ON product (status)
  WHERE low_stock_milli IS NOT NULL AND on_hand_milli <= low_stock_milli AND stock_counted = 1;
CREATE INDEX product_brand ON product (brand COLLATE NOCASE, status) WHERE brand IS NOT NULL;

ALTER TABLE product_image ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
DROP INDEX product_image_product;
CREATE INDEX product_image_product ON product_image (product_id, position);

ALTER TABLE category ADD COLUMN colour TEXT;
ALTER TABLE category ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));

-- A set of rates is what one category charges in one context from one business day on; current = 0 was withdrawn.
ALTER TABLE tax_rate ADD COLUMN context TEXT NOT NULL DEFAULT 'default' CHECK (context IN ('default', 'takeaway'));
ALTER TABLE tax_rate ADD COLUMN valid_from TEXT NOT NULL DEFAULT '0001-01-01';
DROP INDEX tax_rate_category;
CREATE INDEX tax_rate_category ON tax_rate (tax_category_id, context, valid_from, sequence) WHERE current = 1;

ALTER TABLE cart ADD COLUMN tax_context TEXT NOT NULL DEFAULT 'default' CHECK (tax_context IN ('default', 'takeaway'));
-- The highest age that somebody confirmed for this cart's customer; 0: nobody asked yet.
ALTER TABLE cart ADD COLUMN confirmed_age INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN tax_context TEXT NOT NULL DEFAULT 'default'
  CHECK (tax_context IN ('default', 'takeaway'));

CREATE TABLE bulk_edit (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('price', 'category', 'taxCategory')),
  change_json TEXT NOT NULL,
  products INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_edit_at ON bulk_edit (at_ms);

-- What a product was before, of the one field its edit changed, and its version right after.
CREATE TABLE bulk_edit_row (
  edit_id TEXT NOT NULL REFERENCES bulk_edit (id),
  product_id TEXT NOT NULL,
  price_minor INTEGER,
  category_id TEXT,
  tax_category_id TEXT,
  version_after INTEGER NOT NULL,
  PRIMARY KEY (edit_id, product_id)
) STRICT, WITHOUT ROWID;
`;
