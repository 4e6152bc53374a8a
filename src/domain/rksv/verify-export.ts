import { err, ok, type Result } from '../../shared/result.ts';
import { fromBase64Url } from './base64.ts';
import { chainValueAfter } from './chain-value.ts';
import type { RksvCrypto } from './crypto.ts';
import { readExport, readKeys } from './export-files.ts';
import type { FileFault, ReceiptFault } from './faults.ts';
import { MOST_LETTERS } from './jws.ts';
import { ReceiptCheck, type Walk } from './receipt-check.ts';
import { fromUtf8 } from './utf8.ts';

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
