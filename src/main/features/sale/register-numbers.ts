import type { DocumentKind } from '../../../domain/document/closed-document.ts';
import type { WritableDb } from '../../storage/sql.ts';
import { takeNumber } from './number-series.sql.ts';
import type { RegisterFacts } from './shop-facts.ts';

const DIGITS = 6;

/** Told apart by a letter: T1-000001 is a sale, T1-R000001 a refund, T1-X000001 practice, T1-O000001 a cart. */
const LETTERS: Readonly<Record<DocumentKind | 'order', string>> = {
  sale: '',
  refund: 'R',
  training: 'X',
  order: 'O',
};

/** Takes the next number of a register's series inside the running transaction (R16): a refused or failed command gives
 *  it back, so the numbers of documents have no gap. Carts may leave gaps in theirs. */
export function takeNextNumber(
  db: WritableDb,
  register: RegisterFacts,
  series: DocumentKind | 'order',
): { readonly number: number; readonly text: string } {
  const row = db.returning(takeNumber, { register_id: register.id, series });
  if (!row) throw new Error(`no number in series ${series}`);
  const digits = String(row.last_number).padStart(DIGITS, '0');
  return { number: row.last_number, text: `${register.prefix}-${LETTERS[series]}${digits}` };
}
