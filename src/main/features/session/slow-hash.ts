import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 32 MiB and about a tenth of a second a guess. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;

export interface SlowHash {
  /** Base64url, 16 random bytes. */
  readonly salt: string;
  readonly hash: string;
}

/** The installation's own secret beside the database: a copied database alone gives no PIN away. */
export function installationSecret(dataDir: string): Buffer {
  const file = join(dataDir, 'pin.key');
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}

/** HMAC with the installation's secret. */
export function keyed(dataDir: string, text: string): string {
  return createHmac('sha256', installationSecret(dataDir)).update(text).digest('base64url');
}

/** scrypt over the keyed text, off the main thread. */
export async function slowHash(
  dataDir: string,
  text: string,
  salt = randomBytes(16).toString('base64url'),
): Promise<SlowHash> {
  const key = keyed(dataDir, text);
  const hash = await new Promise<Buffer>((done, failed) =>
    scrypt(key, salt, HASH_BYTES, SCRYPT, (error, bytes) => (error ? failed(error) : done(bytes))),
  );
  return { salt, hash: hash.toString('base64url') };
}

/** @param stored  null where nothing is stored: never true, no faster than another */
export async function slowHashMatches(
  dataDir: string,
  text: string,
  stored: SlowHash | null,
): Promise<boolean> {
  const { hash } = await slowHash(dataDir, text, stored?.salt);
  const expected = stored?.hash ?? '';
  return expected.length === hash.length && timingSafeEqual(Buffer.from(expected), Buffer.from(hash));
}
