import { fromBase64, toBase64 } from './base64.ts';
import type { RksvCrypto } from './crypto.ts';
import { toUtf8 } from './utf8.ts';

/** What a receipt says in the turnover field: the running sum, or that it is a training or a cancellation. */
export type ReceiptKind = 'counted' | 'training' | 'cancellation';

export const TURNOVER_BYTES = 8;

const MARKS = { training: toBase64(toUtf8('TRA')), cancellation: toBase64(toUtf8('STO')) } as const;

/** One key and one IV per receipt: a register id and receipt number used twice would give the key stream away. */
export interface TurnoverLock {
  readonly aesKey: Uint8Array;
  readonly registerId: string;
  readonly receiptNumber: string;
}

export function kindOf(turnoverField: string): ReceiptKind {
  if (turnoverField === MARKS.training) return 'training';
  return turnoverField === MARKS.cancellation ? 'cancellation' : 'counted';
}

/** Whether the counter holds the sum: signed, two's complement. */
export function fitsCounter(turnoverCents: bigint): boolean {
  return BigInt.asIntN(8 * TURNOVER_BYTES, turnoverCents) === turnoverCents;
}

/** @returns the turnover field as the receipt carries it. @throws RangeError when the counter does not hold the sum */
export function turnoverField(
  kind: ReceiptKind,
  turnoverCents: bigint,
  lock: TurnoverLock,
  crypto: RksvCrypto,
): string {
  if (kind !== 'counted') return MARKS[kind];
  if (!fitsCounter(turnoverCents)) throw new RangeError(`the turnover counter cannot hold ${turnoverCents}`);
  const plain = new Uint8Array(TURNOVER_BYTES);
  new DataView(plain.buffer).setBigInt64(0, turnoverCents);
  return toBase64(applyKeyStream(plain, lock, crypto));
}

/** The sum, cents, in a field that `kindOf` calls counted and whose length was checked. */
export function decryptTurnover(field: string, lock: TurnoverLock, crypto: RksvCrypto): bigint {
  const plain = applyKeyStream(fromBase64(field)!, lock, crypto);
  return new DataView(plain.buffer, plain.byteOffset, plain.byteLength).getBigInt64(0);
}

function applyKeyStream(bytes: Uint8Array, lock: TurnoverLock, crypto: RksvCrypto): Uint8Array {
  const iv = crypto.sha256(toUtf8(lock.registerId + lock.receiptNumber)).subarray(0, 16);
  return crypto.aes256Ctr(lock.aesKey, iv, bytes);
}
