import { select } from '../storage/sql.ts';
import { stagingModify, stagingSelect } from '../storage/staging-database.ts';
import type { ProductBarcodeTable, ProductTable, TaxCategoryTable } from '../storage/tables.ts';

/** What an import compares of a product. */
export type ComparedRow = Pick<
  ProductTable,
  | 'id'
  | 'name'
  | 'sku'
  | 'brand'
  | 'pack_size'
  | 'category_id'
  | 'unit'
  | 'price_minor'
  | 'cost_minor'
  | 'tax_category_id'
  | 'description'
  | 'supplier_code'
  | 'notes'
  | 'minimum_age'
  | 'tracked'
>;

const columns = `p.id, p.name, p.sku, p.brand, p.pack_size, p.category_id, p.unit, p.price_minor, p.cost_minor,
  p.tax_category_id, p.description, p.supplier_code, p.notes, p.minimum_age, p.tracked`;

export const findComparedById = select<{ id: string }, ComparedRow>(
  `SELECT ${columns} FROM product p WHERE p.id = :id`,
);

export const findComparedByCode = select<Pick<ProductBarcodeTable, 'code' | 'kind'>, ComparedRow>(`
SELECT ${columns} FROM product_barcode b JOIN product p ON p.id = b.product_id
WHERE b.code = :code AND b.kind = :kind`);

export const findComparedBySku = select<{ sku: string }, ComparedRow>(
  `SELECT ${columns} FROM product p WHERE p.sku = :sku`,
);

/** Active products of this very name that have no code to be known by; two are enough to see that it is not one. */
export const listComparedByName = select<
  { name: string; sort_name: string; brand: string | null; pack_size: string | null },
  ComparedRow
>(`
SELECT ${columns} FROM product p
WHERE p.status = 'active' AND p.sort_name = :sort_name AND p.name = :name AND p.sku IS NULL
  AND (:brand IS NULL OR p.brand IS :brand) AND (:pack_size IS NULL OR p.pack_size IS :pack_size)
  AND NOT EXISTS (SELECT 1 FROM product_barcode b WHERE b.product_id = p.id)
LIMIT 2`);

export const listCodesOf = select<{ product_id: string }, Pick<ProductBarcodeTable, 'code' | 'kind'>>(
  'SELECT code, kind FROM product_barcode WHERE product_id = :product_id ORDER BY position',
);

export const findCategoryStep = select<{ id: string }, { name: string; parent_id: string | null }>(
  'SELECT name, parent_id FROM category WHERE id = :id',
);

export const listTaxNames = select<
  Record<string, never>,
  Pick<TaxCategoryTable, 'id' | 'name' | 'kind'> & { rate_ppm: number | null }
>(`
SELECT t.id, t.name, t.kind, (SELECT sum(r.rate_ppm) FROM tax_rate r WHERE r.tax_category_id = t.id AND r.current = 1
  AND r.context = 'default' AND r.valid_from = (SELECT max(d.valid_from) FROM tax_rate d
    WHERE d.tax_category_id = t.id AND d.current = 1 AND d.context = 'default' AND d.valid_from <= date('now'))) AS rate_ppm
FROM tax_category t WHERE t.archived = 0 ORDER BY t.position`);

/** The staging file: rows that would change something, and what is wrong with the others; of both, the cells as the
 *  list has them, for the list of the rows left out. */
export const STAGING_SCHEMA = `
CREATE TABLE staged (row_number INTEGER PRIMARY KEY, product_json TEXT NOT NULL, cells_json TEXT NOT NULL) STRICT;
CREATE TABLE faulty (row_number INTEGER PRIMARY KEY, cells_json TEXT NOT NULL) STRICT;
CREATE TABLE fault (
  id INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, code TEXT NOT NULL, column_name TEXT, value TEXT NOT NULL
) STRICT;
CREATE INDEX fault_row ON fault (row_number);`;

export interface StagedFault {
  row_number: number;
  code: string;
  column_name: string | null;
  value: string;
}

export const insertStaged = stagingModify<{ row_number: number; product_json: string; cells_json: string }>(
  'INSERT INTO staged (row_number, product_json, cells_json) VALUES (:row_number, :product_json, :cells_json)',
);

export const insertFaulty = stagingModify<{ row_number: number; cells_json: string }>(
  'INSERT OR IGNORE INTO faulty (row_number, cells_json) VALUES (:row_number, :cells_json)',
);

/** A row that could be used when it was checked and no longer when it was written. */
export const insertFaultyOfStaged = stagingModify<{ row_number: number }>(
  'INSERT OR IGNORE INTO faulty SELECT row_number, cells_json FROM staged WHERE row_number = :row_number',
);

export const insertFault = stagingModify<StagedFault>(
  'INSERT INTO fault (row_number, code, column_name, value) VALUES (:row_number, :code, :column_name, :value)',
);

export const listStaged = stagingSelect<
  { after: number; limit: number },
  { row_number: number; product_json: string }
>('SELECT row_number, product_json FROM staged WHERE row_number > :after ORDER BY row_number LIMIT :limit');

export const countStaged = stagingSelect<Record<string, never>, { n: number }>(
  'SELECT count(*) AS n FROM staged',
);

export const listStagedFaults = stagingSelect<{ offset: number; limit: number }, StagedFault>(
  'SELECT row_number, code, column_name, value FROM fault ORDER BY row_number, id LIMIT :limit OFFSET :offset',
);

export const listFaultyRows = stagingSelect<
  { after: number; limit: number },
  { row_number: number; cells_json: string }
>('SELECT row_number, cells_json FROM faulty WHERE row_number > :after ORDER BY row_number LIMIT :limit');

export const listFaultsOfRows = stagingSelect<
  { after: number; until: number },
  Pick<StagedFault, 'row_number' | 'code' | 'column_name'>
>(`SELECT row_number, code, column_name FROM fault WHERE row_number > :after AND row_number <= :until
ORDER BY row_number, id`);

export const countFaults = stagingSelect<Record<string, never>, { n: number }>(
  'SELECT count(*) AS n FROM fault',
);
