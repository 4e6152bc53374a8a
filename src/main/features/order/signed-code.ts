import { BROKEN_DEVICE_TEXT, isUnsigned } from '../../../domain/rksv/jws.ts';
import { qrText } from '../../../domain/rksv/qr-text.ts';
import { findReceiptOf } from '../../journal/signing.sql.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findByFiscalNumber } from './order.sql.ts';

const START = /^_R1-AT0_/i;

/** What a signed document's paper carries: the published code and, where it could not be signed, the published words.
 *  Null for a document from before receipts were signed: its paper has the code of before. */
export function signedCode(
  db: ReadableDb,
  documentId: string,
): { readonly qrText: string; readonly signatureNote?: string } | null {
  const jws = db.get(findReceiptOf, { document_id: documentId })?.jws;
  const text = jws === undefined ? null : qrText(jws);
  if (jws === undefined || !text?.ok) return null;
  return { qrText: text.value, ...(isUnsigned(jws) ? { signatureNote: BROKEN_DEVICE_TEXT } : {}) };
}

export function isSignedCode(text: string): boolean {
  return START.test(text.trim());
}

/** The document whose signed code this is, however the scanner's keyboard spelled it; null for another shop's, and for
 *  one in which a single letter differs. */
export function findBySignedCode(db: ReadableDb, text: string): string | null {
  const number = text.trim().split('_')[3]?.toUpperCase() ?? '';
  const found = db.get(findByFiscalNumber, { number });
  const code = found && signedCode(db, found.id);
  return code && alike(code.qrText) === alike(text) ? found.id : null;
}

function alike(text: string): string {
  return text.trim().toLowerCase().replaceAll(';', ':');
}
