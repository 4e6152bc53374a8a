import { modify, select } from '../../storage/sql.ts';

export interface TaxCategoryRow {
  id: string;
  name: string;
  kind: 'rate' | 'zero' | 'exempt';
  position: number;
  archived: number;
  version: number;
}

export interface TaxRateRow {
  id: string;
  tax_category_id: string;
  name: string;
  jurisdiction: string;
  rate_ppm: number;
  sequence: number;
  compound: number;
  context: 'default' | 'takeaway';
  /** A business day; the first of all days: since ever. */
  valid_from: string;
}

const CATEGORY = 'id, name, kind, position, archived, version';
const RATE = 'id, tax_category_id, name, jurisdiction, rate_ppm, sequence, compound, context, valid_from';

export const listTaxCategories = select<Record<string, never>, TaxCategoryRow>(
  `SELECT ${CATEGORY} FROM tax_category ORDER BY archived, position, id`,
);

export const findTaxCategory = select<{ id: string }, TaxCategoryRow>(
  `SELECT ${CATEGORY} FROM tax_category WHERE id = :id`,
);

export const listCurrentRates = select<Record<string, never>, TaxRateRow>(
  `SELECT ${RATE} FROM tax_rate WHERE current = 1 ORDER BY tax_category_id, context, valid_from DESC, sequence`,
);

export const listRatesOf = select<{ tax_category_id: string }, TaxRateRow>(
  `SELECT ${RATE} FROM tax_rate WHERE tax_category_id = :tax_category_id AND current = 1 ORDER BY context, valid_from DESC, sequence`,
);

export const insertTaxCategory = modify<
  { id: string; name: string; kind: string; archived: number },
  TaxCategoryRow
>(
  `INSERT INTO tax_category (id, name, kind, position, archived, version)
   VALUES (:id, :name, :kind, (SELECT coalesce(max(position) + 1, 0) FROM tax_category), :archived, 1)
   RETURNING ${CATEGORY}`,
);

export const updateTaxCategory = modify<
  { id: string; name: string; kind: string; archived: number; version: number },
  TaxCategoryRow
>(
  `UPDATE tax_category SET name = :name, kind = :kind, archived = :archived, version = version + 1
   WHERE id = :id AND version = :version
   RETURNING ${CATEGORY}`,
);

export const retireRates = modify<{ tax_category_id: string }>(
  'UPDATE tax_rate SET current = 0 WHERE tax_category_id = :tax_category_id AND current = 1',
);

export const withdrawRates = modify<{ tax_category_id: string; context: string; valid_from: string }>(
  `UPDATE tax_rate SET current = 0
   WHERE tax_category_id = :tax_category_id AND context = :context AND valid_from = :valid_from AND current = 1`,
);

export const insertTaxRate = modify<TaxRateRow & Record<string, string | number>>(
  `INSERT INTO tax_rate (id, tax_category_id, name, jurisdiction, rate_ppm, sequence, compound, context,
     valid_from, current)
   VALUES (:id, :tax_category_id, :name, :jurisdiction, :rate_ppm, :sequence, :compound, :context, :valid_from, 1)`,
);

export const findProductWithTax = select<{ tax_category_id: string }, { id: string }>(
  "SELECT id FROM product WHERE tax_category_id = :tax_category_id AND status = 'active' LIMIT 1",
);
