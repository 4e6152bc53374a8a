import { readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { findJournalHash } from '../storage/backup-facts.sql.ts';
import { readHeads } from '../storage/backup-facts.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { findStanding, listNumbers } from './check.sql.ts';
import { getShopUuid } from './document.sql.ts';
import { notedHead } from './noted-heads.ts';

const FILE = 'journal.heads';

const shape = z.object({
  shopUuid: z.string(),
  heads: z.array(notedHead),
  /** By register and series, the last number given out. */
  numbers: z.record(z.string(), z.record(z.string(), z.int())),
});

/** Where a shop's journals ended when last looked, beside its database: a chain cannot show that its end was cut. */
export type HeadNote = z.infer<typeof shape>;

/** @returns null where there is none, or none that can be read: it then says nothing */
export function readHeadNote(dataDir: string): HeadNote | null {
  try {
    return shape.safeParse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** What is committed now, and so is on the disk: the note is never ahead of the shop. Written by the file system's own
 *  threads; no call waits for it. */
export async function writeHeadNote(db: ReadableDb, dataDir: string): Promise<void> {
  const shop = db.get(getShopUuid, {});
  if (!shop) return;
  const note: HeadNote = { shopUuid: shop.shop_uuid, heads: [...readHeads(db)], numbers: lastNumbers(db) };
  const file = join(dataDir, FILE);
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(note));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

/** It is of another shop now, or of another state of this one. */
export function removeHeadNote(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true });
}

/** By register and series, the last number given out. */
export function lastNumbers(db: ReadableDb): HeadNote['numbers'] {
  const numbers: HeadNote['numbers'] = {};
  for (const { register_id, series, last_number } of db.all(listNumbers, {}))
    numbers[register_id] = { ...numbers[register_id], [series]: last_number };
  return numbers;
}

/** Documents that the registers in use had closed when the note was written, and that are not in the shop. A register
 *  that a restore has retired says nothing: what it lost is on record there. */
export function countMissing(db: ReadableDb, note: HeadNote | null): number {
  if (note === null || note.shopUuid !== db.get(getShopUuid, {})?.shop_uuid) return 0;
  return note.heads.reduce((sum, head) => sum + missingOf(db, head), 0);
}

function missingOf(db: ReadableDb, { registerId, count, hash }: HeadNote['heads'][number]): number {
  const standing = db.get(findStanding, { register_id: registerId });
  if (count === 0 || standing?.retired === 1) return 0;
  if (db.get(findJournalHash, { register_id: registerId, seq: count })?.hash === hash) return 0;
  return Math.max(1, count - (standing?.entries ?? 0));
}
