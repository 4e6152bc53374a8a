import { modify, select } from '../../storage/sql.ts';
import type { ReceiptIssueTable, ShopTable } from '../../storage/tables.ts';

export const getReceiptShop = select<
  Record<string, never>,
  Pick<ShopTable, 'shop_uuid' | 'name' | 'address' | 'tax_number' | 'receipt_footer' | 'logo_png'>
>('SELECT shop_uuid, name, address, tax_number, receipt_footer, logo_png FROM shop WHERE id = 1');

export const countIssues = select<{ document_id: string }, { n: number }>(
  'SELECT count(*) AS n FROM receipt_issue WHERE document_id = :document_id',
);

export const insertIssue = modify<ReceiptIssueTable>(
  `INSERT INTO receipt_issue (id, document_id, copy_number, channel, at_ms, staff_id)
   VALUES (:id, :document_id, :copy_number, :channel, :at_ms, :staff_id)`,
);
