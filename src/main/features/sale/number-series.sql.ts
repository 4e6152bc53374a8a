import { modify } from '../../storage/sql.ts';

/** Takes the next number of a series; the row appears with the first one. */
export const takeNumber = modify<{ register_id: string; series: string }, { last_number: number }>(
  `INSERT INTO number_series (register_id, series, last_number) VALUES (:register_id, :series, 1)
   ON CONFLICT (register_id, series) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
);
