import { select } from './sql.ts';

type None = Record<string, never>;

export const getShopOfBackup = select<
  None,
  { name: string; shop_uuid: string; currency: string; currency_exponent: number }
>('SELECT name, shop_uuid, currency, currency_exponent FROM shop WHERE id = 1');

export const getCounts = select<
  None,
  {
    documents: number;
    sales: number;
    last_sale_at_ms: number | null;
    total_minor: number;
    products: number;
    outbox_seq: number;
  }
>(
  `SELECT count(*) AS documents, coalesce(sum(kind = 'sale'), 0) AS sales,
     max(CASE kind WHEN 'sale' THEN closed_at_ms END) AS last_sale_at_ms,
     coalesce(sum(total_minor), 0) AS total_minor,
     (SELECT count(*) FROM product) AS products,
     (SELECT coalesce(max(seq), 0) FROM outbox) AS outbox_seq
   FROM document`,
);

/** The last entry of every register's journal and its last signed receipt, also of registers that are no longer used. */
export const listHeads = select<
  None,
  {
    register_id: string;
    prefix: string;
    count: number;
    hash: string | null;
    cash_box_id: string | null;
    receipts: number | null;
    jws: string | null;
  }
>(
  `SELECT r.id AS register_id, r.prefix, coalesce(j.seq, 0) AS count, j.hash, c.cash_box_id, s.seq AS receipts, s.jws
   FROM register r
   LEFT JOIN journal j ON j.register_id = r.id
     AND j.seq = (SELECT max(seq) FROM journal m WHERE m.register_id = r.id)
   LEFT JOIN signing_chain c ON c.register_id = r.id
     AND c.edition = (SELECT max(edition) FROM signing_chain m WHERE m.register_id = r.id)
   LEFT JOIN signed_receipt s ON s.chain_id = c.id
     AND s.seq = (SELECT max(seq) FROM signed_receipt m WHERE m.chain_id = c.id)
   WHERE r.imported = 0
   ORDER BY r.prefix`,
);

export const findJournalHash = select<{ register_id: string; seq: number }, { hash: string }>(
  'SELECT hash FROM journal WHERE register_id = :register_id AND seq = :seq',
);
