import { modify, select } from '../storage/sql.ts';
import type {
  SignedReceiptTable,
  SigningChainTable,
  SigningKeyTable,
  UnsignedHistoryTable,
} from '../storage/tables.ts';

const chainColumns =
  'id, register_id, edition, cash_box_id, first_journal_seq, wrapped_aes_key, created_at_ms';
export const insertChain = modify<SigningChainTable>(
  `INSERT INTO signing_chain (${chainColumns}) VALUES (${chainColumns.replace(/(\w+)/g, ':$1')})`,
);
/** The one that grows. */
export const getCurrentChain = select<{ register_id: string }, SigningChainTable>(
  `SELECT ${chainColumns} FROM signing_chain WHERE register_id = :register_id ORDER BY edition DESC LIMIT 1`,
);
export const listChains = select<{ register_id: string }, SigningChainTable>(
  `SELECT ${chainColumns} FROM signing_chain WHERE register_id = :register_id ORDER BY edition`,
);

const keyColumns = 'id, chain_id, number, public_key, wrapped_private_key, created_at_ms';
export const insertKey = modify<SigningKeyTable>(
  `INSERT INTO signing_key (${keyColumns}) VALUES (${keyColumns.replace(/(\w+)/g, ':$1')})`,
);
export const getCurrentKey = select<{ chain_id: string }, SigningKeyTable>(
  `SELECT ${keyColumns} FROM signing_key WHERE chain_id = :chain_id ORDER BY number DESC LIMIT 1`,
);
export const listKeys = select<{ chain_id: string }, SigningKeyTable>(
  `SELECT ${keyColumns} FROM signing_key WHERE chain_id = :chain_id ORDER BY number`,
);

const receiptColumns = 'chain_id, seq, kind, document_id, receipt_number, signed, turnover_cents, jws';
export const insertReceipt = modify<SignedReceiptTable>(
  `INSERT INTO signed_receipt (${receiptColumns}) VALUES (${receiptColumns.replace(/(\w+)/g, ':$1')})`,
);
export const getLastReceipt = select<
  { chain_id: string },
  Pick<SignedReceiptTable, 'seq' | 'jws' | 'turnover_cents' | 'signed'>
>(
  'SELECT seq, jws, turnover_cents, signed FROM signed_receipt WHERE chain_id = :chain_id ORDER BY seq DESC LIMIT 1',
);
export const findReceiptOf = select<{ document_id: string }, { jws: string }>(
  'SELECT jws FROM signed_receipt WHERE document_id = :document_id',
);
/** With the journal entry of its document: null where there is none, or the entry is another register's. */
export const listReceipts = select<
  { chain_id: string; register_id: string; after_seq: number; limit: number },
  SignedReceiptTable & { journal_seq: number | null }
>(
  `SELECT ${receiptColumns.replace(/(\w+)/g, 's.$1')}, j.seq AS journal_seq
   FROM signed_receipt s LEFT JOIN journal j ON j.document_id = s.document_id AND j.register_id = :register_id
   WHERE s.chain_id = :chain_id AND s.seq > :after_seq ORDER BY s.seq LIMIT :limit`,
);

export const getUnsignedHistory = select<
  { register_id: string },
  Pick<UnsignedHistoryTable, 'journal_count'>
>('SELECT journal_count FROM unsigned_history WHERE register_id = :register_id');

export const listAllChains = select<Record<string, never>, SigningChainTable>(
  `SELECT ${chainColumns} FROM signing_chain ORDER BY cash_box_id`,
);
export const listJws = select<{ chain_id: string }, { jws: string }>(
  'SELECT jws FROM signed_receipt WHERE chain_id = :chain_id ORDER BY seq',
);
