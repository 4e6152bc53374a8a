import type { JournalFault } from '../../shared/reference/journal-faults.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { getNumberOf, listRegisters } from './check.sql.ts';
import { headsOf, type NotedHead, readNotedHeads } from './noted-heads.ts';
import type { SigningKeys } from './signing-keys.ts';
import { type BadDocument, verifyDocuments } from './verify-documents.ts';
import { type VerifiedReceipts, verifyReceipts } from './verify-receipts.ts';

export interface RegisterVerdict {
  readonly registerId: string;
  readonly registerName: string;
  readonly prefix: string;
  /** Documents that hold, from the first on; all of them where there is no fault. */
  readonly documents: number;
  /** Of the last; null where there is none or something does not hold. */
  readonly headHash: string | null;
  /** Signed receipts; null where something does not hold. */
  readonly signed: VerifiedReceipts | null;
  readonly fault: FoundFault | null;
}

/** The first that does not hold, and why. */
export interface FoundFault {
  readonly code: JournalFault;
  /** Its place in the register's own chain. */
  readonly seq: number;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
}

export interface Verifying {
  readonly keys: SigningKeys;
  /** Heads noted elsewhere, beside those that this shop's backups noted. */
  readonly noted?: readonly NotedHead[];
  /** After every document and every receipt; throws to stop. */
  readonly step?: () => void;
}

/** Recomputes everything a shop's journal promises, register by register, from the rows as they are now. */
export function verifyShop(db: ReadableDb, verifying: Verifying): readonly RegisterVerdict[] {
  const noted = [...readNotedHeads(db), ...(verifying.noted ?? [])];
  return db.all(listRegisters, {}).map((register) => verifyRegister(db, register, noted, verifying));
}

type Bad = BadDocument & { readonly receiptNumber?: string | null };

function verifyRegister(
  db: ReadableDb,
  register: { readonly id: string; readonly name: string; readonly prefix: string; readonly entries: number },
  allNoted: readonly NotedHead[],
  { keys, step = () => {} }: Verifying,
): RegisterVerdict {
  const { id: registerId, name: registerName, prefix } = register;
  const noted = headsOf(allNoted, registerId);
  const documents = verifyDocuments(db, registerId, noted, step);
  const receipts = verifyReceipts({ db, registerId, keys, noted, step }, register.entries);
  const common = { registerId, registerName, prefix };
  if (documents.ok && receipts.ok) {
    const { count, hash } = documents.value;
    const signed = receipts.value;
    return { ...common, documents: count, headHash: count === 0 ? null : hash, signed, fault: null };
  }
  const bad: readonly Bad[] = [documents, receipts].flatMap((result) => (result.ok ? [] : [result.error]));
  const first = bad.reduce((a, b) => (b.seq < a.seq ? b : a));
  const number =
    first.documentId === null
      ? undefined
      : db.get(getNumberOf, { document_id: first.documentId })?.fiscal_number;
  const fault: FoundFault = {
    code: first.fault,
    seq: first.seq,
    documentId: first.documentId,
    documentNumber: number ?? first.receiptNumber ?? null,
  };
  return { ...common, documents: first.seq - 1, headHash: null, signed: null, fault };
}
