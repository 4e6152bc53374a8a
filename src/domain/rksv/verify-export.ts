import { err, ok, type Result } from '../../shared/result.ts';
import { fromBase64Url } from './base64.ts';
import { chainValueAfter } from './chain-value.ts';
import type { RksvCrypto } from './crypto.ts';
import { type OpenKeys, readExport, readKeys } from './export-files.ts';
import type { FileFault, ReceiptFault } from './faults.ts';
import { type CompactJws, MOST_LETTERS, parseJws } from './jws.ts';
import { advance, EMPTY_LEDGER, type Ledger } from './ledger.ts';
import { parsePayload, type ReceiptPayload } from './payload.ts';
import { decryptTurnover, kindOf } from './turnover.ts';
import { fromUtf8, toUtf8 } from './utf8.ts';

/** Where a chain ends. Noted elsewhere, it shows later that the tail was cut; the chain itself cannot. */
export interface RksvHead {
  readonly receiptCount: number;
  /** what the next receipt would carry */
  readonly chainValue: string;
}

export interface VerifiedExport {
  readonly registerId: string;
  readonly turnoverCents: bigint;
  /** receipts written while the signing device was out of order */
  readonly unsignedCount: number;
  readonly head: RksvHead;
}

export type ExportRefusal =
  | { readonly code: 'badFile'; readonly fault: FileFault }
  | {
      readonly code: 'badReceipt';
      /** 1 is the first of the export */
      readonly position: number;
      /** null when the receipt cannot be read so far, or is not there */
      readonly receiptNumber: string | null;
      readonly fault: ReceiptFault;
    };

interface Walk {
  readonly registerId: string;
  readonly lastJws: string;
  readonly ledger: Ledger;
  readonly unsignedCount: number;
}

/** Checks one receipt after the other and stops at the first bad one. A change in a receipt without a signature
 *  (device out of order) shows, if not in its turnover, at the receipt after it.
 *  @param notedHead  a head noted earlier; the export may have grown since, never shrunk */
export function verifyExport(
  files: { readonly exportText: string; readonly keysText: string },
  crypto: RksvCrypto,
  notedHead: RksvHead | null = null,
): Result<VerifiedExport, ExportRefusal> {
  const receipts = readExport(files.exportText);
  if (!receipts.ok) return err({ code: 'badFile', fault: receipts.error });
  const keys = readKeys(files.keysText, crypto);
  if (!keys.ok) return err({ code: 'badFile', fault: keys.error });
  return walkChain(receipts.value, new ReceiptCheck(keys.value, crypto), crypto, notedHead);
}

function walkChain(
  receipts: readonly string[],
  check: ReceiptCheck,
  crypto: RksvCrypto,
  notedHead: RksvHead | null,
): Result<VerifiedExport, ExportRefusal> {
  let walk: Walk | null = null;
  for (const [index, jws] of receipts.entries()) {
    const step: Result<Walk, ReceiptFault> = check.next(walk, jws);
    const fault = step.ok ? findHeadFault(index + 1, jws, notedHead, crypto) : step.error;
    if (fault) return refuse(index + 1, receiptNumberOf(jws), fault);
    if (step.ok) walk = step.value;
  }
  if (notedHead && notedHead.receiptCount > receipts.length) {
    return refuse(receipts.length + 1, null, 'tailMissing');
  }
  return ok(summarise(walk!, crypto));
}

/** Reads and judges receipts, one after the other; remembers the numbers seen. */
class ReceiptCheck {
  readonly #keys: OpenKeys;
  readonly #crypto: RksvCrypto;
  readonly #numbers = new Set<string>();

  constructor(keys: OpenKeys, crypto: RksvCrypto) {
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
    return ok({ registerId: payload.registerId, lastJws: text, ledger: ledger.value, unsignedCount });
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
    if (kindOf(payload.turnover) !== 'counted') return true;
    const lock = { ...payload, aesKey: this.#keys.aesKey };
    return decryptTurnover(payload.turnover, lock, this.#crypto) === ledger.turnoverCents;
  }
}

function findHeadFault(
  position: number,
  jws: string,
  noted: RksvHead | null,
  crypto: RksvCrypto,
): ReceiptFault | null {
  if (noted?.receiptCount !== position) return null;
  return chainValueAfter(jws, crypto) === noted.chainValue ? null : 'headWrong';
}

/** For the message alone: what the receipt calls itself, if it can be read so far. */
function receiptNumberOf(jws: string): string | null {
  const payload = jws.length > MOST_LETTERS ? null : fromBase64Url(jws.split('.')[1] ?? '');
  return (payload && fromUtf8(payload)?.split('_')[3]) || null;
}

function refuse(position: number, receiptNumber: string | null, fault: ReceiptFault) {
  return err({ code: 'badReceipt', position, receiptNumber, fault } as const);
}

function summarise({ registerId, ledger, unsignedCount, lastJws }: Walk, crypto: RksvCrypto): VerifiedExport {
  const head = { receiptCount: ledger.receiptCount, chainValue: chainValueAfter(lastJws, crypto) };
  return { registerId, turnoverCents: ledger.turnoverCents, unsignedCount, head };
}
