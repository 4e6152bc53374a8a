import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { getProduct, type ProductSummary, toSummary } from './product-view.ts';
import { deleteQuickKeys, insertQuickKey, listQuickKeys as selectQuickKeys } from './quick-keys.sql.ts';

/** An archived product keeps its place and shows again when it is brought back. */
export function listQuickKeys(ctx: QueryCtx): Result<ProductSummary[], never> {
  return ok(ctx.db.all(selectQuickKeys, {}).map(toSummary));
}

export function setQuickKeys(
  ctx: CommandCtx,
  input: CallParsedInput<'product.setQuickKeys'>,
): Result<ProductSummary[], AppError<'product.unknown'>> {
  const before = ctx.db.all(selectQuickKeys, {}).map((row) => row.id);
  const after = [...new Set(input.productIds)];
  ctx.db.run(deleteQuickKeys, {});
  for (const [position, id] of after.entries()) {
    const product = getProduct(ctx.db, id);
    if (!product.ok) return err(product.error);
    ctx.db.runOne(insertQuickKey, { position, product_id: id });
  }
  ctx.audit({ action: 'quickKeys.changed', subjectKind: 'shop', subjectId: 'quickKeys', before, after });
  ctx.changed('product');
  return listQuickKeys(ctx);
}
