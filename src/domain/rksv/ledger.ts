import { err, ok, type Result } from '../../shared/result.ts';
import type { ReceiptFault } from './faults.ts';
import { areZero, type TaxSums, totalCents } from './tax-sums.ts';
import { fitsCounter, type ReceiptKind } from './turnover.ts';

/** What a register's chain has come to: the rules between receipts need no more. */
export interface Ledger {
  readonly receiptCount: number;
  /** standard and cancellation receipts, not trainings */
  readonly turnoverCents: bigint;
  /** the signing device was out of order: the next signed receipt must be a zero receipt */
  readonly zeroReceiptDue: boolean;
}

export const EMPTY_LEDGER: Ledger = { receiptCount: 0, turnoverCents: 0n, zeroReceiptDue: false };

/** A start receipt and a zero receipt are counted receipts whose sums are all zero. */
interface LedgerEntry {
  readonly kind: ReceiptKind;
  readonly sums: TaxSums;
  readonly signed: boolean;
}

/** The ledger with one receipt more; the same rules for issuing and for verifying. */
export function advance(ledger: Ledger, entry: LedgerEntry): Result<Ledger, ReceiptFault> {
  const isZeroReceipt = entry.kind === 'counted' && areZero(entry.sums);
  const isStart = ledger.receiptCount === 0;
  if (isStart && !isZeroReceipt) return err('startNotZero');
  if (isStart && !entry.signed) return err('startNotSigned');
  if (ledger.zeroReceiptDue && entry.signed && !isZeroReceipt) return err('zeroReceiptMissing');
  const counts = entry.kind !== 'training';
  const turnoverCents = ledger.turnoverCents + (counts ? totalCents(entry.sums) : 0n);
  if (!fitsCounter(turnoverCents)) return err('turnoverOverflow');
  return ok({ receiptCount: ledger.receiptCount + 1, turnoverCents, zeroReceiptDue: !entry.signed });
}
