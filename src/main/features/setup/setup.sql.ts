import { select } from '../../storage/sql.ts';

export const findShopBasics = select<
  Record<string, never>,
  { name: string; language: 'en' | 'zh'; demo: number }
>('SELECT name, language, demo FROM shop WHERE id = 1');

export const findFirstOwnerAndRegister = select<
  Record<string, never>,
  { owner_id: string; register_id: string }
>(
  `SELECT (SELECT id FROM staff WHERE role = 'owner' ORDER BY created_at_ms, id LIMIT 1) AS owner_id,
     (SELECT id FROM register WHERE retired_at_ms IS NULL ORDER BY created_at_ms, id LIMIT 1) AS register_id`,
);
