import { type FileHandle, open } from 'node:fs/promises';
import type { Connection } from './connection.ts';
import { connectForReading } from './staging-database.ts';

export interface WriteAheadLog {
  /** A transaction whose commit does not wait for the disk. A power cut before the next `sync`, or before the next
   *  commit of anybody, loses it, as a whole and with all such after it. */
  unsyncedTransaction<T>(work: () => T): T;
  /** What was committed until now is on the disk; another thread waits for that. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The log while much is written: another thread waits for the disk. */
export function writeAheadLog(db: Connection): WriteAheadLog {
  let file: Promise<FileHandle> | null = null;
  return {
    unsyncedTransaction: (work) => {
      db.handle.pragma('synchronous = NORMAL');
      try {
        return db.transaction(work);
      } finally {
        db.handle.pragma('synchronous = FULL');
      }
    },
    sync: async () => {
      file ??= open(`${db.handle.name}-wal`, 'r+');
      await (await file).datasync();
    },
    close: async () => {
      await (await file?.catch(() => null))?.close();
    },
  };
}

/** Copies the log into the database as far as no one is reading it. Neither readers nor the writer wait for it. Where
 *  somebody writes meanwhile, SQLite leaves the copied pages to the system, which hands them to the disk in one great
 *  heap, some sale's commit waiting behind it: what has come is copied too, and then all of it is synced. */
export function checkpoint(dataDir: string): void {
  const db = connectForReading(dataDir);
  try {
    db.handle.pragma('query_only = OFF');
    for (let time = 0; time < 2; time += 1) db.handle.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    db.close();
  }
}
