import { select } from '../../storage/sql.ts';

export const listHeads = select<
  Record<string, never>,
  {
    id: string;
    name: string;
    prefix: string;
    retired: number;
    entries: number;
    hash: string | null;
    at_ms: number | null;
    before_signing: number;
    signed: number | null;
  }
>(
  `SELECT r.id, r.name, r.prefix, r.retired_at_ms IS NOT NULL AS retired, coalesce(j.seq, 0) AS entries, j.hash, j.at_ms,
     coalesce((SELECT journal_count FROM unsigned_history u WHERE u.register_id = r.id), 0) AS before_signing,
     (SELECT s.signed FROM signed_receipt s WHERE s.chain_id =
         (SELECT c.id FROM signing_chain c WHERE c.register_id = r.id ORDER BY c.edition DESC LIMIT 1)
       ORDER BY s.seq DESC LIMIT 1) AS signed
   FROM register r LEFT JOIN journal j ON j.register_id = r.id
     AND j.seq = (SELECT max(seq) FROM journal m WHERE m.register_id = r.id)
   WHERE r.imported = 0
   ORDER BY r.retired_at_ms IS NOT NULL, r.prefix`,
);

export const getShopName = select<Record<string, never>, { name: string; time_zone: string }>(
  'SELECT name, time_zone FROM shop WHERE id = 1',
);

export const findRegister = select<{ id: string }, { id: string; name: string }>(
  'SELECT id, name FROM register WHERE id = :id',
);
