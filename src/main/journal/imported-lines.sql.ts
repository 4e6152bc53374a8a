import { select } from '../storage/sql.ts';
import type { LineRow } from './document.sql.ts';

/** The lines of a document of imported history, as the lines of any other: nothing but what was asked is known of them. */
export const listImportedLines = select<{ document_id: string }, LineRow>(
  `SELECT 'imported-' || l.document_seq || '-' || l.position AS id, d.id AS document_id, l.position, i.product_id, i.name,
     i.sku, NULL AS barcode, i.category_id, i.unit, l.quantity_milli, l.unit_price_minor,
     l.unit_price_minor AS shelf_price_minor, l.payable_minor AS gross_minor, l.payable_minor,
     l.payable_minor AS net_minor, NULL AS cost_minor, '' AS tax_category_id, '' AS tax_category_name, '' AS note,
     NULL AS original_line_id, NULL AS label_code, NULL AS batch, NULL AS serial, NULL AS expires_on, NULL AS best_before
   FROM document d JOIN imported_line l ON l.document_seq = d.seq JOIN imported_item i ON i.seq = l.item_seq
   WHERE d.id = :document_id ORDER BY l.position`,
);
