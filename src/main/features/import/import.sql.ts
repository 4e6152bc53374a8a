import { modify, select } from '../../storage/sql.ts';
import type {
  ImportBeforeTable,
  ImportCategoryTable,
  ImportMappingTable,
  ImportNotUndoneTable,
  ImportRunTable,
  ShopTable,
} from '../../storage/tables.ts';

const columns = `id, file_name, state, total_bytes, bytes_received, error_code, inspection_json, options_json,
  counts_json, faults_json, changes_json, undo_json, staff_id, created_at_ms, finished_at_ms`;

export const findRun = select<{ id: string }, ImportRunTable>(
  `SELECT ${columns} FROM import_run WHERE id = :id`,
);

export const listRuns = select<{ limit: number }, ImportRunTable>(
  `SELECT ${columns} FROM import_run ORDER BY created_at_ms DESC, id DESC LIMIT :limit`,
);

export const listUnfinishedRuns = select<Record<string, never>, ImportRunTable>(
  `SELECT ${columns} FROM import_run WHERE finished_at_ms IS NULL ORDER BY created_at_ms`,
);

export const insertRun = modify<
  Pick<ImportRunTable, 'id' | 'file_name' | 'total_bytes' | 'staff_id' | 'created_at_ms'>
>(`
INSERT INTO import_run (id, file_name, state, total_bytes, bytes_received, error_code, inspection_json, options_json,
  counts_json, faults_json, staff_id, created_at_ms, finished_at_ms)
VALUES (:id, :file_name, 'receiving', :total_bytes, 0, NULL, NULL, NULL, NULL, '[]', :staff_id, :created_at_ms, NULL)`);

export const updateReceived = modify<
  Pick<ImportRunTable, 'id' | 'state' | 'bytes_received' | 'inspection_json'>
>(`
UPDATE import_run SET state = :state, bytes_received = :bytes_received, inspection_json = :inspection_json
WHERE id = :id AND state = 'receiving'`);

export const updateChecking = modify<Pick<ImportRunTable, 'id' | 'options_json'>>(`
UPDATE import_run SET state = 'checking', options_json = :options_json, counts_json = NULL, faults_json = '[]',
  changes_json = NULL
WHERE id = :id AND state IN ('received', 'checked')`);

/** Read again in another way: what was checked before is worth nothing, and its columns may be other ones. */
export const updateInspection = modify<Pick<ImportRunTable, 'id' | 'inspection_json'>>(`
UPDATE import_run SET state = 'received', inspection_json = :inspection_json, options_json = NULL, counts_json = NULL,
  faults_json = '[]', changes_json = NULL
WHERE id = :id AND state IN ('received', 'checked')`);

/** Only while it is still being checked: a cancelled check's result is nobody's. */
export const updateChecked = modify<
  Pick<ImportRunTable, 'id' | 'counts_json' | 'faults_json' | 'changes_json'>
>(`
UPDATE import_run SET state = 'checked', counts_json = :counts_json, faults_json = :faults_json,
  changes_json = :changes_json
WHERE id = :id AND state = 'checking'`);

export const updateState = modify<Pick<ImportRunTable, 'id' | 'state'> & { from_state: string }>(
  'UPDATE import_run SET state = :state WHERE id = :id AND state = :from_state',
);

export const updateCancelling = modify<Pick<ImportRunTable, 'id' | 'error_code'>>(`
UPDATE import_run SET state = 'cancelling', error_code = coalesce(error_code, :error_code)
WHERE id = :id AND state IN ('applying', 'cancelling')`);

export const updateFinished = modify<Pick<ImportRunTable, 'id' | 'state' | 'error_code' | 'finished_at_ms'>>(`
UPDATE import_run SET state = :state, error_code = :error_code, finished_at_ms = :finished_at_ms
WHERE id = :id AND finished_at_ms IS NULL`);

export const updateCounts = modify<Pick<ImportRunTable, 'id' | 'counts_json' | 'faults_json'>>(
  'UPDATE import_run SET counts_json = :counts_json, faults_json = :faults_json WHERE id = :id',
);

export const insertBefore = modify<ImportBeforeTable>(`
INSERT INTO import_before (run_id, row_number, product_id, before_json, after_json, opening_milli)
VALUES (:run_id, :row_number, :product_id, :before_json, :after_json, :opening_milli)`);

/** New products whose list says how many there are. */
export const listOpenings = select<
  { run_id: string; after: number; limit: number },
  { row_number: number; product_id: string; opening_milli: number }
>(`
SELECT row_number, product_id, opening_milli FROM import_before
WHERE run_id = :run_id AND row_number > :after AND opening_milli IS NOT NULL ORDER BY row_number LIMIT :limit`);

/** Last written first, as undoing goes. */
export const listBefore = select<{ run_id: string; limit: number }, ImportBeforeTable>(`
SELECT run_id, row_number, product_id, before_json, after_json, opening_milli FROM import_before
WHERE run_id = :run_id ORDER BY row_number DESC LIMIT :limit`);

export const countBefore = select<{ run_id: string }, { n: number }>(
  'SELECT count(*) AS n FROM import_before WHERE run_id = :run_id',
);

export const deleteBefore = modify<Pick<ImportBeforeTable, 'run_id' | 'row_number'>>(
  'DELETE FROM import_before WHERE run_id = :run_id AND row_number = :row_number',
);

/** The row of an applied import while it is undone: unfinished again, so that nothing else begins beside it. */
export const updateUndoing = modify<Pick<ImportRunTable, 'id'>>(`
UPDATE import_run SET state = 'undoing', finished_at_ms = NULL WHERE id = :id AND state = 'applied'`);

