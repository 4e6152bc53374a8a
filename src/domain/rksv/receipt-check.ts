import { err, ok, type Result } from '../../shared/result.ts';
import { chainValueAfter } from './chain-value.ts';
import type { RksvCrypto } from './crypto.ts';
import type { OpenKeys } from './export-files.ts';
import type { ReceiptFault } from './faults.ts';
import { type CompactJws, parseJws } from './jws.ts';
import { advance, EMPTY_LEDGER, type Ledger } from './ledger.ts';
import { parsePayload, type ReceiptPayload } from './payload.ts';
import { decryptTurnover, kindOf } from './turnover.ts';
import { toUtf8 } from './utf8.ts';

/** How far a chain was read. */
export interface Walk {
  readonly registerId: string;
  readonly lastJws: string;
  readonly ledger: Ledger;
  /** receipts written while the signing device was out of order */
  readonly unsignedCount: number;
  /** the last receipt, read */
  readonly last: ReceiptPayload;
}

export type CheckKeys = Pick<OpenKeys, 'verifiers'> & { readonly aesKey: Uint8Array | null };

/** Reads and judges receipts, one after the other; remembers the numbers seen. */
export class ReceiptCheck {
  readonly #keys: CheckKeys;
  readonly #crypto: RksvCrypto;
  readonly #numbers = new Set<string>();

  /** @param keys  where the AES key is not at hand (null), turnovers are not looked at */
  constructor(keys: CheckKeys, crypto: RksvCrypto) {
    this.#keys = keys;
    this.#crypto = crypto;
  }

  next(walk: Walk | null, text: string): Result<Walk, ReceiptFault> {
    const jws = parseJws(text);
    if (!jws.ok) return jws;
    const parsed = parsePayload(jws.value.payloadText);
    if (!parsed.ok) return parsed;
    const payload = parsed.value;
    const fault = this.#findLinkFault(walk, payload) ?? this.#findSignatureFault(jws.value, payload);
    if (fault) return err(fault);
    const entry = {
      kind: kindOf(payload.turnover),
      sums: payload.sums,
      signed: jws.value.signature !== null,
    };
    const ledger = advance(walk?.ledger ?? EMPTY_LEDGER, entry);
    if (!ledger.ok) return ledger;
    if (!this.#saysTurnover(payload, ledger.value)) return err('turnoverWrong');
    this.#numbers.add(payload.receiptNumber);
    const unsignedCount = (walk?.unsignedCount ?? 0) + (entry.signed ? 0 : 1);
    return ok({
      registerId: payload.registerId,
      lastJws: text,
      ledger: ledger.value,
      unsignedCount,
      last: payload,
    });
  }

  #findLinkFault(walk: Walk | null, payload: ReceiptPayload): ReceiptFault | null {
    if (walk && payload.registerId !== walk.registerId) return 'otherRegister';
    const expected = chainValueAfter(walk?.lastJws ?? payload.registerId, this.#crypto);
    if (payload.chainValue !== expected) return walk ? 'chainValueWrong' : 'startMissing';
    return this.#numbers.has(payload.receiptNumber) ? 'receiptNumberRepeated' : null;
  }

  #findSignatureFault(jws: CompactJws, payload: ReceiptPayload): ReceiptFault | null {
    const verify = this.#keys.verifiers.get(payload.keyId);
    if (!verify) return 'keyUnknown';
    return !jws.signature || verify(toUtf8(jws.signedText), jws.signature) ? null : 'signatureWrong';
  }

  #saysTurnover(payload: ReceiptPayload, ledger: Ledger): boolean {
    const { aesKey } = this.#keys;
    if (aesKey === null || kindOf(payload.turnover) !== 'counted') return true;
    const lock = { ...payload, aesKey };
    return decryptTurnover(payload.turnover, lock, this.#crypto) === ledger.turnoverCents;
  }
}
