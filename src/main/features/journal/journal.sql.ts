import { select } from '../../storage/sql.ts';
import type { RegisterTable } from '../../storage/tables.ts';

export const listJournalRegisters = select<Record<string, never>, Pick<RegisterTable, 'id' | 'name'>>(
  'SELECT id, name FROM register ORDER BY prefix',
);

export const getDocumentNumber = select<{ id: string }, { number: string }>(
  'SELECT fiscal_number AS number FROM document WHERE id = :id',
);
