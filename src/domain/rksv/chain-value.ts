import { toBase64 } from './base64.ts';
import type { RksvCrypto } from './crypto.ts';
import { toUtf8 } from './utf8.ts';

export const CHAIN_VALUE_BYTES = 8;

/** What ties a receipt to the one before it.
 *  @param previous  the whole compact JWS before it; for the start receipt the register id */
export function chainValueAfter(previous: string, crypto: Pick<RksvCrypto, 'sha256'>): string {
  return toBase64(crypto.sha256(toUtf8(previous)).subarray(0, CHAIN_VALUE_BYTES));
}
