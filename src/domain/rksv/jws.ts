import { err, ok, type Result } from '../../shared/result.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import type { ReceiptFault } from './faults.ts';
import { fromUtf8, toUtf8 } from './utf8.ts';

/** Base64url of {"alg":"ES256"}; the format allows no other header. */
const HEADER = 'eyJhbGciOiJFUzI1NiJ9';
const SIGNATURE_BYTES = 64;
/** Stands where the signature would, while the signing device is out of order. */
export const BROKEN_DEVICE_TEXT = 'Sicherheitseinrichtung ausgefallen';
const BROKEN_DEVICE = toUtf8(BROKEN_DEVICE_TEXT);
const BROKEN_DEVICE_PART = toBase64Url(BROKEN_DEVICE);
/** A receipt takes some 350 letters; far above that nothing need be decoded. */
export const MOST_LETTERS = 8192;

/** A receipt as the export carries it, taken apart. */
export interface CompactJws {
  readonly payloadText: string;
  /** what is signed: header and payload, encoded */
  readonly signedText: string;
  /** 64 bytes, R then S; null while the signing device is out of order */
  readonly signature: Uint8Array | null;
}

export function signedTextOf(payloadText: string): string {
  return `${HEADER}.${toBase64Url(toUtf8(payloadText))}`;
}

/** @param signature  64 bytes, R then S; null while the signing device is out of order */
export function writeJws(signedText: string, signature: Uint8Array | null): string {
  return `${signedText}.${signature ? toBase64Url(signature) : BROKEN_DEVICE_PART}`;
}

/** Reads exactly what `writeJws` writes. */
export function parseJws(jws: string): Result<CompactJws, ReceiptFault> {
  if (jws.length > MOST_LETTERS) return err('tooLong');
  const [header, payload, signaturePart, ...rest] = jws.split('.');
  if (payload === undefined || signaturePart === undefined || rest.length > 0) return err('partsWrong');
  if (header !== HEADER) return err('headerWrong');
  const bytes = fromBase64Url(payload);
  if (!bytes) return err('payloadEncodingWrong');
  const payloadText = fromUtf8(bytes);
  if (payloadText === null) return err('payloadTextWrong');
  const signature = parseSignature(signaturePart);
  return signature.ok
    ? ok({ payloadText, signedText: `${header}.${payload}`, signature: signature.value })
    : signature;
}

export function isUnsigned(jws: string): boolean {
  return jws.endsWith(`.${BROKEN_DEVICE_PART}`);
}

export function hasSignatureLength(signature: Uint8Array): boolean {
  return signature.length === SIGNATURE_BYTES;
}

function parseSignature(part: string): Result<Uint8Array | null, ReceiptFault> {
  if (part === BROKEN_DEVICE_PART) return ok(null);
  const bytes = fromBase64Url(part);
  if (!bytes) return err('signatureEncodingWrong');
  return hasSignatureLength(bytes) ? ok(bytes) : err('signatureLengthWrong');
}

/** The bytes behind the signature part, whatever it says: what the QR code repeats. */
export function signatureBytes(jws: CompactJws): Uint8Array {
  return jws.signature ?? BROKEN_DEVICE;
}
