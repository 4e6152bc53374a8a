import { err, ok, type Result } from '../../shared/result.ts';
import { chainValueAfter } from './chain-value.ts';
import type { RksvCrypto, SignEs256 } from './crypto.ts';
import type { ReceiptFault } from './faults.ts';
import { hasSignatureLength, signedTextOf, writeJws } from './jws.ts';
import { advance, EMPTY_LEDGER, type Ledger } from './ledger.ts';
import { findFieldFault, writePayload } from './payload.ts';
import { listSums, type TaxSums } from './tax-sums.ts';
import { type ReceiptKind, turnoverField } from './turnover.ts';
import { toUtf8 } from './utf8.ts';

/** One register's chain so far. */
export interface RegisterChain {
  readonly registerId: string;
  readonly aesKey: Uint8Array;
  /** the last receipt's compact JWS; null before the start receipt */
  readonly lastJws: string | null;
  readonly ledger: Ledger;
}

export interface ReceiptOrder {
  /** never used before in this register: the caller's number series sees to it */
  readonly receiptNumber: string;
  /** local time of the shop, 'YYYY-MM-DDThh:mm:ss' */
  readonly issuedAt: string;
  readonly kind: ReceiptKind;
  readonly sums: TaxSums;
}

export interface SigningDevice {
  readonly keyId: string;
  /** null while the device is out of order */
  readonly signEs256: SignEs256 | null;
}

/** @param aesKey  32 bytes, this register's own */
export function newRegisterChain(registerId: string, aesKey: Uint8Array): RegisterChain {
  return { registerId, aesKey, lastJws: null, ledger: EMPTY_LEDGER };
}

/** The chain's next receipt. The first must be the start receipt: counted, all sums zero, signed.
 *  @returns the receipt as compact JWS and the chain that ends with it, or what a verifier would have against it */
export function issueReceipt(
  chain: RegisterChain,
  order: ReceiptOrder,
  device: SigningDevice,
  crypto: RksvCrypto,
): Result<{ readonly jws: string; readonly chain: RegisterChain }, ReceiptFault> {
  if (!listSums(order.sums).every(Number.isSafeInteger)) return err('sumWrong');
  const ledger = advance(chain.ledger, { ...order, signed: device.signEs256 !== null });
  if (!ledger.ok) return ledger;
  const payload = buildPayload(chain, order, ledger.value, device.keyId, crypto);
  const fault = findFieldFault(payload);
  if (fault) return err(fault);
  const signedText = signedTextOf(writePayload(payload));
  const signature = device.signEs256?.(toUtf8(signedText)) ?? null;
  if (signature && !hasSignatureLength(signature)) return err('signatureLengthWrong');
  const jws = writeJws(signedText, signature);
  return ok({ jws, chain: { ...chain, lastJws: jws, ledger: ledger.value } });
}

function buildPayload(
  { registerId, aesKey, lastJws }: RegisterChain,
  { receiptNumber, issuedAt, kind, sums }: ReceiptOrder,
  { turnoverCents }: Ledger,
  keyId: string,
  crypto: RksvCrypto,
) {
  const lock = { aesKey, registerId, receiptNumber };
  return {
    registerId,
    receiptNumber,
    issuedAt,
    sums,
    turnover: turnoverField(kind, turnoverCents, lock, crypto),
    keyId,
    chainValue: chainValueAfter(lastJws ?? registerId, crypto),
  };
}
