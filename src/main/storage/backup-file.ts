import { createHash } from 'node:crypto';
import { appendFileSync, renameSync, rmSync } from 'node:fs';
import { decryptFile, isEncrypted } from './backup-encryption.ts';
import { BackupFault } from './backup-fault.ts';
import type { BackupKey } from './backup-key.ts';
import { FileReader, FileWriter } from './backup-streams.ts';

/** A plain backup is an SQLite database that any tool opens, followed by a seal: these 16 bytes and the SHA-256 of all
 *  before them. SQLite does not look beyond its last page; `integrity_check` alone would pass a flipped bit in a value.
 *  An encrypted backup holds such a file. */
const SEAL = Buffer.from('TILLWISE BACKUP1');
const SEAL_BYTES = SEAL.length + 32;

export interface BackupOpening {
  readonly source: string;
  readonly storedKey: BackupKey | null;
  readonly passphrase: string | null;
  /** Refuse a file without a seal. What was put aside whole has none. */
  readonly sealNeeded: boolean;
}

export interface Unpacked {
  readonly encrypted: boolean;
  /** Of the database, hex. */
  readonly sha256: string;
}

/** Ends a finished database with its seal. @returns the SHA-256 of the database, hex. */
export function seal(file: string): string {
  const hash = createHash('sha256');
  FileReader.use(file, (input) => input.each(input.size, (piece) => hash.update(piece)));
  const digest = hash.digest();
  appendFileSync(file, Buffer.concat([SEAL, digest]));
  return digest.toString('hex');
}

/** Writes the database inside a backup to `target`, once every byte is known to be as written.
 *  @throws BackupFault; `target` may then hold a part of it. */
export function unpack(opening: BackupOpening, target: string): Unpacked {
  const { source } = opening;
  const encrypted = FileReader.use(source, (input) => isEncrypted(input.take(Math.min(16, input.size))));
  if (!encrypted) return { encrypted, sha256: copySealed(source, target, opening.sealNeeded) };
  const inner = `${target}.inner`;
  try {
    decryptFile(source, inner, opening);
    return { encrypted, sha256: copySealed(inner, target, true) };
  } finally {
    rmSync(inner, { force: true });
  }
}

function copySealed(source: string, target: string, sealNeeded: boolean): string {
  const sealed = readSeal(source);
  if (sealed === null && sealNeeded)
    throw new BackupFault('backup.damaged', 'cut short: its seal is missing');
  const hash = createHash('sha256');
  const part = `${target}.copy`;
  FileReader.use(source, (input) =>
    FileWriter.use(part, (out) =>
      input.each(input.size - (sealed ? SEAL_BYTES : 0), (piece) => {
        hash.update(piece);
        out.write(piece);
      }),
    ),
  );
  const digest = hash.digest();
  if (sealed && !digest.equals(sealed)) {
    rmSync(part, { force: true });
    throw new BackupFault('backup.damaged', 'its bytes are not those that were written');
  }
  renameSync(part, target);
  return digest.toString('hex');
}

/** The digest a sealed backup ends with, or null. */
function readSeal(source: string): Buffer | null {
  return FileReader.use(source, (input) => {
    if (input.size < SEAL_BYTES) return null;
    const end = input.takeLast(SEAL_BYTES);
    return end.subarray(0, SEAL.length).equals(SEAL) ? end.subarray(SEAL.length) : null;
  });
}
