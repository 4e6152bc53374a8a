import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FILE } from './open-database.ts';
import type { ReadableDb, WritableDb } from './sql.ts';
import { getMeta, setMeta } from './system.sql.ts';

const PLACE = 'place';

/** Whether the shop's file is the very one it was, on the machine it was on. A folder renamed or moved within a disk
 *  keeps its file; every copy is another. True as well where nothing is written down yet. */
export function isInItsPlace(db: ReadableDb, dataDir: string): boolean {
  const noted = db.get(getMeta, { key: PLACE })?.value ?? '';
  return noted === '' || noted === placeOf(dataDir);
}

export function notePlace(db: WritableDb, dataDir: string): void {
  const value = placeOf(dataDir);
  if (db.get(getMeta, { key: PLACE })?.value !== value) db.run(setMeta, { key: PLACE, value });
}

/** The next to open the file writes down where. */
export function forgetPlace(db: WritableDb): void {
  db.run(setMeta, { key: PLACE, value: '' });
}

/** The instant a file was made is a file's own, to the nanosecond. On Linux no copy keeps it; elsewhere some programs give
 *  it to their copies, so the file's number counts too, as it does where the file system writes no instant down. Both stay
 *  what they are through restarts. */
function placeOf(dataDir: string): string {
  const { birthtimeNs, ino } = statSync(join(dataDir, DATABASE_FILE), { bigint: true });
  const made = birthtimeNs > 0n ? `made ${birthtimeNs}` : '';
  const number = process.platform !== 'linux' || made === '' ? `number ${ino}` : '';
  const file = [made, number].filter(Boolean).join(' ');
  return `${file}, machine ${machine()}`;
}

/** A cloned disk has the same files: only the machine differs. Not on macOS, whose host name follows the network. */
function machine(): string {
  const name = process.platform === 'linux' ? machineId() : process.platform === 'win32' ? hostname() : '';
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}
