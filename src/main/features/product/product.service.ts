import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { moveStock } from '../stock/move-stock.ts';
import { bulkEdit, listBulkEdits, previewBulkEdit, previewUndoBulkEdit, undoBulkEdit } from './bulk-edit.ts';
import { listBrands, listProducts } from './list-products.ts';
import { updateStatus } from './product.sql.ts';
import { changedFields, fieldsOf } from './product-changes.ts';
import { addImage, arrangeImages, getImage } from './product-image.ts';
import { getProduct, type ProductView } from './product-view.ts';
import { listQuickKeys, setQuickKeys } from './quick-keys.ts';
import { searchProducts } from './search-products.ts';
import { type ProductFault, writeProduct } from './write-product.ts';

type Stale = AppError<'product.unknown' | 'version.conflict'>;

export const productHandlers: FeatureHandlers<'product'> = {
  search,
  list,
  listBrands: (ctx, input) => ok(listBrands(ctx.db, input)),
  previewBulkEdit,
  bulkEdit,
  previewUndoBulkEdit,
  undoBulkEdit,
  listBulkEdits,
  get: (ctx, input) => getProduct(ctx.db, input.id),
  create,
  update,
  setStatus,
  addImage,
  arrangeImages,
  getImage,
  listQuickKeys,
  setQuickKeys,
};

function search(
  ctx: QueryCtx,
  input: CallParsedInput<'product.search'>,
): Result<CallAnswer<'product.search'>, never> {
  return ok(searchProducts(ctx.db, input));
}

function list(
  ctx: QueryCtx,
  input: CallParsedInput<'product.list'>,
): Result<CallAnswer<'product.list'>, never> {
  return ok(listProducts(ctx.db, input));
}

function create(
  ctx: CommandCtx,
  input: CallParsedInput<'product.create'>,
): Result<ProductView, ProductFault> {
  const written = writeProduct(ctx, null, input);
  if (!written.ok) return written;
  const { id } = written.value;
  if (input.openingStockMilli !== null) {
    moveStock(ctx, {
      productId: id,
      kind: 'opening',
      quantityMilli: input.openingStockMilli,
      reason: 'opening',
    });
  }
  const after = mustGet(ctx, id);
  const facts = { ...fieldsOf(after), onHandMilli: after.onHandMilli };
  ctx.audit({ action: 'product.added', subjectKind: 'product', subjectId: id, after: facts });
  ctx.changed('product', id);
  return ok(after);
}

function update(
  ctx: CommandCtx,
  input: CallParsedInput<'product.update'>,
): Result<ProductView, ProductFault | Stale> {
  const current = getAtVersion(ctx, input.id, input.expectedVersion);
  if (!current.ok) return current;
  const before = current.value;
  const written = writeProduct(ctx, before, input);
  if (!written.ok) return written;
  const after = mustGet(ctx, input.id);
  auditChange(ctx, 'product.changed', before, after);
  return ok(after);
}

function setStatus(ctx: CommandCtx, input: CallParsedInput<'product.setStatus'>): Result<ProductView, Stale> {
  const current = getAtVersion(ctx, input.id, input.expectedVersion);
  if (!current.ok || current.value.status === input.status) return current;
  ctx.db.runOne(updateStatus, { id: input.id, status: input.status, now_ms: ctx.nowMs });
  ctx.emit({ kind: 'product.saved', productId: input.id, version: current.value.version + 1 });
  const after = mustGet(ctx, input.id);
  const action = input.status === 'archived' ? 'product.archived' : 'product.restored';
  auditChange(ctx, action, current.value, after);
  return ok(after);
}

function getAtVersion(ctx: CommandCtx, id: string, expectedVersion: number): Result<ProductView, Stale> {
  const current = getProduct(ctx.db, id);
  if (!current.ok || current.value.version === expectedVersion) return current;
  return err({ code: 'version.conflict', data: { current: current.value } });
}

function auditChange(ctx: CommandCtx, action: string, before: ProductView, after: ProductView): void {
  const changes = changedFields(before, after);
  ctx.audit({ action, subjectKind: 'product', subjectId: after.id, ...changes });
  ctx.changed('product', after.id);
}

function mustGet(ctx: QueryCtx, id: string): ProductView {
  const product = getProduct(ctx.db, id);
  if (!product.ok) throw new Error(`product ${id} is gone`);
  return product.value;
}
