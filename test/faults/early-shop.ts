import Database from 'better-sqlite3';

const SHOP = [
  `INSERT INTO shop (id, shop_uuid, name, address, country, language, currency, currency_exponent, time_zone,
     day_cut_off_minutes, tax_number, tax_mode, tax_rounding, cash_step_minor, receipt_footer, logo_png, demo, version)
   VALUES (1, 'shop-1', 'Corner Shop', '1 High Street', 'GB', 'en', 'GBP', 2, 'Europe/London', 0, 'GB 123',
     'included', 'document', 1, 'Thank you', NULL, 0, 1)`,
  `INSERT INTO register (id, name, prefix, printer_host, printer_port, paper_width_mm, printer_encoding, print_automatically,
     has_drawer, created_at_ms, version) VALUES ('till-1', 'Till 1', 'T1', NULL, 9100, 80, 'utf8', 0, 0, 1, 1)`,
  `INSERT INTO staff (id, name, username, role, password_hash, recovery_hash, active, created_at_ms, version) VALUES
     ('olive', 'Olive', 'olive', 'owner', '', NULL, 1, 1, 1)`,
  "INSERT INTO number_series (register_id, series, last_number) VALUES ('till-1', 'sale', 3)",
];

const NUMBERS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)';
const CATALOGUE = [
  "INSERT INTO tax_category (id, name, kind, position, archived, version) VALUES ('std', 'Standard', 'rate', 0, 0, 1)",
  `INSERT INTO tax_rate (id, tax_category_id, name, jurisdiction, rate_ppm, sequence, compound, current) VALUES
     ('std-1', 'std', 'VAT', '', 200000, 0, 0, 1)`,
  `INSERT INTO product (id, name, sku, unit, price_minor, tax_category_id, description, status, negative_stock, search_text,
     sort_name, created_at_ms, updated_at_ms, version)
   ${NUMBERS} SELECT 'product-' || i, 'Café ' || i, 'S' || i, 'each', i, 'std', '', 'active', 'allow', 'cafe ' || i, 'cafe ' || i,
     1, 1, 1 FROM n`,
  `INSERT INTO product_barcode (code, kind, product_id, position)
   ${NUMBERS} SELECT printf('2%06d', i), 'inStore', 'product-' || i, 0 FROM n`,
  `INSERT INTO customer (id, name, phone, phone_digits, email, note, sort_name, search_text, created_at_ms, version) VALUES
     ('ann', 'Ann', NULL, '', NULL, '', 'ann', 'ann', 1, 1)`,
];

const THREE = 'WITH n (i) AS (VALUES (1), (2), (3))';
const SALES = [
  `INSERT INTO document (id, kind, register_id, register_name, fiscal_number, series_number, order_number, device_id, staff_id,
     currency, currency_exponent, tax_mode, tax_rounding, closed_at_ms, zone_offset_minutes, business_day, item_count,
     subtotal_minor, discount_minor, tax_minor, total_minor, rounding_minor, change_minor, reason)
   ${THREE} SELECT 'document-' || i, 'sale', 'till-1', 'Till 1', 'T1-' || i, i, 'order-' || i, 'device-1', 'olive', 'GBP', 2,
     'included', 'document', 1, 0, '2026-03-02', 1, i, 0, 0, i, 0, 0, '' FROM n`,
  `INSERT INTO document_line (id, document_id, position, product_id, name, unit, quantity_milli, unit_price_minor,
     shelf_price_minor, gross_minor, payable_minor, net_minor, tax_category_id, tax_category_name, note)
   ${THREE} SELECT 'line-' || i, 'document-' || i, 0, 'product-' || i, 'Café ' || i, 'each', 1000, i, i, i, i, i, 'std',
     'Standard', '' FROM n`,
];

/** Rows as a shop of an earlier format holds them: its people, goods and sales, as far as that format knew them. */
export function fillEarlyShop(file: string, format: number): void {
  const db = new Database(file);
  const rows = [...SHOP, ...(format >= 20 ? CATALOGUE : []), ...(format >= 30 ? SALES : [])];
  for (const row of rows) db.exec(row);
  db.close();
}
