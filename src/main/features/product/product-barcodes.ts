import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type BarcodeError, parseGtin, parseInStoreCode } from '../../../shared/values/barcode.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import type { ProductBarcodeTable } from '../../storage/tables.ts';
import { findByBarcode } from './product.sql.ts';

/** As stored: a GTIN's 14 digits, or the shop's own code exactly (R29). */
export type BarcodeKey = Pick<ProductBarcodeTable, 'code' | 'kind'>;

export type BarcodeFault = AppError<'product.barcodeTaken' | BarcodeError['code']>;

/** The stored forms of a product's codes, in order, each once (a UPC-A and the same code as EAN-13 are one).
 *  Refuses what is no code, and what another product holds, archived or not. */
export function checkBarcodes(
  db: ReadableDb,
  productId: string,
  barcodes: readonly BarcodeKey[],
): Result<readonly BarcodeKey[], BarcodeFault> {
  const keys = new Map<string, BarcodeKey>();
  for (const barcode of barcodes) {
    const key = toKey(barcode);
    if (!key.ok) return err(toFault(key.error));
    const holder = db.get(findByBarcode, key.value);
    if (holder && holder.id !== productId) {
      const data = { code: key.value.code, productId: holder.id, name: holder.name };
      return err({ code: 'product.barcodeTaken', data });
    }
    keys.set(`${key.value.kind} ${key.value.code}`, key.value);
  }
  return ok([...keys.values()]);
}

function toKey({ code, kind }: BarcodeKey): Result<BarcodeKey, BarcodeError> {
  if (kind === 'gtin') {
    const gtin = parseGtin(code);
    return gtin.ok ? ok({ code: gtin.value.gtin14, kind }) : gtin;
  }
  const own = parseInStoreCode(code);
  return own.ok ? ok({ code: own.value.code, kind }) : own;
}

function toFault({ code, ...data }: BarcodeError): BarcodeFault {
  return { code, data };
}
