import type { Connection } from './connection.ts';
import { connectForReading } from './staging-database.ts';

/** SQLite's own: a commit that finds this many pages in the log copies them into the database and syncs it. */
const OWN_CHECKPOINT_PAGES = 1000;

/** While much is written, copying the log into the database is left to another thread (`checkpoint`): within a commit
 *  it would hold this one for tens of milliseconds.
 *  @returns what sets it back. */
export function leaveCheckpointsToOthers(db: Connection): () => void {
  db.handle.pragma('wal_autocheckpoint = 0');
  return () => void db.handle.pragma(`wal_autocheckpoint = ${OWN_CHECKPOINT_PAGES}`);
}

/** Copies the log into the database as far as no one is reading it. Neither readers nor the writer wait for it. */
export function checkpoint(dataDir: string): void {
  const db = connectForReading(dataDir);
  try {
    db.handle.pragma('query_only = OFF');
    db.handle.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    db.close();
  }
}
