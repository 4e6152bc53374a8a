import { hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { BackupFault } from './backup-fault.ts';

/** How a passphrase became a key; stands in the head of every encrypted backup. */
export interface KeyParameters {
  /** Base64, 16 random bytes. */
  readonly salt: string;
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** What new backups are encrypted with. The passphrase itself is kept nowhere. */
export interface BackupKey extends KeyParameters {
  /** Base64, 32 bytes. */
  readonly key: string;
}

/** 128 MiB and about half a second a guess. */
const STRENGTH = { N: 2 ** 17, r: 8, p: 1 } as const;
/** A file may not make us spend more than this on it. */
const MOST_MEMORY = 2 ** 30;

export function makeKey(passphrase: string): BackupKey {
  const parameters = { salt: randomBytes(16).toString('base64'), ...STRENGTH };
  return { ...parameters, key: deriveKey(passphrase, parameters).toString('base64') };
}

/** @throws BackupFault 'backup.damaged' for parameters that no backup of ours has. */
export function deriveKey(passphrase: string, { salt, N, r, p }: KeyParameters): Buffer {
  const fits =
    [N, r, p].every((part) => Number.isSafeInteger(part) && part > 0) && 128 * N * r <= MOST_MEMORY;
  if (!fits || p > 4 || Math.log2(N) % 1 !== 0)
    throw new BackupFault('backup.damaged', 'key parameters out of range');
  // The same passphrase typed on another keyboard may be composed otherwise.
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  return scryptSync(bytes, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r + 2 ** 20 });
}

/** Each file has a key of its own, so that no nonce is ever used twice under one. */
export function fileKey(key: Buffer, fileSalt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, fileSalt, 'tillwise backup file', 32));
}

/** Tells a wrong passphrase from a damaged file; gives nothing of the key away. */
export function keyCheck(key: Buffer, fileSalt: Buffer): string {
  return Buffer.from(hkdfSync('sha256', key, fileSalt, 'tillwise backup check', 16)).toString('base64');
}
