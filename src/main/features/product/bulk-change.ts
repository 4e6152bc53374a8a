import { changePrice } from '../../../domain/pricing/change-price.ts';
import { MOST_AT_ONCE } from '../../../shared/contract/fields.ts';
import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findCategory } from './category.sql.ts';
import { type ChosenRow, listChosen, listMatching } from './list.sql.ts';
import { searchFilter, sourceOf } from './list-products.ts';
import { findActiveTaxCategory } from './product.sql.ts';

type Input = CallParsedInput<'product.previewBulkEdit'>;
export type BulkChange = Input['change'];
type BulkFault = AppError<'product.tooMany' | 'category.unknown' | 'tax.categoryUnknown'>;

/** A product and what it becomes. */
export interface PlannedChange {
  readonly row: ChosenRow;
  readonly after: Pick<ChosenRow, 'price_minor' | 'category_id' | 'tax_category_id'>;
}

export interface BulkPlan {
  readonly products: number;
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
  readonly withoutPrice: number;
  readonly impossible: number;
}

/** What a change would do to each chosen product: the preview shows it, the edit writes it, from the same words.
 *  @param exponent  decimals of the shop's currency */
export function planBulkEdit(
  db: ReadableDb,
  { selection, change }: Input,
  exponent: number,
): Result<BulkPlan, BulkFault> {
  const target = checkTarget(db, change);
  if (!target.ok) return target;
  const rows = readSelection(db, selection);
  if (rows.length > MOST_AT_ONCE) return err({ code: 'product.tooMany', data: { max: MOST_AT_ONCE } });
  const plan = { products: rows.length, unchanged: 0, withoutPrice: 0, impossible: 0 };
  const changes: PlannedChange[] = [];
  for (const row of rows) {
    const after = changeOf(row, change, exponent);
    if (typeof after === 'string') plan[after] += 1;
    else changes.push({ row, after });
  }
  return ok({ ...plan, changes });
}

function changeOf(
  row: ChosenRow,
  change: BulkChange,
  exponent: number,
): PlannedChange['after'] | 'unchanged' | 'withoutPrice' | 'impossible' {
  const { price_minor, category_id, tax_category_id } = row;
  const same = { price_minor, category_id, tax_category_id };
  if (change.kind === 'category')
    return category_id === change.categoryId ? 'unchanged' : { ...same, category_id: change.categoryId };
  if (change.kind === 'taxCategory') {
    if (tax_category_id === change.taxCategoryId) return 'unchanged';
    return { ...same, tax_category_id: change.taxCategoryId };
  }
  const changed = changePrice(price_minor, change, exponent);
  if (changed.kind !== 'price') return changed.kind;
  return changed.priceMinor === price_minor ? 'unchanged' : { ...same, price_minor: changed.priceMinor };
}

/** One more than allowed is enough to know that there are too many. */
function readSelection(db: ReadableDb, selection: Input['selection']): ChosenRow[] {
  if (selection.kind === 'ids') {
    return db.all(listChosen, { ids: JSON.stringify([...new Set(selection.ids)]) });
  }
  const found = searchFilter(db, selection.filter);
  if (!found) return [];
  const { filter } = found;
  const except = new Set(selection.except);
  const way = { source: sourceOf(filter), stock: selection.filter.stock };
  const limit = MOST_AT_ONCE + except.size + 1;
  return db.all(listMatching(way), { ...filter, limit }).filter(({ id }) => !except.has(id));
}

function checkTarget(db: ReadableDb, change: BulkChange): Result<null, BulkFault> {
  if (change.kind === 'category' && change.categoryId !== null) {
    const category = db.get(findCategory, { id: change.categoryId });
    if (category?.archived !== 0) return err({ code: 'category.unknown', data: { id: change.categoryId } });
  }
  if (change.kind === 'taxCategory' && !db.get(findActiveTaxCategory, { id: change.taxCategoryId }))
    return err({ code: 'tax.categoryUnknown', data: { id: change.taxCategoryId } });
  return ok(null);
}
