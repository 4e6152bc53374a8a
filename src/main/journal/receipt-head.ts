import { chainValueAfter } from '../../domain/rksv/chain-value.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { nodeCrypto } from './node-crypto.ts';
import { getCurrentChain, getLastReceipt } from './signing.sql.ts';

/** Where a chain of signed receipts ends: what the next receipt would carry. */
export interface ReceiptHead {
  readonly cashBoxId: string;
  readonly count: number;
  readonly chainValue: string;
}

export function readReceiptHead(db: ReadableDb, registerId: string): ReceiptHead | null {
  const chain = db.get(getCurrentChain, { register_id: registerId });
  const last = chain && db.get(getLastReceipt, { chain_id: chain.id });
  return last
    ? { cashBoxId: chain.cash_box_id, count: last.seq, chainValue: chainValueAfter(last.jws, nodeCrypto) }
    : null;
}
