import type { ReceiptFault } from '../../../src/domain/rksv/faults.ts';
import type { RksvHead } from '../../../src/domain/rksv/verify-export.ts';

/** A bad chain, and the first bad receipt a verifier must name. */
export interface MalformedChain {
  readonly name: string;
  readonly receipts: () => readonly string[];
  readonly position: number;
  readonly receiptNumber: string | null;
  readonly fault: ReceiptFault;
  readonly head?: RksvHead;
}

/** Names R1, R2 … after the position, as the honest chain does. */
export function bad(
  name: string,
  position: number,
  fault: ReceiptFault,
  receipts: () => readonly string[],
  receiptNumber: string | null = `R${position}`,
): MalformedChain {
  return { name, receipts, position, receiptNumber, fault };
}
