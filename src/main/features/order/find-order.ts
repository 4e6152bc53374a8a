import type { ReadableDb } from '../../storage/sql.ts';
import { readShopFacts } from '../sale/shop-facts.ts';
import {
  findByFiscalNumber,
  findByOrderNumber,
  findByRunningNumber,
  findCartByOrderNumber,
} from './order.sql.ts';
import { parseReceiptCode, type ReceiptCode, shortShop } from './receipt-code.ts';
import { findBySignedCode, isSignedCode } from './signed-code.ts';

/** The order that a typed number or a scanned receipt names: receipt number, order number, or the bare running number of
 *  a sale at this register. @param registerId of the caller's device, null without one */
export function findOrder(db: ReadableDb, typed: string, registerId: string | null): string | null {
  if (isSignedCode(typed)) return findBySignedCode(db, typed);
  const code = parseReceiptCode(typed);
  if (code) return findByCode(db, code);
  const number = typed.trim().toUpperCase();
  const found =
    db.get(findByFiscalNumber, { number }) ??
    db.get(findByOrderNumber, { number }) ??
    db.get(findCartByOrderNumber, { number }) ??
    (registerId !== null && /^\d{1,9}$/.test(number)
      ? db.get(findByRunningNumber, { register_id: registerId, number: Number(number) })
      : undefined);
  return found?.id ?? null;
}

/** Null for another shop's receipt, and for one whose total or hash is not the document's. */
export function findByCode(db: ReadableDb, code: ReceiptCode): string | null {
  if (code.shop !== shortShop(readShopFacts(db).shopUuid).toLowerCase()) return null;
  const found = db.get(findByFiscalNumber, { number: code.fiscalNumber });
  if (!found || found.total_minor !== code.totalMinor) return null;
  return found.hash?.startsWith(code.hash) ? found.id : null;
}
