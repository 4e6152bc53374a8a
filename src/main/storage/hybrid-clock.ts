import type { WritableDb } from './sql.ts';
import { getMeta, setMeta } from './system.sql.ts';

const KEY = 'hybridClock';

/** The next hybrid logical time: never smaller than the last one, whatever the wall clock does.
 *  Text `<15-digit ms>-<6-digit counter>`, sorts as it happened (Kulkarni et al. 2014). */
export function nextHybridTime(db: WritableDb, nowMs: number): string {
  const last = db.get(getMeta, { key: KEY })?.value ?? '000000000000000-000000';
  const lastMs = Number(last.slice(0, 15));
  const counter = nowMs > lastMs ? 0 : Number(last.slice(16)) + 1;
  const next = `${String(Math.max(nowMs, lastMs)).padStart(15, '0')}-${String(counter).padStart(6, '0')}`;
  db.run(setMeta, { key: KEY, value: next });
  return next;
}
