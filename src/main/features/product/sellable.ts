import type { UNITS } from '../../../shared/contract/product.contract.ts';
import { type ScanCandidate, scanCandidates } from '../../../shared/values/barcode.ts';
import type { CommandCtx } from '../../context.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  getSellable,
  getSellableByCode,
  getSellableBySku,
  type SellableRow,
  setPriceOfProduct,
} from './sellable.sql.ts';

export type Unit = (typeof UNITS)[number];

/** What a till needs of a product to put it in a cart. */
export interface Sellable {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  /** The code that was scanned, else the product's first one. */
  readonly barcode: string | null;
  readonly categoryId: string | null;
  readonly unit: Unit;
  /** Null: to be asked for at the first scan. */
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  readonly taxCategoryId: string;
  readonly archived: boolean;
}

export function findSellable(db: ReadableDb, productId: string): Sellable | null {
  return toSellable(db.get(getSellable, { id: productId }));
}

/** The product a scanned text names: every GTIN it can be read as, then an in-store code, then an exact SKU (R29).
 *  Index look-ups only. */
export function findSellableByBarcode(db: ReadableDb, text: string): Sellable | null {
  for (const candidate of scanCandidates(text)) {
    const product = findSellableByKey(db, candidate);
    if (product) return product;
  }
  return findSellableBySku(db, text.trim());
}

/** The product that has this very code, as codes are stored. */
export function findSellableByKey(db: ReadableDb, { key, kind }: ScanCandidate): Sellable | null {
  return toSellable(db.get(getSellableByCode, { code: key, kind }));
}

export function findSellableBySku(db: ReadableDb, sku: string): Sellable | null {
  return toSellable(db.get(getSellableBySku, { sku }));
}

/** Gives a product that has no price its first one, on record like every change of a product. */
export function setFirstPrice(ctx: CommandCtx, product: Sellable, priceMinor: number): Sellable {
  const row = ctx.db.returning(setPriceOfProduct, {
    id: product.id,
    price_minor: priceMinor,
    now_ms: ctx.nowMs,
  });
  if (!row) throw new Error(`product ${product.id} has a price already`);
  ctx.audit({
    action: 'product.saved',
    subjectKind: 'product',
    subjectId: product.id,
    before: { priceMinor: null },
    after: { priceMinor },
  });
  ctx.emit({ kind: 'product.saved', productId: product.id, version: row.version });
  ctx.changed('product', product.id);
  return { ...product, priceMinor };
}

function toSellable(row: SellableRow | undefined): Sellable | null {
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    sku: row.sku,
    barcode: row.barcode,
    categoryId: row.category_id,
    unit: row.unit as Unit,
    priceMinor: row.price_minor,
    costMinor: row.cost_minor,
    taxCategoryId: row.tax_category_id,
    archived: row.status === 'archived',
  };
}
