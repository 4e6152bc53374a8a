import type { CommandCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { StockMovementTable } from '../../storage/tables.ts';
import { findOnHand, insertMovement } from './stock.sql.ts';

export interface StockMovement {
  readonly productId: string;
  readonly kind: StockMovementTable['kind'];
  /** Signed: what leaves the shop is negative. Zero is no movement. */
  readonly quantityMilli: number;
  readonly reason: string;
  readonly note?: string;
  readonly documentId?: string | null;
  /** A line moves stock at most once (R25): a second movement for it throws. */
  readonly documentLineId?: string | null;
}

/** What a movement needs of its surroundings: a command's context, or an import job's own. */
export type MovingCtx = Pick<CommandCtx, 'db' | 'nowMs' | 'newId' | 'emit'> & {
  readonly who: { readonly id: string } | null;
};

/** Adds one immutable movement; on-hand is the sum of them and is never clamped (R24).
 *  A product that is not tracked has no stock: nothing is written for it.
 *  Tells the outbox, not the pages: the caller knows how many products it moves. */
export function moveStock(ctx: MovingCtx, movement: StockMovement): void {
  if (movement.quantityMilli === 0) return;
  const id = ctx.newId();
  const moved = ctx.db.run(insertMovement, {
    id,
    product_id: movement.productId,
    kind: movement.kind,
    quantity_milli: movement.quantityMilli,
    reason: movement.reason,
    note: movement.note ?? '',
    document_id: movement.documentId ?? null,
    document_line_id: movement.documentLineId ?? null,
    at_ms: ctx.nowMs,
    staff_id: ctx.who?.id ?? null,
  });
  if (moved === 0) return;
  ctx.emit({
    kind: 'stock.moved',
    productId: movement.productId,
    quantityMilli: movement.quantityMilli,
    movementId: id,
  });
}

/** Whether a product has stock at all. */
export function isTracked(db: ReadableDb, productId: string): boolean {
  return db.get(findOnHand, { id: productId })?.tracked !== 0;
}

/** The stored on-hand figure; null for a product that does not exist. */
export function onHandMilli(db: ReadableDb, productId: string): number | null {
  return db.get(findOnHand, { id: productId })?.on_hand_milli ?? null;
}
