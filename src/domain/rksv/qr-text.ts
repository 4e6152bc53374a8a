import { ok, type Result } from '../../shared/result.ts';
import { toBase64 } from './base64.ts';
import type { ReceiptFault } from './faults.ts';
import { parseJws, signatureBytes } from './jws.ts';

/** The text of the QR code on the printed receipt: the payload, then the signature as a 13th field in ordinary Base64.
 *  @param jws  the receipt as issued */
export function qrText(jws: string): Result<string, ReceiptFault> {
  const parsed = parseJws(jws);
  return parsed.ok ? ok(`${parsed.value.payloadText}_${toBase64(signatureBytes(parsed.value))}`) : parsed;
}
