import type { CallAnswer } from '../../../shared/contract/index.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { QueryCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { type JournalFault, verifyJournal } from '../../journal/verify-journal.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { getDocumentNumber, listJournalRegisters } from './journal.sql.ts';

type Verified = CallAnswer<'journal.verify'>;
type RegisterVerdict = Verified['registers'][number];

export const journalHandlers: FeatureHandlers<'journal'> = { verify };

async function verify({ db }: QueryCtx): Promise<Result<Verified, never>> {
  const registers: RegisterVerdict[] = [];
  for (const register of db.all(listJournalRegisters, {})) registers.push(await verifyRegister(db, register));
  return ok({ ok: registers.every(({ fault }) => fault === null), registers });
}

async function verifyRegister(
  db: ReadableDb,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<RegisterVerdict> {
  const verified = await verifyJournal(db, id);
  const register = { registerId: id, registerName: name };
  if (!verified.ok)
    return { ...register, ...beforeFault(verified.error), fault: viewFault(db, verified.error) };
  const { count: documents, hash } = verified.value;
  return { ...register, documents, headHash: documents === 0 ? null : hash, fault: null };
}

function beforeFault(fault: JournalFault): Pick<RegisterVerdict, 'documents' | 'headHash'> {
  return { documents: 'seq' in fault ? fault.seq - 1 : 0, headHash: null };
}

function viewFault(db: ReadableDb, fault: JournalFault): NonNullable<RegisterVerdict['fault']> {
  if (!('seq' in fault)) return { code: fault.fault, seq: null, documentId: null, documentNumber: null };
  const { seq, documentId } = fault;
  const documentNumber = db.get(getDocumentNumber, { id: documentId })?.number ?? null;
  return { code: fault.fault, seq, documentId, documentNumber };
}
