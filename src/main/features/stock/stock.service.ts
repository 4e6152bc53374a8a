import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { isTracked, moveStock, onHandMilli } from './move-stock.ts';
import { countMovements, listMovementPage, type MovementRow } from './stock.sql.ts';

type Unknown = AppError<'product.unknown'>;
type Movements = CallAnswer<'stock.listMovements'>;

export const stockHandlers: FeatureHandlers<'stock'> = { adjust, listMovements, check };

/** A count that finds what the books say is no movement, but still an act somebody answers for: it is audited. */
function adjust(
  ctx: CommandCtx,
  input: CallParsedInput<'stock.adjust'>,
): Result<CallAnswer<'stock.adjust'>, Unknown | AppError<'stock.notTracked'>> {
  const { productId, change, reason, note } = input;
  const before = onHandMilli(ctx.db, productId);
  if (before === null) return unknown(productId);
  if (!isTracked(ctx.db, productId)) return err({ code: 'stock.notTracked', data: { productId } });
  const quantityMilli = change.kind === 'by' ? change.quantityMilli : change.quantityMilli - before;
  moveStock(ctx, { productId, kind: 'adjust', quantityMilli, reason, note });
  const after = before + quantityMilli;
  ctx.audit({
    action: 'stock.adjusted',
    subjectKind: 'product',
    subjectId: productId,
    before: { onHandMilli: before },
    after: { onHandMilli: after },
    reason: note === '' ? reason : `${reason}: ${note}`,
  });
  ctx.changed('stock', productId);
  return ok({ productId, onHandMilli: after });
}

function listMovements(
  ctx: QueryCtx,
  { productId, limit, offset }: CallParsedInput<'stock.listMovements'>,
): Result<Movements, Unknown> {
  if (onHandMilli(ctx.db, productId) === null) return unknown(productId);
  const rows = ctx.db.all(listMovementPage, { product_id: productId, limit, offset });
  return ok({
    rows: rows.map(toMovement),
    total: ctx.db.get(countMovements, { product_id: productId })?.total ?? 0,
  });
}

/** Adding up every movement of a large shop takes longer than a frame, so another thread does. */
async function check({ dataDir }: QueryCtx): Promise<Result<CallAnswer<'stock.check'>, never>> {
  const { examples, ...counts } = await runInWorker('checkStock', { dataDir });
  return ok({ ...counts, examples: [...examples] });
}

function toMovement(row: MovementRow): Movements['rows'][number] {
  return {
    id: row.id,
    atMs: row.at_ms,
    kind: row.kind,
    quantityMilli: row.quantity_milli,
    balanceMilli: row.balance_milli,
    reason: row.reason,
    note: row.note,
    documentId: row.document_id,
    documentNumber: row.document_number,
    staffName: row.staff_name,
  };
}

function unknown(id: string): Result<never, Unknown> {
  return err({ code: 'product.unknown', data: { id } });
}
