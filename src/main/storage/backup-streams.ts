import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { BackupFault } from './backup-fault.ts';

const PIECE_BYTES = 1 << 20;

/** Reads a file from its beginning, a megabyte at a time: a backup need not fit into memory. */
export class FileReader {
  readonly size: number;
  readonly #descriptor: number;
  #at = 0;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
    this.size = fstatSync(descriptor).size;
  }

  static use<T>(file: string, work: (reader: FileReader) => T): T {
    const descriptor = openSync(file, 'r');
    try {
      return work(new FileReader(descriptor));
    } finally {
      closeSync(descriptor);
    }
  }

  /** The next bytes. @throws BackupFault 'backup.damaged' when the file ends before. */
  take(bytes: number): Buffer {
    const piece = Buffer.alloc(bytes);
    let filled = 0;
    while (filled < bytes) {
      const read = readSync(this.#descriptor, piece, filled, bytes - filled, this.#at);
      if (read === 0) throw new BackupFault('backup.damaged', 'cut short');
      filled += read;
      this.#at += read;
    }
    return piece;
  }

  takeLast(bytes: number): Buffer {
    this.#at = this.size - bytes;
    return this.take(bytes);
  }

  each(bytes: number, work: (piece: Buffer) => void): void {
    for (let left = bytes; left > 0; left -= Math.min(left, PIECE_BYTES))
      work(this.take(Math.min(left, PIECE_BYTES)));
  }
}

/** Writes a new file that only its owner may read, and syncs it before it is closed. */
export class FileWriter {
  readonly #descriptor: number;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  static use<T>(file: string, work: (writer: FileWriter) => T): T {
    const descriptor = openSync(file, 'w', 0o600);
    try {
      const value = work(new FileWriter(descriptor));
      fsyncSync(descriptor);
      return value;
    } finally {
      closeSync(descriptor);
    }
  }

  write(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) at += writeSync(this.#descriptor, piece, at, piece.length - at);
  }
}
