import { writeExport, writeKeys } from '../../domain/rksv/export-files.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { listAllChains, listJws, listKeys } from './signing.sql.ts';
import type { SigningKeys } from './signing-keys.ts';

/** One chain in the published formats. */
export interface ExportedChain {
  readonly registerId: string;
  readonly cashBoxId: string;
  readonly receipts: number;
  readonly exportText: string;
  /** Null where the chain's key is not at hand. */
  readonly keysText: string | null;
}

/** Every chain of signed receipts of a shop, or of one register. */
export function exportChains(
  db: ReadableDb,
  keys: SigningKeys,
  registerId: string | null = null,
): readonly ExportedChain[] {
  return db
    .all(listAllChains, {})
    .filter((chain) => registerId === null || chain.register_id === registerId)
    .map((chain) => {
      const receipts = db.all(listJws, { chain_id: chain.id }).map(({ jws }) => jws);
      const aesKey = keys.aesKey({ id: chain.id, wrapped: chain.wrapped_aes_key });
      const publicKeys = new Map(
        db.all(listKeys, { chain_id: chain.id }).map(({ id, public_key }) => [id, public_key]),
      );
      return {
        registerId: chain.register_id,
        cashBoxId: chain.cash_box_id,
        receipts: receipts.length,
        exportText: writeExport(receipts),
        keysText: aesKey && writeKeys(aesKey, publicKeys),
      };
    });
}
