import type { ImportBeforeTable } from '../../storage/tables.ts';
import { type ProductFields, writeUnindexed } from '../product/write-product.ts';
import { moveStock } from '../stock/move-stock.ts';
import {
  archiveWithoutCodes,
  deleteBefore,
  deleteCodes,
  deleteMadeCategory,
  deleteProduct,
  deleteUnusedCategory,
  findOpening,
  findUse,
  listBefore,
  listMadeCategories,
} from './import.sql.ts';
import { currentFields, takenBack } from './product-fields.ts';
import type { WritingCtx } from './writing-context.ts';

/** Takes back the last thing an import wrote: a product, then the categories it made. Inside a transaction of the
 *  caller; what is taken back is forgotten in the same transaction, so that a crash goes on where it was. */
export function takeBackLast(ctx: WritingCtx, runId: string): 'more' | 'done' {
  const [before] = ctx.db.all(listBefore, { run_id: runId, limit: 1 });
  if (before !== undefined) {
    takeBack(ctx, before);
    ctx.db.runOne(deleteBefore, { run_id: runId, row_number: before.row_number });
    return 'more';
  }
  const [made] = ctx.db.all(listMadeCategories, { run_id: runId, limit: 1 });
  if (made === undefined) return 'done';
  ctx.db.run(deleteUnusedCategory, { id: made.category_id });
  ctx.db.runOne(deleteMadeCategory, { run_id: runId, position: made.position });
  return 'more';
}

function takeBack(ctx: WritingCtx, before: ImportBeforeTable): void {
  if (before.before_json === null || before.after_json === null) takeAway(ctx, before);
  else restore(ctx, before.product_id, JSON.parse(before.before_json), JSON.parse(before.after_json));
}

/** A product the import brought goes. One that was sold or counted meanwhile cannot: it is archived, gives its codes
 *  free, and the stock the list gave it is taken out again by a movement, as movements are never changed. */
function takeAway(ctx: WritingCtx, before: ImportBeforeTable): void {
  const id = before.product_id;
  ctx.db.run(deleteCodes, { id });
  if (ctx.db.get(findUse, { id })?.used === 0) {
    ctx.db.runOne(deleteProduct, { id });
    return;
  }
  archive(ctx, id);
}

/** A product that an import brought is archived, gives its codes free, so that its list can come again, and the stock
 *  that the list gave it is taken out by an opposite movement. */
export function archiveFreed(ctx: WritingCtx, id: string): void {
  ctx.db.run(deleteCodes, { id });
  archive(ctx, id);
}

function archive(ctx: WritingCtx, id: string): void {
  const opening = ctx.db.get(findOpening, { product_id: id })?.quantity_milli ?? 0;
  if (opening !== 0)
    moveStock(ctx, { productId: id, kind: 'adjust', quantityMilli: -opening, reason: 'correction' });
  const archived = ctx.db.returning(archiveWithoutCodes, { id, now_ms: ctx.nowMs });
  if (archived !== undefined) ctx.emit({ kind: 'product.saved', productId: id, version: archived.version });
}

function restore(ctx: WritingCtx, id: string, before: ProductFields, after: ProductFields): void {
  const now = currentFields(ctx.db, id);
  if (now === null) return;
  const fields = takenBack(now.fields, before, after);
  const product = { id, version: now.version };
  const written = writeUnindexed(ctx, product, fields);
  if (written.ok) return;
  // Someone gave one of its codes, or its category, to another use meanwhile: all but those come back.
  const { sku, barcodes, categoryId, taxCategoryId } = now.fields;
  const rest = writeUnindexed(ctx, product, { ...fields, sku, barcodes, categoryId, taxCategoryId });
  if (!rest.ok) throw new Error(`product ${id} cannot be brought back: ${rest.error.code}`);
}