export const updateUndo = modify<Pick<ImportRunTable, 'id' | 'undo_json'>>(
  'UPDATE import_run SET undo_json = :undo_json WHERE id = :id',
);

export const insertNotUndone = modify<ImportNotUndoneTable>(`
INSERT INTO import_not_undone (run_id, row_number, product_id, name, code)
VALUES (:run_id, :row_number, :product_id, :name, :code)`);

export const listNotUndone = select<{ run_id: string; offset: number; limit: number }, ImportNotUndoneTable>(`
SELECT run_id, row_number, product_id, name, code FROM import_not_undone WHERE run_id = :run_id
ORDER BY row_number LIMIT :limit OFFSET :offset`);

export const countNotUndone = select<{ run_id: string }, { n: number }>(
  'SELECT count(*) AS n FROM import_not_undone WHERE run_id = :run_id',
);

export const findMapping = select<{ signature: string }, ImportMappingTable>(`
SELECT signature, mapping_json, default_tax_category_id, default_unit, used_at_ms FROM import_mapping
WHERE signature = :signature`);

export const saveMapping = modify<ImportMappingTable>(`
INSERT INTO import_mapping (signature, mapping_json, default_tax_category_id, default_unit, used_at_ms)
VALUES (:signature, :mapping_json, :default_tax_category_id, :default_unit, :used_at_ms)
ON CONFLICT (signature) DO UPDATE SET mapping_json = excluded.mapping_json,
  default_tax_category_id = excluded.default_tax_category_id, default_unit = excluded.default_unit,
  used_at_ms = excluded.used_at_ms`);

/** Runs that are over but still hold what products were before; the latest applied ones keep it, to be undone. */
export const listRunsToClear = select<{ kept: number }, { id: string }>(`
SELECT id FROM import_run r WHERE finished_at_ms IS NOT NULL
  AND id NOT IN (SELECT id FROM import_run WHERE state = 'applied' ORDER BY finished_at_ms DESC, id DESC LIMIT :kept)
  AND (
  EXISTS (SELECT 1 FROM import_before b WHERE b.run_id = r.id)
  OR EXISTS (SELECT 1 FROM import_category c WHERE c.run_id = r.id))`);

export const clearSomeBefore = modify<{ run_id: string; limit: number }>(`
DELETE FROM import_before WHERE run_id = :run_id AND row_number IN
  (SELECT row_number FROM import_before WHERE run_id = :run_id ORDER BY row_number LIMIT :limit)`);

export const insertMadeCategory = modify<{ run_id: string; category_id: string }>(`
INSERT INTO import_category (run_id, position, category_id)
SELECT :run_id, coalesce(max(position), 0) + 1, :category_id FROM import_category WHERE run_id = :run_id`);

export const listMadeCategories = select<{ run_id: string; limit: number }, ImportCategoryTable>(`
SELECT run_id, position, category_id FROM import_category WHERE run_id = :run_id ORDER BY position DESC LIMIT :limit`);

export const deleteMadeCategory = modify<Pick<ImportCategoryTable, 'run_id' | 'position'>>(
  'DELETE FROM import_category WHERE run_id = :run_id AND position = :position',
);

export const clearMadeCategories = modify<{ run_id: string }>(
  'DELETE FROM import_category WHERE run_id = :run_id',
);

export const deleteUnusedCategory = modify<{ id: string }>(`
DELETE FROM category WHERE id = :id
  AND NOT EXISTS (SELECT 1 FROM product p WHERE p.category_id = :id)
  AND NOT EXISTS (SELECT 1 FROM category c WHERE c.parent_id = :id)`);

export const findCategoryByName = select<{ parent_id: string | null; name: string }, { id: string }>(
  'SELECT id FROM category WHERE parent_id IS :parent_id AND name = :name AND archived = 0 ORDER BY position, id LIMIT 1',
);

export const nextCategoryPosition = select<{ parent_id: string | null }, { position: number }>(
  'SELECT coalesce(max(position), -1) + 1 AS position FROM category WHERE parent_id IS :parent_id',
);

/** Whether anything of the shop speaks of this product already: then it can no longer be deleted. */
export const findUse = select<{ id: string }, { used: number }>(`
SELECT EXISTS (SELECT 1 FROM document_line WHERE product_id = :id)
    OR EXISTS (SELECT 1 FROM cart_line WHERE product_id = :id)
    OR EXISTS (SELECT 1 FROM stock_movement WHERE product_id = :id)
    OR EXISTS (SELECT 1 FROM quick_key WHERE product_id = :id)
    OR EXISTS (SELECT 1 FROM product_image WHERE product_id = :id) AS used`);

/** What an import counted in for a product it brought. */
export const findOpening = select<{ product_id: string }, { quantity_milli: number }>(`
SELECT quantity_milli FROM stock_movement WHERE product_id = :product_id AND kind = 'opening'
ORDER BY seq LIMIT 1`);

export const deleteCodes = modify<{ id: string }>('DELETE FROM product_barcode WHERE product_id = :id');
export const deleteProduct = modify<{ id: string }>('DELETE FROM product WHERE id = :id');

export const archiveWithoutCodes = modify<{ id: string; now_ms: number }, { version: number }>(`
UPDATE product SET status = 'archived', sku = NULL, updated_at_ms = :now_ms, version = version + 1
WHERE id = :id RETURNING version`);

export const findShopMoney = select<Record<string, never>, Pick<ShopTable, 'currency_exponent'>>(
  'SELECT currency_exponent FROM shop',
);

export const findActiveTaxCategory = select<{ id: string }, { id: string }>(
  'SELECT id FROM tax_category WHERE id = :id AND archived = 0',
);
