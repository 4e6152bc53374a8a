import { modify, select } from '../../storage/sql.ts';

export type LabelRow = {
  id: string;
  position: number;
  name: string;
  pattern: string;
  decimals: number;
  bad_check: 'refuse' | 'warn';
  enabled: number;
  version: number;
};
type LabelFields = Omit<LabelRow, 'position' | 'version'>;

const COLUMNS = 'id, position, name, pattern, decimals, bad_check, enabled, version';

export const listLabels = select<Record<string, never>, LabelRow>(
  `SELECT ${COLUMNS} FROM label_template ORDER BY position, id`,
);

export const findLabel = select<{ id: string }, LabelRow>(
  `SELECT ${COLUMNS} FROM label_template WHERE id = :id`,
);

export const insertLabel = modify<LabelFields, LabelRow>(
  `INSERT INTO label_template (${COLUMNS})
   VALUES (:id, (SELECT coalesce(max(position) + 1, 0) FROM label_template), :name, :pattern, :decimals, :bad_check,
     :enabled, 1)
   RETURNING ${COLUMNS}`,
);

export const updateLabel = modify<LabelFields & { version: number }, LabelRow>(
  `UPDATE label_template SET name = :name, pattern = :pattern, decimals = :decimals, bad_check = :bad_check,
     enabled = :enabled, version = version + 1
   WHERE id = :id AND version = :version RETURNING ${COLUMNS}`,
);

export const placeLabel = modify<{ id: string; position: number }>(
  'UPDATE label_template SET position = :position WHERE id = :id',
);

export const deleteLabel = modify<{ id: string }>('DELETE FROM label_template WHERE id = :id');

/** By which days end in this shop. */
export const getDayRule = select<Record<string, never>, { time_zone: string; day_cut_off_minutes: number }>(
  'SELECT time_zone, day_cut_off_minutes FROM shop',
);
